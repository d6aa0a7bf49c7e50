import {
	Table,
	TableBody,
	TableCell,
	TableHead,
	TableHeader,
	TableRow,
	TableRowHead,
} from "@/components/ui/table";
import type { ForcePercentiles, ForceScore, IndicatorScore } from "@/lib/domains/forces/types";
import { formatBps, formatScoreBps } from "@/lib/platform/format";
import { formatIndicator, isWordUnit } from "./format-indicator";
import { openWords, type Words } from "./words";

export type Percentiles = Omit<ForcePercentiles, "partnerId"> | null;

type ForceTableProps = {
	label: string;
	forces: readonly ForceScore[];
	percentiles: Percentiles;
};

/** The indicators behind some forces: value, floor, target, score and percentile, so that no score is a black box. */
export async function ForceTable({ label, forces, percentiles }: ForceTableProps) {
	const words = await openWords();
	const { t } = words;
	return (
		<Table label={label} density="compact">
			<TableHeader>
				<TableRow>
					<TableHead className="min-w-40">{t("panel.indicator")}</TableHead>
					<TableHead numeric>{t("panel.value")}</TableHead>
					<TableHead numeric>{t("panel.score")}</TableHead>
					<TableHead numeric>{t("panel.percentile")}</TableHead>
					<TableHead className="min-w-44">
						{t("panel.floor")} → {t("panel.goal")}
					</TableHead>
				</TableRow>
			</TableHeader>
			<TableBody>
				{forces.map((force) => (
					<ForceRows words={words} key={force.force} force={force} percentiles={percentiles} />
				))}
			</TableBody>
		</Table>
	);
}

function ForceRows({
	force,
	percentiles,
	words,
}: {
	force: ForceScore;
	percentiles: Percentiles;
	words: Words;
}) {
	const { t } = words;
	return (
		<>
			<TableRow>
				<TableRowHead className="bg-sunken py-2!">
					<span id={`force-${force.force}`} className="scroll-mt-24 font-semibold">
						{t(`names.${force.force}`)}
					</span>
				</TableRowHead>
				<TableCell numeric className="bg-sunken text-ink-faint text-xs">
					{t("panel.weight")} {formatBps(force.weightBps)}
				</TableCell>
				<TableCell numeric className="bg-sunken font-semibold">
					{formatScoreBps(force.scoreBps)}
				</TableCell>
				<TableCell numeric className="bg-sunken font-semibold">
					{percentiles ? formatBps(percentiles.forces[force.force]) : t("panel.percentileNone")}
				</TableCell>
				<TableCell className="bg-sunken" />
			</TableRow>
			{force.indicators.map((indicator) => (
				<IndicatorRow words={words} key={indicator.id} indicator={indicator} percentiles={percentiles} />
			))}
		</>
	);
}

function IndicatorRow({
	indicator,
	percentiles,
	words: { t, locale },
}: {
	indicator: IndicatorScore;
	percentiles: Percentiles;
	words: Words;
}) {
	const { unit } = indicator;
	const show = (decimal: string) => {
		const text = formatIndicator(decimal, unit, locale);
		return isWordUnit(unit) ? t(`values.${unit}`, { value: text }) : text;
	};
	const percentile = percentiles?.indicators[indicator.id] ?? null;
	return (
		<TableRow>
			<TableRowHead className="font-normal">
				<span id={`indicator-${indicator.id}`} className="scroll-mt-24">
					{t(`indicatorNames.${indicator.id}`)}
				</span>
				<span className="block text-ink-faint text-xs">
					{formatBps(indicator.weightBps)}
					{indicator.smallerIsBetter && ` · ${t("panel.lower")}`}
				</span>
			</TableRowHead>
			<TableCell numeric className="font-medium">
				{indicator.value === null ? (
					<span className="font-normal text-ink-faint text-xs">{t("panel.noData")}</span>
				) : (
					show(indicator.value)
				)}
			</TableCell>
			<TableCell numeric>{formatScoreBps(indicator.scoreBps)}</TableCell>
			<TableCell numeric className="text-ink-soft">
				{percentile === null ? t("panel.percentileNone") : formatBps(percentile)}
			</TableCell>
			<TableCell>
				<span className="figure flex items-center gap-2 whitespace-nowrap text-ink-faint text-xs">
					{show(indicator.floor)}
					<span
						aria-hidden="true"
						className="relative h-1.5 min-w-14 grow rounded-full bg-sunken ring-1 ring-line ring-inset"
					>
						<span
							className="absolute inset-y-0 left-0 rounded-full bg-chart-1"
							style={{ width: `${indicator.scoreBps / 100}%` }}
						/>
					</span>
					{show(indicator.target)}
				</span>
			</TableCell>
		</TableRow>
	);
}
