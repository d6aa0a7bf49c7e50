import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { type CohortRow, sumCohorts } from "@/lib/domains/playbook/rules/steps/cohorts";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { formatBps, formatCount, formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays, type Day } from "@/lib/platform/time";
import { BrandPage } from "./brand-pages";

type Props = {
	brand: BrandHead;
	side: PlaybookSide;
	cohorts: readonly CohortRow[];
	asOf: Day;
	targetBps: number;
	/** Days after the first purchase the target is meant for. */
	targetDays: number;
	policyVersion: number;
};

const windows = [30, 60, 90] as const;
const shareOf = ({ again, buyers }: { again: number; buyers: number }) =>
	buyers > 0 ? Math.floor((again * 10_000) / buyers) : 0;

/** Repurchase by the week of the first purchase: a table whose cells are the darker, the more came back. */
export async function CohortsPage({ brand, side, cohorts, asOf, policyVersion, ...target }: Props) {
	const { targetBps, targetDays } = target;
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const shares = cohorts.flatMap(({ cells }) => cells.map(shareOf));
	const most = Math.max(1, ...shares);
	return (
		<BrandPage
			side={side}
			brand={brand}
			tab="cohorts"
			title={t("cohorts.title")}
			description={t("cohorts.description")}
			policyVersion={policyVersion}
		>
			<Card className="overflow-hidden">
				<CardHeader
					title={t("cohorts.table")}
					description={t("cohorts.tableHint", { day: formatDate(asOf, locale) })}
					actions={
						cohorts.length > 0 && (
							<span className="text-ink-soft text-xs">
								{t("cohorts.target", { days: targetDays, value: formatBps(targetBps) })} ·{" "}
								{t("cohorts.legend", { max: formatBps(most) })}
							</span>
						)
					}
				/>
				{cohorts.length === 0 ? (
					<EmptyState title={t("cohorts.empty")} description={t("cohorts.emptyHint")} />
				) : (
					<Matrix cohorts={cohorts} most={most} />
				)}
			</Card>
		</BrandPage>
	);
}

async function Matrix({ cohorts, most }: { cohorts: readonly CohortRow[]; most: number }) {
	const [t, locale] = await Promise.all([getTranslations("stations"), getLocale()]);
	const sums = sumCohorts(cohorts);
	return (
		<Table label={t("cohorts.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("cohorts.week")}</TableHead>
					<TableHead numeric>{t("cohorts.buyers")}</TableHead>
					{windows.map((days) => (
						<TableHead key={days} numeric>
							{t("cohorts.within", { days })}
						</TableHead>
					))}
				</TableRow>
			</TableHeader>
			<TableBody>
				<TableRow>
					<TableRowHead>{t("cohorts.all")}</TableRowHead>
					<TableCell numeric>{formatCount(cohorts.reduce((sum, { buyers }) => sum + buyers, 0))}</TableCell>
					{windows.map((days) => {
						const cell = sums.find(({ withinDays }) => withinDays === days);
						return <Cell key={days} cell={cell} most={most} />;
					})}
				</TableRow>
				{cohorts.toReversed().map(({ week, buyers, cells }) => (
					<TableRow key={week}>
						<TableRowHead className="whitespace-nowrap font-normal">{formatDate(week, locale)}</TableRowHead>
						<TableCell numeric>{formatCount(buyers)}</TableCell>
						{windows.map((days) => (
							<Cell
								key={days}
								cell={cells.find(({ withinDays }) => withinDays === days)}
								open={{ days, day: formatDate(addDays(week, 6 + days), locale) }}
								most={most}
							/>
						))}
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}

type CellProps = {
	cell: CohortRow["cells"][number] | undefined;
	most: number;
	/** The window that is not over, and the day it will be. */
	open?: { days: number; day: string };
};

async function Cell({ cell, most, open }: CellProps) {
	const t = await getTranslations("stations");
	if (!cell)
		return (
			<TableCell numeric className="text-ink-faint" title={open && t("cohorts.openHint", open)}>
				{t("cohorts.open")}
			</TableCell>
		);
	const share = shareOf(cell);
	const depth = Math.round((34 * share) / most);
	return (
		<TableCell
			numeric
			style={{ backgroundColor: `color-mix(in oklab, var(--brand) ${depth}%, transparent)` }}
			data-share={share}
		>
			<span className="font-medium text-ink">{formatBps(share)}</span>
			<span className="block text-2xs text-ink-soft">
				{t("cohorts.cell", { again: formatCount(cell.again), buyers: formatCount(cell.buyers) })}
			</span>
		</TableCell>
	);
}
