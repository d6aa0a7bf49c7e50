import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";
import { TierBadge } from "@/components/ui/tier-badge";
import type { TierPlaces } from "@/lib/domains/tiers/types";
import type { TrackRanking } from "@/lib/domains/tiers/types/leaderboard";
import { formatBps, formatCount, formatScoreBps } from "@/lib/platform/format";
import { tierName } from "../tier-names";
import { boardHref } from "./board-href";
import type { BoardWords } from "./board-words";

type ZoneKeyProps = { runId: string; ranking: TrackRanking; words: BoardWords };

/** Where the places go and where it is dangerous, in numbers; each leads to the rows it speaks of. */
export function ZoneKey({ runId, ranking, words }: ZoneKeyProps) {
	const { field: track, trackCode } = ranking;
	const { t } = words;
	const { field } = track;
	if (!field.held) return null;
	const bottom = field.eligible - field.bottomAfterRank;
	return (
		<ul
			aria-label={t("board.zones")}
			className="flex flex-col divide-y border-b sm:flex-row sm:flex-wrap sm:divide-x sm:divide-y-0"
		>
			{field.tiers
				.filter((line) => line.places !== null)
				.map((line) => (
					<PlacesZone key={line.tier} line={line} runId={runId} ranking={ranking} words={words} />
				))}
			{bottom > 0 && (
				<Zone bar="bg-danger" href={boardHref(runId, { track: trackCode, zone: "bottom" })}>
					<span className="font-semibold text-danger-ink">{t("board.zoneName.bottom")}</span>
					<span className="block text-ink-soft text-xs">
						{t("board.bottomZone", {
							share: formatBps(track.rules.movement.bottomShareBps),
							count: formatCount(bottom),
							rank: formatCount(field.bottomAfterRank + 1),
						})}
					</span>
				</Zone>
			)}
		</ul>
	);
}

function PlacesZone({ line, runId, ranking, words }: ZoneKeyProps & { line: TierPlaces }) {
	const { t, locale } = words;
	const { trackCode, field } = ranking;
	const leftOut = line.candidates - line.taken;
	const places = t("board.placesTaken", {
		share: formatBps(line.shareBps ?? 0),
		places: formatCount(line.places ?? 0),
		taken: formatCount(line.taken),
	});
	const outcome =
		leftOut === 0
			? t("board.notFull")
			: line.cutOffRank === null
				? t("board.noPlace", { count: formatCount(leftOut) })
				: t("board.cutOff", {
						rank: formatCount(line.cutOffRank),
						score: formatScoreBps(line.cutOffScoreBps ?? 0),
						count: formatCount(leftOut),
					});
	const query = leftOut > 0 ? { zone: "outranked" as const } : { tier: line.tier };
	return (
		<Zone bar={barColours[line.tier]} href={boardHref(runId, { track: trackCode, ...query })}>
			<TierBadge size="sm" tier={line.tier} name={tierName(field.rules.tiers, line.tier, locale)} />
			<span className="mt-1 block text-ink-soft text-xs">{places}</span>
			<span className="block text-ink-faint text-xs">{outcome}</span>
		</Zone>
	);
}

const barColours = {
	1: "bg-tier-1",
	2: "bg-tier-2",
	3: "bg-tier-3",
	4: "bg-tier-4",
	5: "bg-tier-5",
} as const;

function Zone({ bar, href, children }: { bar: string; href: string; children: ReactNode }) {
	return (
		<li className="flex sm:min-w-60 sm:flex-1">
			<Link
				href={href}
				prefetch={false}
				className="flex w-full gap-3 px-5 py-3 text-sm -outline-offset-2 hover:bg-sunken"
			>
				<span aria-hidden="true" className={cn("w-1 shrink-0 rounded-full", bar)} />
				<span className="min-w-0">{children}</span>
			</Link>
		</li>
	);
}
