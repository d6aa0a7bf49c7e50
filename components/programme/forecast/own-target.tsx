import { StatCard } from "@/components/ui/stat-card";
import { bandLine, bandName } from "@/lib/domains/programme/rules/show/names";
import type { OwnProgramme, OwnTarget } from "@/lib/domains/programme/types/forecast-page";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import { floorDiv } from "@/lib/platform/money/ratio";
import { compact, type ForecastWords } from "./words";

/** Target, net so far against the pace, and what is needed a month. */
export function OwnTargetCards({ own, words }: { own: OwnProgramme; words: ForecastWords }) {
	const { t, locale } = words;
	const { target, standing, pace, reached } = own;
	if (!target) return null;
	const { band } = target;
	return (
		<div className="grid gap-4 sm:grid-cols-3">
			<StatCard
				emphasis
				label={target.isReached ? t("own.allReached") : t("own.target")}
				value={bandName(band, locale)}
				note={
					<>
						{t("own.targetNote", { line: bandLine(band, locale), inclusive: band.inclusive ? "yes" : "no" })}
						{reached && !target.isReached && <> · {t("own.reached", { band: bandName(reached, locale) })}</>}
					</>
				}
			/>
			<StatCard
				label={t("own.net")}
				value={formatCompactFen(standing.netFen, locale)}
				note={
					<>
						{t("own.netNote", { share: formatBps(floorDiv(standing.netFen * 10_000n, band.thresholdFen)) })}
						{pace.remainingDays > 0 && !target.isReached && (
							<PaceNote own={own} target={target} words={words} />
						)}
					</>
				}
			/>
			<Need own={own} target={target} words={words} />
		</div>
	);
}

type Part = { own: OwnProgramme; target: OwnTarget; words: ForecastWords };

function PaceNote({ own: { standing }, target: { expectedFen }, words: { t, locale } }: Part) {
	const ahead = standing.netFen - expectedFen;
	return (
		<span className="mt-0.5 block">
			{t("own.pace", { amount: compact(expectedFen, locale) })}{" "}
			<span className={ahead >= 0n ? "text-success-ink" : "text-warning-ink"}>
				{ahead >= 0n
					? t("own.ahead", { amount: compact(ahead, locale) })
					: t("own.behind", { amount: compact(-ahead, locale) })}
			</span>
		</span>
	);
}

function Need({ own, target, words: { t, locale } }: Part) {
	const { neededPer30DaysFen, gapFen, isReached } = target;
	// The running month says nothing yet about a pace.
	const lastWhole = own.standing.months.findLast(({ month }) => !own.terms.asOf.startsWith(month));
	if (own.pace.remainingDays === 0 || isReached || neededPer30DaysFen === null)
		return <StatCard label={t("own.need")} value="–" note={t(isReached ? "own.needNone" : "own.needOver")} />;
	return (
		<StatCard
			label={t("own.need")}
			value={formatCompactFen(neededPer30DaysFen, locale)}
			note={
				<>
					{t("own.needNote", { gap: compact(gapFen, locale), days: formatCount(own.pace.remainingDays) })}
					{lastWhole && (
						<span className="mt-0.5 block">
							{t("own.needLast", { amount: compact(lastWhole.netFen, locale) })}
						</span>
					)}
				</>
			}
		/>
	);
}
