import { bandOf, compareDescending, compareText } from "@/lib/domains/programme/rules/bands";
import { nearLineOf } from "@/lib/domains/programme/rules/nearest";
import { projectAtPace } from "@/lib/domains/programme/rules/pace";
import type { PartnerQuery } from "@/lib/domains/programme/schema";
import type { Band, NearLine, ProgrammeWorld, Standing } from "@/lib/domains/programme/types/dashboard";
import { monthOf } from "@/lib/platform/time";

export const PAGE_SIZE = 50;
/** In the address: partners below every line. */
export const BELOW = "below";

/** A partner as the list shows it. */
export type PartnerLine = {
	readonly standing: Standing;
	readonly band: Band | null;
	/** The next line and what it takes; null above all lines or without sales. */
	readonly near: NearLine | null;
	readonly projectedFen: bigint;
};

type Sortable = { line: PartnerLine; key: bigint };

/** The partners a question asks for, in its order; ties by id. Those without a value to sort by come last either way, by net. */
export function selectPartners(world: ProgrammeWorld, query: PartnerQuery): PartnerLine[] {
	const { terms, pace, standings } = world;
	const movedIds = movedPartners(world, query);
	const needle = query.q.toLowerCase();
	const lines = standings.flatMap((standing): PartnerLine[] => {
		if (query.track && standing.trackCode !== query.track) return [];
		if (query.region && standing.region !== query.region) return [];
		if (needle && !standing.name.toLowerCase().includes(needle)) return [];
		if (movedIds && !movedIds.has(standing.partnerId)) return [];
		const band = bandOf(standing.netFen, terms.bands);
		if (query.band && (band?.code ?? BELOW) !== query.band) return [];
		const near = nearLineOf(standing, terms.bands, pace);
		return [{ standing, band, near, projectedFen: projectAtPace(standing.netFen, pace) }];
	});
	return sortLines(lines, query);
}

function movedPartners({ moves, asOf }: ProgrammeWorld, { moved }: PartnerQuery): Set<string> | null {
	if (!moved) return null;
	const month = asOf ? monthOf(asOf) : "";
	const own = moves.filter((move) => move.month === month && move.to > move.from === (moved === "up"));
	return new Set(own.map((move) => move.partnerId));
}

function keyOf({ standing, near, projectedFen }: PartnerLine, sort: PartnerQuery["sort"]): bigint | null {
	switch (sort) {
		case "month":
			return standing.lastMonthFen;
		case "projected":
			return projectedFen;
		case "reach":
			// To the millionth: finer than what is shown, so that the order never contradicts it.
			return near && (standing.netFen * 1_000_000n) / near.band.thresholdFen;
		case "need":
			return near?.neededPer30DaysFen ?? null;
		case "net":
			return standing.netFen;
	}
}

function sortLines(lines: readonly PartnerLine[], { sort, order }: PartnerQuery): PartnerLine[] {
	const sortable: Sortable[] = [];
	const rest: PartnerLine[] = [];
	for (const line of lines) {
		const key = keyOf(line, sort);
		if (key === null) rest.push(line);
		else sortable.push({ line, key });
	}
	const sign = order === "asc" ? -1 : 1;
	sortable.sort(
		(a, b) =>
			sign * compareDescending(a.key, b.key) ||
			compareText(a.line.standing.partnerId, b.line.standing.partnerId),
	);
	return [...sortable.map(({ line }) => line), ...rest];
}
