import { ArrowLeft, ChevronLeft, ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { MonthCorrections } from "@/components/forces/month-corrections";
import { MonthTable } from "@/components/forces/month-table";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadOwnForceMonths } from "@/lib/domains/gmv/loaders/force-months";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("forces");
	return { title: t("months.title") };
}

export default async function ForceMonthsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, own] = await Promise.all([getTranslations("forces"), searchParams.then(loadOwnForceMonths)]);
	const back = (
		<Button asChild variant="secondary">
			<Link href={routes.partner.tier()}>
				<ArrowLeft aria-hidden="true" />
				{t("months.back")}
			</Link>
		</Button>
	);
	return (
		<>
			<Crumb label={t("months.title")} />
			<PageHeader title={t("months.title")} description={t("months.description")} actions={back} />
			{!own || own.months.length === 0 ? (
				<EmptyState title={t("months.empty")} description={t("months.emptyHint")} />
			) : (
				<div className="space-y-6">
					<Card className="overflow-hidden">
						<CardHeader
							title={t("months.table")}
							description={t("months.tableHint")}
							actions={<Pages earlier={own.earlier} later={own.later} />}
						/>
						<MonthTable months={own.months} revisions={own.revisions} />
					</Card>
					<MonthCorrections revisions={own.revisions} />
				</div>
			)}
		</>
	);
}

async function Pages({ earlier, later }: { earlier: string | null; later: string | null }) {
	const t = await getTranslations("forces");
	if (!earlier && !later) return null;
	return (
		<nav aria-label={t("months.table")} className="flex flex-wrap gap-2">
			{earlier && (
				<Button asChild variant="secondary" size="sm">
					<Link href={routes.partner.forceMonths(earlier)}>
						<ChevronLeft aria-hidden="true" />
						{t("months.earlier")}
					</Link>
				</Button>
			)}
			{later && (
				<Button asChild variant="secondary" size="sm">
					<Link href={routes.partner.forceMonths(later)}>
						{t("months.later")}
						<ChevronRight aria-hidden="true" />
					</Link>
				</Button>
			)}
		</nav>
	);
}
