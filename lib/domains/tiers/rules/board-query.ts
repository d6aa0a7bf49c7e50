import { tierLevels } from "@/lib/domains/tiers/constants";
import { type BoardQuery, boardMoves, boardZones } from "@/lib/domains/tiers/types/leaderboard";

type Address = Readonly<Record<string, string | string[] | undefined>>;

const MAX_RANK = 10_000_000;
const MAX_TEXT = 80;

/** What an address asks of the leaderboard; of a value given twice the first counts, and one that says nothing is none. */
export function readBoardQuery(address: Address): BoardQuery {
	const text = (name: string) => ([address[name]].flat()[0] ?? "").trim().slice(0, MAX_TEXT);
	const rank = (name: string) => {
		const value = Number(text(name) || Number.NaN);
		return Number.isInteger(value) && value >= 1 && value <= MAX_RANK ? value : null;
	};
	return {
		track: text("track") || null,
		from: rank("from"),
		until: rank("until"),
		after: text("after") || null,
		find: text("find"),
		mark: text("mark") || null,
		// A tier stands among the zones of the filter as "T5".
		tier: tierLevels.find((level) => [text("tier"), text("zone").slice(1)].includes(String(level))) ?? null,
		move: boardMoves.find((move) => move === text("move")) ?? null,
		zone: boardZones.find((zone) => zone === text("zone")) ?? null,
	};
}

/** The other way about: only what says something. */
export function writeBoardQuery(query: Partial<BoardQuery>): string {
	const search = new URLSearchParams();
	for (const [name, value] of Object.entries(query)) {
		if (value !== null && value !== "") search.set(name, String(value));
	}
	return search.toString();
}

/** The filters alone, without where the page stands. */
export function filtersOf({ track, tier, move, zone }: BoardQuery): Partial<BoardQuery> {
	return { track, tier, move, zone };
}

/** Whether a query asks for more than a track: for ranks, a partner or a zone of it. */
export function asksWithin({ track: _track, ...query }: BoardQuery): boolean {
	return Object.values(query).some((value) => value !== null && value !== "");
}
