import type { Metadata } from "next";
import Link from "next/link";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { InviteBrand } from "@/components/playbook/invite-brand";
import { JoinsCard } from "@/components/playbook/joins-card";
import { PortfolioDesk, type StepMarkShown } from "@/components/playbook/portfolio-desk";
import { PortfolioFilters } from "@/components/playbook/portfolio-filters";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { StatCard } from "@/components/ui/stat-card";
import { stuckAfterDays } from "@/lib/domains/playbook/constants/sides";
import { loadPortfolio, type Portfolio } from "@/lib/domains/playbook/loaders/portfolio";
import type { StepMark } from "@/lib/domains/playbook/types/portfolio";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbook");
	return { title: t("ops.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BrandsPage({ searchParams }: Props) {
	const [t, loaded] = await Promise.all([getTranslations("playbook"), searchParams.then(loadPortfolio)]);
	const { sums } = loaded;
	return (
		<ClientMessages namespaces={["playbook", "errors"]}>
			<PageHeader
				title={t("ops.title")}
				description={t("ops.description")}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={routes.ops.playbookTemplates()}>{t("ops.templates")}</Link>
						</Button>
						{loaded.mayManage && <InviteBrand managers={loaded.managers} />}
					</>
				}
			/>
			<div className="mb-4 grid grid-cols-2 gap-4 xl:grid-cols-4">
				<StatCard label={t("ops.total")} value={formatCount(sums.total)} />
				<StatCard label={t("ops.stuck")} value={formatCount(sums.stuck)} emphasis />
				<StatCard label={t("ops.unstarted")} value={formatCount(sums.unstarted)} />
				<StatCard label={t("ops.unmanaged")} value={formatCount(sums.unmanaged)} />
			</div>
			<div className="space-y-4">
				<PortfolioFilters filter={loaded.filter} managers={loaded.managers} />
				<Rows {...loaded} />
				<JoinsCard joins={loaded.joins} />
			</div>
		</ClientMessages>
	);
}

async function Rows({ rows, total, filter, managers, mayManage, pageSize, figures, days }: Portfolio) {
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	if (rows.length === 0)
		return (
			<Card>
				<EmptyState title={t("ops.empty")} description={t("ops.emptyHint")} />
			</Card>
		);
	const desk = rows.map((row) => ({
		...{ id: row.id, name: row.name, about: `${t(`kind.${row.kind}`)} · ${row.category}` },
		...{ managerName: row.managerName, isStarted: row.playbookVersion !== null, step: row.step },
		...{ overdue: row.overdue, stuckSince: row.stuckSince && formatDate(row.stuckSince, locale) },
		cells: (row.required ?? []).map((required, index) => ({
			...{ step: index + 1, required, done: row.done?.[index] ?? 0 },
			...showMark(figures.get(row.id)?.marks?.[index], locale),
		})),
		net: formatCompactFen(figures.get(row.id)?.netFen ?? 0n, locale),
		yearOnYearBps: figures.get(row.id)?.yearOnYear?.bps ?? null,
		drivers: figures.get(row.id)?.drivers ?? null,
	}));
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("ops.table")} description={t("ops.tableHint", { days: stuckAfterDays })} />
			<PortfolioDesk rows={desk} managers={managers} mayManage={mayManage} days={days} />
			<Pagination total={total} {...numberedPageHrefs(routes.ops.brands(), filter, total, pageSize)} />
		</Card>
	);
}

function showMark(mark: StepMark | undefined, locale: Locale): { mark: StepMarkShown; since: string } {
	if (!mark) return { mark: "NONE", since: "" };
	const since = mark.since ? formatDate(mark.since, locale) : "";
	if (mark.state !== "OPEN") return { mark: mark.state, since };
	return { mark: mark.isMet ? "MET" : "OPEN", since };
}
