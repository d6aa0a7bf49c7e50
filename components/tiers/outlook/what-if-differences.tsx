import { cn } from "@/components/ui/cn";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { MetricUnit } from "@/lib/domains/tiers/constants";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { formatCount, formatScoreBps } from "@/lib/platform/format";
import { criteriaRows } from "../criteria-rows";
import { formatMetric } from "../format-metric";
import type { Words } from "./words";

type Row = { key: string; name: string; before: string; after: string; change: string; tone: -1 | 0 | 1 };

/** Every figure a verdict rests on, before and after, and by how much it moved; green is better, whichever way that is. */
export function WhatIfDifferences({
	before,
	after,
	words,
}: {
	before: DecisionReceipt;
	after: DecisionReceipt;
	words: Words;
}) {
	const { t } = words;
	const rows = [...compareMetrics(before, after, words), ...compareRace(before, after, words)];
	return (
		<div className="overflow-hidden rounded-lg border">
			<Table label={t("whatIf.differences")} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead className="min-w-28">{t("whatIf.metric")}</TableHead>
						<TableHead numeric>{t("whatIf.before")}</TableHead>
						<TableHead numeric>{t("whatIf.after")}</TableHead>
						<TableHead numeric className="max-sm:hidden">
							{t("whatIf.change")}
						</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<TableRow key={row.key}>
							<TableRowHead>{row.name}</TableRowHead>
							<TableCell numeric className="text-ink-soft">
								{row.before}
							</TableCell>
							<TableCell numeric className="font-semibold">
								{row.after}
								{row.tone !== 0 && (
									<span className={cn("block font-normal text-xs sm:hidden", toneOf(row))}>{row.change}</span>
								)}
							</TableCell>
							<TableCell numeric className={cn("max-sm:hidden", toneOf(row))}>
								{row.change}
							</TableCell>
						</TableRow>
					))}
				</TableBody>
			</Table>
		</div>
	);
}

function toneOf({ tone }: Row): string | false {
	if (tone === 0) return false;
	return tone > 0 ? "text-success-ink" : "text-danger-ink";
}

function compareMetrics(before: DecisionReceipt, after: DecisionReceipt, words: Words): Row[] {
	const { t, tTiers, locale } = words;
	const { gmvMonths: months, gmvMeasure: measure } = before.rules;
	const now = criteriaRows(after);
	return criteriaRows(before).map((row) => {
		const next = now.find((other) => other.metric === row.metric)?.value ?? null;
		const show = (value: string | null) =>
			value === null ? t("risk.noData") : formatMetric(value, row.unit, locale).text;
		return {
			key: row.metric,
			name: tTiers(`metrics.${row.metric}`, { months, measure }),
			before: show(row.value),
			after: show(next),
			...describeChange(row.value, next, row.unit, row.metric === "dispute_rate", words),
		};
	});
}

function describeChange(
	before: string | null,
	after: string | null,
	unit: MetricUnit,
	lowerIsBetter: boolean,
	{ locale }: Words,
): Pick<Row, "change" | "tone"> {
	if (before === null || after === null || before === after) return { change: "–", tone: 0 };
	const change = BigInt(after) - BigInt(before);
	const size = formatMetric((change < 0n ? -change : change).toString(), unit, locale).text;
	const isBetter = change > 0n !== lowerIsBetter;
	return { change: `${change > 0n ? "+" : "−"}${size}`, tone: isBetter ? 1 : -1 };
}

function compareRace(before: DecisionReceipt, after: DecisionReceipt, { t }: Words): Row[] {
	const [was, is] = [before.race.standing, after.race.standing];
	if (!was || !is || !before.race.field.held) return [];
	const points = is.scoreBps - was.scoreBps;
	const ranks = is.rank - was.rank;
	const tone = (value: number) => (value > 0 ? 1 : value < 0 ? -1 : 0);
	return [
		{
			key: "race",
			name: t("whatIf.race"),
			before: formatScoreBps(was.scoreBps),
			after: formatScoreBps(is.scoreBps),
			change: points === 0 ? "–" : `${points > 0 ? "+" : "−"}${formatScoreBps(Math.abs(points))}`,
			tone: tone(points),
		},
		{
			key: "rank",
			name: t("whatIf.rank"),
			before: formatCount(was.rank),
			after: formatCount(is.rank),
			change: ranks === 0 ? "–" : `${ranks > 0 ? "+" : "−"}${formatCount(Math.abs(ranks))}`,
			tone: tone(-ranks),
		},
	];
}
