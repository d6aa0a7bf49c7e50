import Link from "next/link";
import { asOfLine, bandLine } from "@/lib/domains/programme/rules/show/names";
import type { NearLine, ProgrammeDashboard } from "@/lib/domains/programme/types/dashboard";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import { ratioToDecimal } from "@/lib/platform/money/ratio";
import { routes } from "@/lib/platform/routes/routes";
import { Definition } from "./definition";
import { hrefOfPartners } from "./partners/href";
import type { Words } from "./words";

const SHOWN = 6;

/** Who is nearest to a line, and the net GMV per 30 days that would take it there in time. */
export function NearCard({ dashboard, words }: { dashboard: ProgrammeDashboard; words: Words }) {
	const { t } = words;
	const { pace, overview } = dashboard;
	return (
		<section className="pg-card">
			<header>
				<h2>{t("near.title")}</h2>
				<Definition
					id="why-near"
					subject={t("near.title")}
					what={t("explain.near", { days: formatCount(pace.remainingDays) })}
					measure={t("explain.netOwn")}
					asOf={asOfLine(dashboard, words)}
					words={words}
				/>
				<Link href={hrefOfPartners({ sort: "reach" })} prefetch={false} className="pg-link">
					{t("near.more")}
				</Link>
			</header>
			{overview.near.length === 0 ? (
				<p className="pg-note mt-2">{t("near.empty")}</p>
			) : (
				<NearRows near={overview.near.slice(0, SHOWN)} words={words} />
			)}
		</section>
	);
}

export function NearRows({ near, words }: { near: readonly NearLine[]; words: Words }) {
	const { t } = words;
	return (
		<div className="pg-scroll">
			<table className="pg-rows">
				<thead>
					<tr>
						<th scope="col">{t("near.partner")}</th>
						<th scope="col">{t("near.gap")}</th>
						<th scope="col">{t("near.need")}</th>
					</tr>
				</thead>
				<tbody>
					{near.map((one) => (
						<NearRow key={one.standing.partnerId} near={one} words={words} />
					))}
				</tbody>
			</table>
		</div>
	);
}

function NearRow({ near, words }: { near: NearLine; words: Words }) {
	const { t, locale } = words;
	const { standing, band, gapFen, reachedBps, neededPer30DaysFen } = near;
	const gap = formatCompactFen(gapFen, locale);
	const need = neededPer30DaysFen === null ? null : formatCompactFen(neededPer30DaysFen, locale);
	return (
		<tr>
			<td>
				<Link href={routes.ops.partner(standing.partnerId)} prefetch={false}>
					{standing.name}
				</Link>
				<small>{t("near.reached", { share: formatBps(reachedBps), line: bandLine(band, locale) })}</small>
			</td>
			<td title={gap.exact}>{gap.text}</td>
			<td title={need?.exact}>
				{need ? need.text : t("near.ended")}
				<Effort needed={neededPer30DaysFen} monthly={standing.lastMonthFen} words={words} />
			</td>
		</tr>
	);
}

/** The need against the last whole month: within it, or how many times as fast. */
export function Effort({
	needed,
	monthly,
	words: { t },
}: {
	needed: bigint | null;
	monthly: bigint;
	words: Words;
}) {
	if (needed === null || monthly <= 0n) return null;
	if (needed <= monthly) return <small className="pg-good block text-xs">{t("near.within")}</small>;
	const times = ratioToDecimal({ num: needed, den: monthly }, 1);
	return <small className="pg-warn block text-xs">{t("near.over", { times })}</small>;
}
