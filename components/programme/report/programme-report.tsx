import { CrossingRows } from "@/components/programme/crossing-card";
import { HistoryTable } from "@/components/programme/history-table";
import { NearRows } from "@/components/programme/near-card";
import { noticeOf } from "@/components/programme/programme-frame";
import { SceneSvg } from "@/components/programme/scene-svg";
import { SliceTable } from "@/components/programme/slice-table";
import type { Words } from "@/components/programme/words";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { forecastInWords } from "@/lib/domains/programme/rules/show/forecast";
import { bandName, describePeriod, historyWords, trackName } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatDateTime, formatMonth } from "@/lib/platform/format";
import { monthOf } from "@/lib/platform/time";
import { BandTable, FactTable, PoolTable } from "./report-tables";

type Props = { dashboard: ProgrammeDashboard; words: Words };

const NEAR = 10;
const box = { x: 0, y: 0, width: 720, height: 250 };

/** The dashboard for paper: every picture with its table, every figure with its definition. */
export function ProgrammeReport({ dashboard, now, words }: Props & { now: Date }) {
	const { overview, terms, asOf, today } = dashboard;
	const { t, locale } = words;
	const notice = noticeOf(dashboard, words);
	const name = locale === "en" ? terms.nameEn : terms.nameZh;
	return (
		<main className="report">
			<p className="pg-note">{t("report.page")}</p>
			<h1>{t("report.title", { name })}</h1>
			<p className="pg-note">
				{describePeriod(dashboard, words)} · {t("report.made", { time: formatDateTime(now, locale) })}
			</p>
			{notice && <p>{notice}</p>}
			<h2>{t("report.summary")}</h2>
			<BandTable dashboard={dashboard} words={words} />
			<ul className="pg-note">
				{overview.bands.map(({ band }) => (
					<li key={band.code}>
						{bandName(band, locale)} · {forecastInWords(dashboard.forecast, band.code, words.forecast)}
					</li>
				))}
			</ul>
			<FactTable dashboard={dashboard} words={words} />
			<h2>{t("history.title")}</h2>
			{overview.history.length > 0 ? (
				<>
					<SceneSvg
						scene={drawHistory(overview.history, terms.bands, historyWords(locale), box)}
						label={t("history.label")}
					/>
					<HistoryTable history={overview.history} bands={terms.bands} words={words} />
				</>
			) : (
				<p className="pg-note">{t("history.empty")}</p>
			)}
			<h2>{t("crossings.title", { month: formatMonth(monthOf(asOf ?? today), locale) })}</h2>
			{overview.crossings.length > 0 ? (
				<CrossingRows crossings={overview.crossings} words={words} />
			) : (
				<p className="pg-note">{t("crossings.empty")}</p>
			)}
			<h2>{t("near.title")}</h2>
			{overview.near.length > 0 ? (
				<NearRows near={overview.near.slice(0, NEAR)} words={words} />
			) : (
				<p className="pg-note">{t("near.empty")}</p>
			)}
			<SliceParts dashboard={dashboard} words={words} />
			<h2>{t("pools.title")}</h2>
			{dashboard.pools.length > 0 ? (
				<PoolTable dashboard={dashboard} words={words} />
			) : (
				<p className="pg-note">{t("pools.empty")}</p>
			)}
			<Definitions dashboard={dashboard} words={words} />
		</main>
	);
}

function SliceParts({ dashboard, words }: Props) {
	const { overview, terms, tracks } = dashboard;
	const { t, locale } = words;
	const parts = [
		{ by: "track", slices: overview.byTrack, nameOf: (key: string) => trackName(tracks, key, locale) },
		{ by: "region", slices: overview.byRegion, nameOf: (key: string) => nameRegion(key, locale) },
	] as const;
	return parts.map(({ by, slices, nameOf }) => (
		<section key={by}>
			<h2>{t(`slices.${by}sTable`)}</h2>
			<SliceTable by={by} slices={slices} terms={terms} nameOf={nameOf} words={words} />
		</section>
	));
}

const definitions = [
	["pace", "report.due"],
	["net", "stats.net"],
	["expected", "stats.expectedNow"],
	["attributed", "stats.attributed"],
	["projected", "stats.projected"],
	["history", "history.title"],
	["crossings", "crossings.none"],
	["near", "near.title"],
	["slices", "slices.share"],
	["pools", "pools.title"],
] as const;

function Definitions({ dashboard, words: { t } }: Props) {
	const days = formatCount(dashboard.pace.remainingDays);
	return (
		<section>
			<h2>{t("report.definitions")}</h2>
			<p className="pg-note">{t("why.measure", { measure: t("explain.netOwn") })}</p>
			<dl className="report-definitions">
				{definitions.map(([key, label]) => (
					<div key={key}>
						<dt>{t(label)}</dt>
						<dd>{t(`explain.${key}`, { days })}</dd>
					</div>
				))}
			</dl>
		</section>
	);
}
