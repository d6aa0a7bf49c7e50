import { Plus } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { BenefitFilters } from "@/components/benefits/benefit-filters";
import { BenefitTable } from "@/components/benefits/benefit-table";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { BENEFITS_PER_PAGE } from "@/lib/domains/benefits/constants";
import { loadBenefits, type Query } from "@/lib/domains/benefits/loaders/ops";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("title") };
}

export default async function BenefitsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [{ query, rows, total, waiting, canManage }, t] = await Promise.all([
		searchParams.then(loadBenefits),
		getTranslations("benefits"),
	]);
	const { page, ...filters } = query;
	const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
	const hrefOf = (to: number) => routes.ops.benefitsWith({ ...kept, page: String(to) });
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={routes.ops.benefitApplications({ state: "waiting" })}>
								{t("list.worklist")}
								{waiting > 0 && <Badge tone="warning">{t("list.waiting", { count: waiting })}</Badge>}
							</Link>
						</Button>
						{canManage && (
							<Button asChild>
								<Link href={routes.ops.newBenefit()}>
									<Plus aria-hidden="true" />
									{t("list.new")}
								</Link>
							</Button>
						)}
					</>
				}
			/>
			<div className="space-y-4">
				<BenefitFilters query={query} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<EmptyState title={t("list.none")} description={t("list.noneHint")} />
					) : (
						<BenefitTable rows={rows} />
					)}
					<Pagination
						total={total}
						previousHref={page > 1 ? hrefOf(page - 1) : null}
						nextHref={page * BENEFITS_PER_PAGE < total ? hrefOf(page + 1) : null}
					/>
				</Card>
			</div>
		</>
	);
}
