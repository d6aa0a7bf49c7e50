import "server-only";
import {
	type Board,
	type BoardFilter,
	countRows,
	findInTrack,
	findPlace,
	readRanksFrom,
	readRanksUntil,
	readTrackField,
	readUnranked,
} from "@/lib/domains/tiers/data/read-leaderboard";
import type { TrackField } from "@/lib/domains/tiers/types";
import type {
	BoardQuery,
	BoardRow,
	FoundPartner,
	RankedRun,
	TrackRanking,
} from "@/lib/domains/tiers/types/leaderboard";
import { routes } from "@/lib/platform/routes/routes";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";

/** Rows of a page: rows of this width cost as much to draw as fifty of a plainer table (engineering.md §3). */
const PAGE_ROWS = 20;
/** A partner looked for stands this far below the top of its page. */
const ABOVE_MARK = 5;

type Asked = {
	scope: PlatformScope;
	board: Board;
	query: BoardQuery;
	filter: BoardFilter;
	field: TrackField;
};
type Page = Pick<TrackRanking, "rows" | "unranked" | "previous" | "next">;

/** A page of the ranking of one track of a run (the first track unless asked); null while the run has ranked nobody. */
export async function loadTrackRanking(
	{ run, summary, tracks }: RankedRun,
	query: BoardQuery,
): Promise<TrackRanking | null> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(run.runId));
	const trackCode = (tracks.find(({ code }) => code === query.track) ?? tracks[0])?.code;
	if (!trackCode) return null;
	const board = { run, trackCode };
	const [field, found, marked] = await Promise.all([
		readTrackField(scope, run.runId, trackCode),
		query.find ? findInTrack(scope, board, query.find) : null,
		query.mark ? findPlace(scope, board, query.mark) : null,
	]);
	if (!field) return null;
	const mark = marked ?? (found?.length === 1 ? (found[0] ?? null) : null);
	const filter = { tier: query.tier, move: query.move, zone: query.zone };
	const asked = { scope, board, query, filter, field };
	const partners = summary.tracks.find((track) => track.trackCode === trackCode)?.partners ?? 0;
	const [page, total] = await Promise.all([
		mark && query.from === null && query.until === null ? readAround(asked, mark) : readPage(asked),
		filter.tier || filter.move || filter.zone ? countRows(scope, board, filter, field.field) : partners,
	]);
	return { trackCode, query, field, ...page, total, found, markedId: mark?.partnerId ?? null };
}

function readAround(asked: Asked, mark: FoundPartner): Promise<Page> {
	const all = { ...asked, filter: { tier: null, move: null, zone: null } };
	if (mark.rank === null)
		return readUnrankedPage({ ...all, query: { ...asked.query, after: mark.partnerId } }, true);
	return readForward(all, Math.max(1, mark.rank - ABOVE_MARK));
}

function readPage(asked: Asked): Promise<Page> {
	const { query } = asked;
	if (query.zone === "unranked") return readUnrankedPage(asked);
	return query.until === null ? readForward(asked, query.from ?? 1) : readBackward(asked, query.until);
}

async function readForward({ scope, board, filter, field }: Asked, from: number): Promise<Page> {
	const question = { filter, field: field.field, limit: PAGE_ROWS + 1 };
	const read = await readRanksFrom(scope, board, { ...question, from });
	const rows = read.slice(0, PAGE_ROWS);
	const hasMore = read.length > PAGE_ROWS;
	const isEnd = !filter.zone && !hasMore;
	const others = isEnd ? await readUnranked(scope, board, { ...question, after: "" }) : [];
	const unranked = others.slice(0, PAGE_ROWS);
	const lastId = others.length > PAGE_ROWS ? unranked.at(-1)?.partnerId : undefined;
	const nextUnranked = lastId ? { zone: "unranked" as const, after: lastId } : null;
	return {
		rows,
		unranked,
		previous: from > 1 ? { until: from - 1 } : null,
		next: hasMore ? { from: (lastRank(rows) ?? from) + 1 } : nextUnranked,
	};
}

async function readBackward(asked: Asked, until: number): Promise<Page> {
	const { scope, board, filter, field } = asked;
	const question = { filter, field: field.field, until, limit: PAGE_ROWS + 1 };
	const read = await readRanksUntil(scope, board, question);
	// Too few for a page: the first page is shown instead, full.
	if (read.length <= PAGE_ROWS) return readForward(asked, 1);
	const rows = read.slice(1);
	return { rows, unranked: [], previous: { until: (rows[0]?.rank ?? 1) - 1 }, next: { from: until + 1 } };
}

/** `including`: the partner the page begins after is itself on it. */
async function readUnrankedPage(asked: Asked, including = false): Promise<Page> {
	const { scope, board, query, filter, field } = asked;
	// A shorter id sorts before the whole one.
	const after = including ? (query.after ?? "").slice(0, -1) : (query.after ?? "");
	const question = { filter, field: field.field, after, limit: PAGE_ROWS + 1 };
	const read = await readUnranked(scope, board, question);
	const unranked = read.slice(0, PAGE_ROWS);
	const last = unranked.at(-1)?.partnerId;
	return {
		rows: [],
		unranked,
		previous: query.after ? { zone: "unranked", after: null } : null,
		next: read.length > PAGE_ROWS && last ? { zone: "unranked", after: last } : null,
	};
}

function lastRank(rows: readonly BoardRow[]): number | null {
	return rows.at(-1)?.rank ?? null;
}
