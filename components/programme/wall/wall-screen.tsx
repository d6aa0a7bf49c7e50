import { PaceBar, PaceVerdict } from "@/components/programme/band-panel";
import { pickCrossings } from "@/components/programme/crossing-card";
import { noticeOf } from "@/components/programme/programme-frame";
import { SceneSvg } from "@/components/programme/scene-svg";
import type { Words } from "@/components/programme/words";
import { drawHistory } from "@/lib/domains/programme/rules/draw/draw-history";
import { forecastInWords } from "@/lib/domains/programme/rules/show/forecast";
import {
	bandLine,
	bandName,
	describePeriod,
	formatTenths,
	historyWords,
} from "@/lib/domains/programme/rules/show/names";
import type { Band, ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatMonth } from "@/lib/platform/format";
import { monthOf } from "@/lib/platform/time";
import { KeepFresh } from "./keep-fresh";
import { WallMoney, WallNear, WallPools } from "./wall-lists";

const CROSSINGS = 6;
// In units of the drawing; the screen stretches it, so that the letters are as large as the others.
const box = { x: 0, y: 0, width: 560, height: 400 };

export function WallScreen({
	dashboard,
	now,
	words,
}: {
	dashboard: ProgrammeDashboard;
	now: Date;
	words: Words;
}) {
	const { overview, terms } = dashboard;
	const { t, locale } = words;
	const notice = noticeOf(dashboard, words);
	const short = { ...historyWords(locale), band: (band: Band) => bandLine(band, locale) };
	return (
		<main className="wall">
			<header>
				<h1>{locale === "en" ? terms.nameEn : terms.nameZh}</h1>
				{notice ? (
					<span className="wall-notice">{notice}</span>
				) : (
					<span>{describePeriod(dashboard, words)}</span>
				)}
				<KeepFresh
					readAt={now.getTime()}
					words={{
						refreshed: t("wall.refreshed", { time: "{time}" }),
						lost: t("wall.lost", { time: "{time}" }),
					}}
				/>
			</header>
			{overview.bands.map((state) => (
				<section key={state.band.code} className="wall-band">
					<h2>{bandName(state.band, locale)}</h2>
					<strong>{formatCount(state.count)}</strong> <em>/ {formatCount(state.band.targetCount)}</em>
					<PaceBar state={state} label="" />
					<p>
						<PaceVerdict state={state} words={words} /> · {t("wall.due")} {formatTenths(state.expectedTenths)}
					</p>
					<p>{forecastInWords(dashboard.forecast, state.band.code, words.forecast)}</p>
				</section>
			))}
			<WallMoney dashboard={dashboard} words={words} />
			<section className="wall-list">
				<h2>{t("history.title")}</h2>
				<SceneSvg
					scene={drawHistory(overview.history, terms.bands, short, box, 28)}
					label={t("history.label")}
				/>
			</section>
			<WallCrossings dashboard={dashboard} words={words} />
			<section className="wall-list">
				<WallNear dashboard={dashboard} words={words} />
				<WallPools dashboard={dashboard} words={words} />
			</section>
		</main>
	);
}

function WallCrossings({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const { t, locale } = words;
	const { asOf, overview, today } = dashboard;
	const { crossings } = overview;
	const rose = crossings.filter((one) => one.rose).length;
	return (
		<section className="wall-list">
			<h2>
				{t("wall.crossed", { month: formatMonth(monthOf(asOf ?? today), locale) })} ·{" "}
				<span className="up">▲ {formatCount(rose)}</span>{" "}
				<span className="down">▼ {formatCount(crossings.length - rose)}</span>
			</h2>
			{crossings.length === 0 && <p>{t("wall.noCrossings")}</p>}
			<ul>
				{pickCrossings(crossings, CROSSINGS).map(({ standing, to, rose: isUp }) => (
					<li key={standing.partnerId}>
						<span>{standing.name}</span>
						<span className={isUp ? "up" : "down"}>
							{isUp ? "▲" : "▼"} {to ? bandLine(to, locale) : t("bands.below")}
						</span>
					</li>
				))}
			</ul>
		</section>
	);
}
