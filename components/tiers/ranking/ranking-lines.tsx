import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/cn";
import { TierBadge } from "@/components/ui/tier-badge";
import { layRanking, type RankingLine } from "@/lib/domains/tiers/rules/lay-ranking";
import type { NamedPlace, PublicRanking } from "@/lib/domains/tiers/types/ranking";
import { formatBps, formatCount } from "@/lib/platform/format";
import { type BoardWords, openBoardWords } from "../board/board-words";
import { tierLabel, tierName } from "../tier-names";

/** The ranking as a partner may see it: lines, counts, and the names of those who chose so. */
export async function RankingLines({ ranking, label }: { ranking: PublicRanking; label: string }) {
	const words = await openBoardWords();
	const { field, places, from, next } = ranking;
	const lines = layRanking(field, places, { from, to: next === null ? field.eligible : next - 1 });
	return (
		<ol aria-label={label} className="divide-y border-t">
			{lines.map((line) => (
				<Line key={keyOf(line)} line={line} ranking={ranking} words={words} />
			))}
		</ol>
	);
}

function keyOf(line: RankingLine): string {
	if (line.kind === "place") return `rank-${line.place.rank}`;
	if (line.kind === "others") return `others-${line.from}`;
	return "line" in line ? `T${line.line.tier}` : line.kind;
}

type LineProps = { line: RankingLine; ranking: PublicRanking; words: BoardWords };

function Line({ line, ranking, words }: LineProps) {
	if (line.kind === "place") return <PlaceLine place={line.place} ranking={ranking} words={words} />;
	if (line.kind === "others") return <OthersLine from={line.from} to={line.to} words={words} />;
	return <Drawn line={line} ranking={ranking} words={words} />;
}

function PlaceLine({
	place,
	ranking,
	words: { t, locale },
}: Omit<LineProps, "line"> & { place: NamedPlace }) {
	return (
		<li
			aria-current={place.isOwn ? "true" : undefined}
			className={cn(
				"flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-2.5",
				place.isOwn && "bg-spark-soft",
			)}
		>
			<span className="figure min-w-12 font-semibold text-base">{formatCount(place.rank)}</span>
			<span className={cn("min-w-0 grow basis-40", place.isOwn && "font-semibold")}>
				{place.name} {place.isOwn && <Badge tone="spark">{t("ranking.own")}</Badge>}
			</span>
			<TierBadge size="sm" tier={place.tier} name={tierName(ranking.rules.tiers, place.tier, locale)} />
		</li>
	);
}

function OthersLine({ from, to, words: { t } }: { from: number; to: number; words: BoardWords }) {
	const range = from === to ? formatCount(from) : `${formatCount(from)}–${formatCount(to)}`;
	return (
		<li className="flex flex-wrap items-center gap-x-4 px-5 py-2 text-ink-faint text-sm">
			<span className="figure min-w-12">{range}</span>
			<span>{t("ranking.others", { count: to - from + 1 })}</span>
		</li>
	);
}

type DrawnKind = Exclude<RankingLine, { kind: "place" } | { kind: "others" }>;

function Drawn({ line, ranking, words: { t, locale } }: Omit<LineProps, "line"> & { line: DrawnKind }) {
	if (line.kind === "bottom") {
		const share = formatBps(ranking.rules.movement.bottomShareBps);
		return <Dividing tone="danger">{t("board.danger", { share })}</Dividing>;
	}
	const said = {
		tier: tierLabel(ranking.rules.tiers, line.line.tier, locale),
		share: formatBps(line.line.shareBps ?? 0),
		places: formatCount(line.line.places ?? 0),
		taken: formatCount(line.line.taken),
	};
	if (line.kind === "places") return <Dividing tone="open">{t("board.placesLine", said)}</Dividing>;
	return <Dividing tone="brand">{t("ranking.cutOffLine", said)}</Dividing>;
}

const tones = {
	brand: "bg-brand-soft text-brand-ink",
	open: "bg-sunken text-ink-soft",
	danger: "bg-danger-soft text-danger-ink",
} as const;

function Dividing({ tone, children }: { tone: keyof typeof tones; children: ReactNode }) {
	return <li className={cn("px-5 py-1.5 font-medium text-xs", tones[tone])}>{children}</li>;
}
