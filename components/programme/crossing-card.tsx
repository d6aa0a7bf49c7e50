import Link from "next/link";
import { asOfLine, bandName } from "@/lib/domains/programme/rules/show/names";
import type { Crossing, ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatCount, formatMonth } from "@/lib/platform/format";
import { routes } from "@/lib/platform/routes/routes";
import { monthOf } from "@/lib/platform/time";
import { Definition } from "./definition";
import { hrefOfPartners } from "./partners/href";
import type { Words } from "./words";

const SHOWN = 7;

/** Those who fell are fewer and matter as much: they keep their place in a short list. */
export function pickCrossings(crossings: readonly Crossing[], limit: number): Crossing[] {
	const fell = crossings.filter((one) => !one.rose);
	const rose = crossings.filter((one) => one.rose);
	const places = Math.min(fell.length, Math.max(Math.floor(limit / 2), limit - rose.length));
	return [...rose.slice(0, limit - places), ...fell.slice(0, places)];
}

/** Who crossed a line this month or fell below one, by name, with the band before and the band now. */
export function CrossingCard({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const { t, locale } = words;
	const { crossings } = dashboard.overview;
	const { asOf } = dashboard;
	const rose = crossings.filter((one) => one.rose).length;
	const title = asOf
		? t("crossings.title", { month: formatMonth(monthOf(asOf), locale) })
		: t("crossings.none");
	return (
		<section className="pg-card">
			<header>
				<h2>{title}</h2>
				<Definition
					id="why-crossings"
					subject={title}
					what={t("explain.crossings")}
					measure={t("explain.netOwn")}
					asOf={asOfLine(dashboard, words)}
					words={words}
				/>
				<Link href={routes.ops.programmeHistory()} prefetch={false} className="pg-link">
					{t("crossings.more")}
				</Link>
			</header>
			<p className="mt-1 flex flex-wrap gap-x-4 text-sm">
				<Link href={hrefOfPartners({ moved: "up" })} prefetch={false} className="pg-good hover:underline">
					{t("crossings.rose", { count: formatCount(rose) })}
				</Link>
				<Link href={hrefOfPartners({ moved: "down" })} prefetch={false} className="pg-bad hover:underline">
					{t("crossings.fell", { count: formatCount(crossings.length - rose) })}
				</Link>
			</p>
			{crossings.length === 0 ? (
				<p className="pg-note mt-2">{t("crossings.empty")}</p>
			) : (
				<CrossingRows crossings={pickCrossings(crossings, SHOWN)} words={words} />
			)}
		</section>
	);
}

export function CrossingRows({ crossings, words }: { crossings: readonly Crossing[]; words: Words }) {
	const { t, locale } = words;
	const nameOf = (band: Crossing["to"]) => (band ? bandName(band, locale) : t("bands.below"));
	return (
		<table className="pg-rows pg-moves">
			<thead className="sr-only">
				<tr>
					<th scope="col">{t("list.partner")}</th>
					<th scope="col">{t("crossings.change")}</th>
				</tr>
			</thead>
			<tbody>
				{crossings.map(({ standing, month, from, to, rose }) => (
					<tr key={standing.partnerId + month}>
						<td>
							<Link href={routes.ops.partner(standing.partnerId)} prefetch={false}>
								{standing.name}
							</Link>
						</td>
						<td className={rose ? "pg-good" : "pg-bad"}>
							{rose ? "▲" : "▼"} {nameOf(from)} → {nameOf(to)}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}
