import Link from "next/link";
import { hrefOfPartners } from "@/components/programme/partners/href";
import { forecastInWords } from "@/lib/domains/programme/rules/show/forecast";
import { asOfLine, bandName, formatTenths } from "@/lib/domains/programme/rules/show/names";
import type { BandCount, ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCompactFen, formatCount } from "@/lib/platform/format";
import { Definition } from "./definition";
import type { ForecastWords } from "./forecast/words";
import type { Words } from "./words";

/** One band against its target: the count, the bar with today's mark of a straight line, and how far it is from it. */
export function BandPanel({
	state,
	dashboard,
	words,
	forecastWords,
}: {
	state: BandCount;
	dashboard: ProgrammeDashboard;
	words: Words;
	forecastWords: ForecastWords;
}) {
	const { t, locale } = words;
	const { band, count, expectedTenths, projectedCount } = state;
	const name = bandName(band, locale);
	const line = formatCompactFen(band.thresholdFen, locale).text;
	const rows = hrefOfPartners({ band: band.code });
	const target = formatCount(band.targetCount);
	return (
		<section aria-label={name} className="pg-band">
			<h2>
				{name}
				<Definition
					id={`why-${band.code}`}
					subject={name}
					what={`${t(band.inclusive ? "explain.inclusive" : "explain.exclusive", { line })}${t("explain.once")} ${t("explain.pace")}`}
					measure={t("explain.netOwn")}
					asOf={asOfLine(dashboard, words)}
					rows={{ href: rows, label: t("explain.rows") }}
					words={words}
				/>
			</h2>
			<p className="pg-count">
				<Link href={rows} prefetch={false}>
					{formatCount(count)}
				</Link>
				{t("bands.of", { target })}
			</p>
			<PaceBar state={state} label={t("bands.progress", { band: name, count: formatCount(count), target })} />
			<p className="pg-verdict">
				<PaceVerdict state={state} words={words} />
				<span>{t("bands.expected", { expected: formatTenths(expectedTenths) })}</span>
				<span>{t("bands.projected", { count: formatCount(projectedCount) })}</span>
			</p>
			<p className="pg-note">{forecastInWords(dashboard.forecast, band.code, forecastWords)}</p>
		</section>
	);
}

/** Whole partners against the tenth where a straight line is today: behind as soon as it is not reached. */
export function PaceVerdict({ state, words: { t } }: { state: BandCount; words: Words }) {
	const ahead = state.count * 10 - state.expectedTenths;
	if (ahead === 0) return <strong>{t("bands.onPace")}</strong>;
	return (
		<strong className={ahead > 0 ? "pg-good" : "pg-warn"}>
			{t(ahead > 0 ? "bands.ahead" : "bands.behind", { count: formatTenths(Math.abs(ahead)) })}
		</strong>
	);
}

export function PaceBar({ state, label }: { state: BandCount; label: string }) {
	const { band, count, expectedTenths } = state;
	const span = Math.max(band.targetCount, count, 1);
	const share = (value: number) => `${Math.min(100, Math.round((value / span) * 1000) / 10)}%`;
	return (
		<span role="img" aria-label={label} className="pg-bar">
			<i style={{ width: share(count) }} />
			<b style={{ left: share(expectedTenths / 10) }} />
		</span>
	);
}
