import type { Words } from "@/components/programme/words";
import { shareBps, usedOf } from "@/lib/domains/pools/rules/use";
import { factsOf } from "@/lib/domains/programme/rules/show/facts";
import { bandLine, formatLean, trackName } from "@/lib/domains/programme/rules/show/names";
import type { ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";

type Props = { dashboard: ProgrammeDashboard; words: Words };

const NEAR = 3;
const POOLS = 4;

/** Net GMV against the targets, the days left, and the track that lags most. */
export function WallMoney({ dashboard, words }: Props) {
	const { t, locale } = words;
	const { overview, pace, tracks } = dashboard;
	const [net, expected] = factsOf(dashboard, words);
	const last = overview.byTrack[0];
	const isBehind = overview.netFen < overview.expectedFen;
	return (
		<section className="wall-side">
			<h2>{t("wall.net")}</h2>
			<strong>{formatCompactFen(overview.netFen, locale).text}</strong>
			<p>{net?.note}</p>
			<p className={isBehind ? "late" : "up"}>{expected?.note}</p>
			<p>{t("stats.yearNote", { days: formatCount(pace.remainingDays) })}</p>
			<p>
				{last?.aheadBps && last.aheadBps < 0n ? (
					<>
						{t("wall.lag")} {trackName(tracks, last.key, locale)}{" "}
						<span className="down">{formatLean(last.aheadBps)}</span>
					</>
				) : (
					t("wall.noLag")
				)}
			</p>
		</section>
	);
}

export function WallNear({ dashboard, words: { t, locale } }: Props) {
	return (
		<>
			<h2>
				{t("wall.near")} · {t("wall.need")}
			</h2>
			<ul>
				{dashboard.overview.near.slice(0, NEAR).map(({ standing, band, neededPer30DaysFen: need }) => (
					<li key={standing.partnerId}>
						<span>{standing.name}</span>
						<span>{need === null ? bandLine(band, locale) : formatCompactFen(need, locale).text}</span>
					</li>
				))}
			</ul>
		</>
	);
}

export function WallPools({ dashboard, words: { t, locale } }: Props) {
	if (dashboard.pools.length === 0) return null;
	return (
		<>
			<h2>{t("wall.pools")}</h2>
			<ul>
				{dashboard.pools.slice(0, POOLS).map((pool) => (
					<li key={pool.id}>
						<span>{locale === "en" ? pool.nameEn : pool.nameZh}</span>
						<span>{formatBps(shareBps(usedOf(pool), pool.total))}</span>
					</li>
				))}
			</ul>
		</>
	);
}
