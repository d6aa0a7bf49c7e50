import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { probabilityText } from "@/lib/domains/programme/rules/show/forecast";
import { bandName } from "@/lib/domains/programme/rules/show/names";
import type { BandMonth } from "@/lib/domains/programme/types/dashboard";
import type { BandOutlook, ForecastHead } from "@/lib/domains/programme/types/forecast";
import { formatCompactFen, formatCount, formatDate } from "@/lib/platform/format";
import { CountHistogram, CountTable } from "./count-histogram";
import { FanChart, fanOf } from "./fan-chart";
import { type ForecastWords, shareText } from "./words";

/** One band: interval, probability, distribution, and the table behind it. */
export function BandOutlookCard({
	outlook,
	head,
	isHighest,
	isOver,
	history,
	words,
}: {
	outlook: BandOutlook;
	head: ForecastHead;
	history: readonly BandMonth[];
	isHighest: boolean;
	isOver: boolean;
	words: ForecastWords;
}) {
	const { t, locale } = words;
	const { band, forecast } = outlook;
	const { inBand, atOrAbove } = forecast;
	const name = bandName(band, locale);
	return (
		<Card>
			<CardHeader
				title={name}
				description={t("band.now", { count: formatCount(inBand.now), target: formatCount(forecast.target) })}
			/>
			<CardBody>
				<div className="grid gap-4 sm:grid-cols-2">
					<div>
						<p className="text-ink-soft text-xs">{t("band.interval")}</p>
						<p className="mt-1 flex items-baseline gap-1.5">
							<span className="figure font-semibold text-4xl leading-none">{rangeText(inBand, words)}</span>
							<span className="text-ink-faint">{t("band.unit")}</span>
						</p>
						{!isOver && (
							<p className="mt-1.5 text-ink-faint text-xs">
								{t("band.middle", { middle: formatCount(inBand.middle), mass: shareText(inBand.mass) })}
							</p>
						)}
					</div>
					{!isOver && <Chance outlook={outlook} head={head} isHighest={isHighest} words={words} />}
				</div>
				{!isHighest && (
					<p className="mt-3 text-ink-soft text-sm">
						{t("band.above", {
							line: formatCompactFen(band.thresholdFen, locale).text,
							low: formatCount(atOrAbove.low),
							high: formatCount(atOrAbove.high),
							middle: formatCount(atOrAbove.middle),
						})}
					</p>
				)}
				{!isOver && (
					<div className="mt-5">
						<CountHistogram count={inBand} target={forecast.target} name={name} words={words} />
						<CountTable count={inBand} words={words} />
						<FanChart
							{...fanOf(band.code, history, head.result.fan ?? [], head.asOf)}
							target={forecast.target}
							name={name}
							words={words}
						/>
					</div>
				)}
			</CardBody>
		</Card>
	);
}

function rangeText({ low, high }: { low: number; high: number }, { t }: ForecastWords): string {
	if (low === high) return t("band.single", { count: formatCount(low) });
	return t("band.count", { low: formatCount(low), high: formatCount(high) });
}

/** Exactly 1 once the target is met, with what that does not promise. */
function Chance({
	outlook: { forecast },
	head,
	isHighest,
	words,
}: {
	outlook: BandOutlook;
	head: ForecastHead;
	isHighest: boolean;
	words: ForecastWords;
}) {
	const { t, locale } = words;
	const { inBand, target } = forecast;
	const isMet = inBand.now >= target;
	return (
		<div>
			<p className="text-ink-soft text-xs">{t("band.probability")}</p>
			<p className="mt-1 font-semibold text-4xl leading-none">
				<span className="figure">{probabilityText(inBand.probability, words, isMet)}</span>
				{isMet && <span className="ml-2 text-base text-success-ink">{t("band.met")}</span>}
			</p>
			{isMet && (
				<p className="mt-1.5 text-ink-faint text-xs">
					{t("band.metHint", {
						day: formatDate(head.asOf, locale),
						count: formatCount(inBand.now),
						stays: probabilityText(inBand.staysProbability, words),
						reason: t(isHighest ? "band.metRefunds" : "band.metRise"),
					})}
				</p>
			)}
		</div>
	);
}
