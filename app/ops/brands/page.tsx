import type { Metadata } from "next";
import Link from "next/link";
import { InviteBrand } from "@/components/playbook/invite-brand";
import { JoinsCard } from "@/components/playbook/joins-card";
import {
	type DeskRow,
	type DeskSorts,
	PortfolioDesk,
	type StepMarkShown,
} from "@/components/playbook/portfolio-desk";
import { PortfolioFilters } from "@/components/playbook/portfolio-filters";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardHeader } from "@/components/ui/card";
import { ColumnSettings } from "@/components/ui/column-settings";
import { EmptyState } from "@/components/ui/empty-state";
import { Explain } from "@/components/ui/explain";
import { Pagination } from "@/components/ui/pagination";
import { StatCard } from "@/components/ui/stat-card";
import {
	type PortfolioColumn,
	portfolioColumns,
	portfolioSorts,
} from "@/lib/domains/playbook/constants/portfolio";
import { stuckAfterDays } from "@/lib/domains/playbook/constants/sides";
import { loadPortfolio, type Portfolio } from "@/lib/domains/playbook/loaders/portfolio";
import { orderOf, portfolioQuery, turnedQuery } from "@/lib/domains/playbook/rules/portfolio-query";
import { compareYear, type YearOnYear } from "@/lib/domains/playbook/rules/year-on-year";
import type { PortfolioRow, StepMark } from "@/lib/domains/playbook/types/portfolio";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { Translations } from "@/lib/platform/i18n/messages";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { readColumns } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbook");
	return { title: t("ops.title") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BrandsPage({ searchParams }: Props) {
	const [t, loaded, columns] = await Promise.all([
		getTranslations("playbook"),
		searchParams.then(loadPortfolio),
		readColumns("brands", portfolioColumns),
	]);
	const { sums } = loaded;
	return (
		<ClientMessages namespaces={["playbook"]}>
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
				<Rows {...loaded} columns={columns} />
				<JoinsCard joins={loaded.joins} />
			</div>
		</ClientMessages>
	);
}

const columnNames = {
	stuck: "stuckSince",
	steps: "fiveSteps",
	net: "net",
	growth: "yearOnYear",
	drivers: "driversHead",
	manager: "manager",
} as const satisfies Record<PortfolioColumn, string>;

async function Rows({ columns, ...loaded }: Portfolio & { columns: readonly PortfolioColumn[] }) {
	const { rows, filter, managers, mayManage, days } = loaded;
	const [t, locale] = await Promise.all([getTranslations("playbook"), getLocale()]);
	if (rows.length === 0)
		return (
			<Card>
				<EmptyState title={t("ops.empty")} description={t("ops.emptyHint")} />
				<Pagination {...pagesOf(loaded)} />
			</Card>
		);
	const direction = orderOf(filter) === "asc" ? ("ascending" as const) : ("descending" as const);
	const sorts = Object.fromEntries(
		portfolioSorts.map((sort) => {
			const href = routes.ops.brands(turnedQuery(filter, sort));
			return [sort, { href, direction: filter.sort === sort ? direction : undefined }];
		}),
	) as DeskSorts;
	return (
		<Card className="overflow-hidden">
			<CardHeader
				title={t("ops.table")}
				description={t("ops.tableAbout")}
				actions={
					<>
						<Explain subject={t("ops.table")}>
							<p>{t("ops.tableHint", { days: stuckAfterDays })}</p>
						</Explain>
						<ColumnSettings
							table="brands"
							columns={portfolioColumns.map((value) => ({
								value,
								label: t(`ops.${columnNames[value]}`, { days }),
							}))}
							chosen={columns}
						/>
						<Button asChild variant="secondary" size="sm">
							<a href={routes.api.portfolio(portfolioQuery(filter))} download>
								{t("ops.csv")}
							</a>
						</Button>
					</>
				}
			/>
			<PortfolioDesk
				rows={rows.map((row) => showRow(row, { t, locale }))}
				{...{ sorts, managers, mayManage, days, columns }}
			/>
			<Pagination {...pagesOf(loaded)} />
		</Card>
	);
}

function pagesOf({ rows, filter, total, hasPrevious, hasNext }: Portfolio) {
	const [first, last] = [rows[0], rows.at(-1)];
	const before = hasPrevious && first && portfolioQuery(filter, { before: first.cursor });
	const after = hasNext && last && portfolioQuery(filter, { after: last.cursor });
	// Past the end, after rows went away, the first page is what stands before.
	const previous = before || (hasPrevious && !first ? portfolioQuery(filter) : null);
	return {
		total,
		previousHref: previous ? routes.ops.brands(previous) : null,
		nextHref: after ? routes.ops.brands(after) : null,
	};
}

type Words = { t: Translations<"playbook">; locale: Locale };

function showRow(row: PortfolioRow, { t, locale }: Words): DeskRow {
	const { marks, drivers } = row;
	const year = compareYear(row);
	return {
		...{ id: row.id, name: row.name, about: `${t(`kind.${row.kind}`)} · ${row.category}` },
		...{ managerName: row.managerName, isStarted: row.playbookVersion !== null, step: row.step },
		...{ overdue: row.overdue, stuckReason: row.stuckReason, drivers },
		stuckSince: row.stuckSince && formatDate(row.stuckSince, locale),
		cells: (row.steps ?? []).map((cell) => ({
			...cell,
			...showMark(
				marks?.find(({ step }) => step === cell.step),
				locale,
			),
		})),
		net: formatCompactFen(row.netFen, locale),
		year: year.kind === "FEW_DAYS" ? { fewDays: year.days } : showChange(year),
	};
}

function showChange(year: YearOnYear): { bps: number } | null {
	return year.kind === "CHANGE" && year.change.bps !== null ? { bps: year.change.bps } : null;
}

function showMark(mark: StepMark | undefined, locale: Locale): { mark: StepMarkShown; since: string } {
	if (!mark) return { mark: "NONE", since: "" };
	const since = mark.since ? formatDate(mark.since, locale) : "";
	if (mark.state !== "OPEN") return { mark: mark.state, since };
	return { mark: mark.isMet ? "MET" : "OPEN", since };
}
