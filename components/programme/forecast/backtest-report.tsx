import { Badge } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import { BACKTEST_PATHS } from "@/lib/domains/programme/rules/forecast/assumptions";
import type { Backtest, BacktestRow } from "@/lib/domains/programme/rules/forecast/backtest";
import {
	type CoverageShare,
	coverageInterval,
} from "@/lib/domains/programme/rules/forecast/coverage-interval";
import { ordersBacktest } from "@/lib/domains/programme/rules/forecast/orders-backtest";
import type { StoredBacktest } from "@/lib/domains/programme/types/forecast";
import { formatCount, formatDate } from "@/lib/platform/format";
import { type ForecastWords, shareText } from "./words";

/** What the 80% intervals of the past were worth, here and on public data, with what the figures cannot say. */
export function BacktestReport({ stored, words }: { stored: StoredBacktest | null; words: ForecastWords }) {
	const { t, locale } = words;
	const range = ({ from, to }: Backtest) => ({ from: formatDate(from, locale), to: formatDate(to, locale) });
	const facts = ({ partners, origins }: Backtest) => ({
		partners: formatCount(partners),
		origins: formatCount(origins.length),
		paths: formatCount(BACKTEST_PATHS),
	});
	return (
		<Card className="overflow-hidden">
			<CardHeader title={t("backtest.title")} description={t("backtest.description")} />
			{stored ? (
				<Scores
					title={t("backtest.demoTitle", range(stored.result))}
					facts={t("backtest.facts", facts(stored.result))}
					result={stored.result}
					words={words}
				/>
			) : (
				<p className="px-5 pb-5 text-ink-faint text-sm">{t("backtest.none")}</p>
			)}
			<Scores
				title={t("backtest.referenceTitle", range(ordersBacktest))}
				facts={t("backtest.referenceFacts", facts(ordersBacktest))}
				result={ordersBacktest}
				words={words}
			/>
			<p className="border-t px-5 py-4 text-ink-soft text-xs leading-relaxed">{t("backtest.notes")}</p>
		</Card>
	);
}

type ScoresProps = { title: string; facts: string; result: Backtest; words: ForecastWords };

function Scores({ title, facts, result: { rows, byOrigin }, words }: ScoresProps) {
	const { t } = words;
	const all = rows.find(({ horizon }) => horizon === null);
	return (
		<section className="border-t pt-4">
			<div className="px-5 pb-3">
				<h3 className="font-medium text-ink text-sm">{title}</h3>
				<p className="mt-0.5 text-ink-faint text-xs">{facts}</p>
				{all && (
					<p className="mt-2 flex flex-wrap gap-2">
						<Verdict
							name={t("backtest.sums")}
							share={all.sums.covered / all.sums.of}
							sure={coverageInterval(byOrigin, ({ sums }) => sums)}
							words={words}
						/>
						<Verdict
							name={t("backtest.counts")}
							share={all.countsFair / all.counts.of}
							sure={coverageInterval(byOrigin, ({ counts }) => counts)}
							words={words}
						/>
					</p>
				)}
			</div>
			<Table label={title} density="compact">
				<TableHeader>
					<TableRow>
						<TableHead rowSpan={2}>{t("backtest.horizon")}</TableHead>
						<TableHead colSpan={4} numeric>
							{t("backtest.sums")}
						</TableHead>
						<TableHead colSpan={4} numeric>
							{t("backtest.counts")}
						</TableHead>
					</TableRow>
					<TableRow>
						<TableHead numeric>{t("backtest.forecasts")}</TableHead>
						<TableHead numeric>{t("backtest.covered")}</TableHead>
						<TableHead numeric>{t("backtest.above")}</TableHead>
						<TableHead numeric>{t("backtest.bias")}</TableHead>
						<TableHead numeric>{t("backtest.forecasts")}</TableHead>
						<TableHead numeric>{t("backtest.covered")}</TableHead>
						<TableHead numeric>{t("backtest.shown")}</TableHead>
						<TableHead numeric>{t("backtest.above")}</TableHead>
					</TableRow>
				</TableHeader>
				<TableBody>
					{rows.map((row) => (
						<ScoreRow key={row.horizon ?? "all"} row={row} words={words} />
					))}
				</TableBody>
			</Table>
		</section>
	);
}

/** The coverage against its target, and what chance alone would make of it: outside by chance is not the same as wrong. */
function Verdict({
	name,
	share,
	sure,
	words: { t },
}: {
	name: string;
	share: number;
	sure: CoverageShare | null;
	words: ForecastWords;
}) {
	const isWithin = share >= 0.75 && share <= 0.85;
	const mayBeChance = !isWithin && sure !== null && sure.low <= 0.8 && sure.high >= 0.8;
	const verdict = isWithin ? "verdictIn" : mayBeChance ? "verdictChance" : "verdictOut";
	return (
		<Badge tone={isWithin ? "success" : mayBeChance ? "info" : "warning"}>
			{name} {shareText(share)}
			{sure && ` (${t("backtest.sure", { low: shareText(sure.low), high: shareText(sure.high) })})`} ·{" "}
			{t(`backtest.${verdict}`)}
		</Badge>
	);
}

function ScoreRow({
	row: { horizon, sums, counts, countsFair },
	words: { t },
}: {
	row: BacktestRow;
	words: ForecastWords;
}) {
	return (
		<TableRow className={horizon === null ? "font-semibold" : undefined}>
			<TableRowHead className="whitespace-nowrap">
				{horizon === null ? t("backtest.all") : t("backtest.months", { count: horizon })}
			</TableRowHead>
			<TableCell numeric>{formatCount(sums.of)}</TableCell>
			<TableCell numeric>{partOf(sums.covered, sums.of)}</TableCell>
			<TableCell numeric>{partOf(sums.above, sums.of)}</TableCell>
			<TableCell numeric>{partOf(sums.actual, sums.expected)}</TableCell>
			<TableCell numeric>{formatCount(counts.of)}</TableCell>
			<TableCell numeric>{partOf(countsFair, counts.of)}</TableCell>
			<TableCell numeric>{partOf(counts.covered, counts.of)}</TableCell>
			<TableCell numeric>{partOf(counts.above, counts.of)}</TableCell>
		</TableRow>
	);
}

const partOf = (part: number, whole: number) => (whole > 0 ? shareText(part / whole) : "–");
