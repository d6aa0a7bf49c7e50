import { Card, CardBody, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { TierBadge } from "@/components/ui/tier-badge";
import type { TierHistoryRow } from "@/lib/domains/tiers/types";
import { formatCompactFen, formatCount, formatMonth, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { openReasons } from "./move-reason";
import { TierHistoryChart } from "./tier-history-chart";
import { type NamedTiers, tierName } from "./tier-names";

/** The tier over the final runs as a line, with the table behind it. `rows` oldest first. */
export async function TierHistory({ rows, tiers }: { rows: readonly TierHistoryRow[]; tiers: NamedTiers }) {
	const t = await getTranslations("tiers");
	if (rows.length === 0) return null;
	return (
		<Card>
			<CardHeader title={t("history.title")} description={t("history.description")} />
			<CardBody>
				<TierHistoryChart rows={rows} tiers={tiers} />
				<details className="mt-3">
					<summary className="w-fit rounded-sm text-brand-ink text-sm">{t("history.showTable")}</summary>
					<div className="mt-3 overflow-hidden rounded-lg border">
						<HistoryTable rows={rows} tiers={tiers} />
					</div>
				</details>
			</CardBody>
		</Card>
	);
}

async function HistoryTable({ rows, tiers }: { rows: readonly TierHistoryRow[]; tiers: NamedTiers }) {
	const [t, locale, reasonOf] = await Promise.all([
		getTranslations("tiers"),
		getLocale(),
		openReasons(tiers),
	]);
	return (
		<Table label={t("history.table")} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead>{t("history.month")}</TableHead>
					<TableHead>{t("history.tier")}</TableHead>
					<TableHead>{t("history.reason")}</TableHead>
					<TableHead numeric>{t("history.rank")}</TableHead>
					<TableHead numeric>{t("history.composite")}</TableHead>
					<TableHead numeric>{t("history.gmv")}</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{[...rows].reverse().map((row) => (
					<TableRow key={row.runId}>
						<TableRowHead className="figure whitespace-nowrap">
							{formatMonth(row.period, locale)}
						</TableRowHead>
						<TableCell>
							<TierBadge size="sm" tier={row.tier} name={tierName(tiers, row.tier, locale)} />
						</TableCell>
						<TableCell className="min-w-44">
							{t(`history.movement.${row.movement}`)}
							<span className="block text-ink-faint text-xs">{reasonOf(row)}</span>
						</TableCell>
						<TableCell numeric>
							{row.raceRank === null ? "–" : `${formatCount(row.raceRank)} / ${formatCount(row.eligible)}`}
						</TableCell>
						<TableCell numeric>{formatScoreBps(row.compositeBps)}</TableCell>
						<TableCell numeric title={formatCompactFen(row.netFen, locale).exact}>
							{formatCompactFen(row.netFen, locale).text}
						</TableCell>
					</TableRow>
				))}
			</TableBody>
		</Table>
	);
}
