import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { hasReached } from "@/lib/domains/programme/rules/bands";
import { probabilityText } from "@/lib/domains/programme/rules/show/forecast";
import { bandLine, bandName } from "@/lib/domains/programme/rules/show/names";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import type { PartnerOutlook } from "@/lib/domains/programme/types/forecast";
import type { OwnProgramme } from "@/lib/domains/programme/types/forecast-page";
import { formatCount, formatDate, formatDateTime } from "@/lib/platform/format";
import { compact, type ForecastWords } from "./words";

/** The partner's own interval and probabilities, with a picture of where the line lies in it. */
export function OwnForecast({ own, words }: { own: OwnProgramme; words: ForecastWords }) {
	const { t, locale } = words;
	const { head, outlook, state, target, terms } = own;
	if (!head || !outlook)
		return (
			<Card>
				<CardHeader title={t("own.forecastTitle")} />
				{state === "changed" ? (
					<EmptyState title={t("state.changedTitle")} description={t("state.changedHint")} />
				) : (
					<EmptyState title={t("own.noOutlook")} description={t("own.noOutlookHint")} />
				)}
			</Card>
		);
	return (
		<Card>
			<CardHeader
				title={t("own.forecastTitle")}
				description={t("own.forecastDescription", {
					paths: formatCount(head.result.paths),
					day: formatDate(head.asOf, locale),
					computed: formatDateTime(head.computedAt, locale),
				})}
			/>
			<CardBody className="space-y-5">
				{state === "old" && (
					<Banner tone="warning" title={t("state.oldTitle")}>
						{t("state.oldHint", {
							asOf: formatDate(head.asOf, locale),
							known: formatDate(terms.asOf, locale),
						})}
					</Banner>
				)}
				<div className="grid gap-5 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
					<div>
						<p className="text-ink-soft text-xs">{t("own.interval")}</p>
						<p className="figure mt-1 font-semibold text-2xl">
							{compact(outlook.lowFen, locale)} – {compact(outlook.highFen, locale)}
						</p>
						<p className="mt-1 text-ink-faint text-xs">
							{t("own.middle", { amount: compact(outlook.middleFen, locale) })}
						</p>
						{target && <Track outlook={outlook} line={target.band} words={words} />}
					</div>
					<dl className="space-y-3">
						{terms.bands.map((band) => (
							<Chance key={band.code} band={band} outlook={outlook} words={words} />
						))}
					</dl>
				</div>
			</CardBody>
		</Card>
	);
}

function Chance({ band, outlook, words }: { band: Band; outlook: PartnerOutlook; words: ForecastWords }) {
	const { t, locale } = words;
	const probability = outlook.reach[band.code] ?? 0;
	const isReached = hasReached(outlook.netFen, band);
	return (
		<div>
			<dt className="text-ink-soft text-xs">
				{t("own.probability", { band: `${bandName(band, locale)} ${bandLine(band, locale)}` })}
			</dt>
			<dd className="figure mt-0.5 font-semibold text-xl">
				{probabilityText(probability, words, isReached)}
				{isReached && (
					<span className="mt-0.5 block font-normal text-ink-faint text-xs">{t("own.probabilityMet")}</span>
				)}
			</dd>
		</div>
	);
}

/** A bar from nothing to beyond the line: what is there, the interval, the line. */
function Track({
	outlook,
	line,
	words: { t, locale },
}: {
	outlook: PartnerOutlook;
	line: Band;
	words: ForecastWords;
}) {
	const amounts = [outlook.netFen, outlook.highFen, line.thresholdFen].map(Number);
	const span = Math.max(...amounts, 1) * 1.06;
	const place = (fen: bigint) => `${Math.min(100, Math.max(0, (Number(fen) / span) * 100))}%`;
	const width = `${Math.max(0.5, ((Number(outlook.highFen) - Math.max(0, Number(outlook.lowFen))) / span) * 100)}%`;
	return (
		<div className="mt-4">
			<div
				role="img"
				aria-label={t("own.track")}
				className="relative h-5 rounded-sm bg-sunken ring-1 ring-line ring-inset"
			>
				<span
					className="absolute inset-y-0 left-0 rounded-sm bg-chart-1"
					style={{ width: place(outlook.netFen) }}
				/>
				<span
					className="hatched absolute inset-y-0 text-chart-1"
					style={{ left: place(outlook.lowFen), width }}
				/>
				<span
					className="-inset-y-1 absolute border-danger border-l-2"
					style={{ left: place(line.thresholdFen) }}
				/>
			</div>
			<p className="mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-soft text-xs">
				<span className="inline-flex items-center gap-1.5">
					<span aria-hidden="true" className="size-2.5 rounded-xs bg-chart-1" />
					{t("own.trackNow")} {compact(outlook.netFen, locale)}
				</span>
				<span className="inline-flex items-center gap-1.5">
					<span aria-hidden="true" className="hatched size-2.5 rounded-xs text-chart-1" />
					{t("own.interval")}
				</span>
				<span className="inline-flex items-center gap-1.5">
					<span aria-hidden="true" className="h-3 border-danger border-l-2" />
					{t("own.trackLine")} {compact(line.thresholdFen, locale)}
				</span>
			</p>
		</div>
	);
}
