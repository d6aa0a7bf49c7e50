import { reviewStages } from "@/lib/domains/admission/constants";
import { routes } from "@/lib/platform/routes/routes";
import { type Day, isDay } from "@/lib/platform/time";

const afterFirst = ["SECOND", "LEAD"] as const;

/**
 * The tabs of the reviewers' queue: the states each of them holds and, where four eyes are asked for, the stages. Drafts
 * are nobody's business but the applicant's.
 */
export const queueTabs = {
	open: { states: ["SUBMITTED", "IN_REVIEW"], stages: null },
	second: { states: ["IN_REVIEW"], stages: afterFirst },
	changes: { states: ["CHANGES_REQUESTED"], stages: null },
	approved: { states: ["APPROVED"], stages: null },
	rejected: { states: ["REJECTED"], stages: null },
	withdrawn: { states: ["WITHDRAWN"], stages: null },
	all: {
		states: ["SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN"],
		stages: null,
	},
} as const;
export type QueueTab = keyof typeof queueTabs;
export const queueTabNames = Object.keys(queueTabs) as QueueTab[];

/** Whose work, and how pressing. The last two look at what still waits for a decision. */
export const queueScopes = ["mine", "unassigned", "overdue", "soon"] as const;
export type QueueScope = (typeof queueScopes)[number];

export const queueStages = reviewStages;
export type QueueStage = (typeof queueStages)[number];

/** Where a page begins or ends: rows are ordered by submission time, then id. */
export type QueueCursor = { submittedAtMs: number; id: string };

export type QueueQuery = {
	tab: QueueTab;
	scope: QueueScope | "";
	track: string;
	region: string;
	/** A reviewer's id. */
	assignee: string;
	checks: "failed" | "";
	stage: QueueStage | "";
	/** Submitted on this business day or later; on `to` or before. */
	from: Day | "";
	to: Day | "";
	/** Company name, USCC, contact, phone or application number, as typed. */
	q: string;
	after: QueueCursor | null;
	before: QueueCursor | null;
};

export const queuePageSize = 25;

/** Beyond it a filtered list says "more than": nobody reads so far, and counting on costs the page its speed. */
export const queueCountCap = 1000;

type SearchParams = Record<string, string | string[] | undefined>;

const maxSearchLength = 100;

/** The names the address knows besides the tab and the cursor. */
export const queueFilterNames = [
	"scope",
	"track",
	"region",
	"assignee",
	"checks",
	"stage",
	"from",
	"to",
	"q",
] as const;

function oneOf<Value extends string>(known: readonly Value[], value: string): Value | "" {
	return known.find((candidate) => candidate === value) ?? "";
}

/** Reads the queue's address; whatever does not make sense there counts as not given. */
export function parseQueueQuery(params: SearchParams): QueueQuery {
	const read = (name: string) => (typeof params[name] === "string" ? params[name] : "");
	const day = (name: string) => (isDay(read(name)) ? read(name) : "");
	return {
		tab: oneOf(queueTabNames, read("tab")) || "open",
		scope: oneOf(queueScopes, read("scope")),
		track: read("track").slice(0, 40),
		region: read("region").slice(0, 40),
		assignee: /^usr_[0-9a-z]{1,40}$/.test(read("assignee")) ? read("assignee") : "",
		checks: oneOf(["failed"] as const, read("checks")),
		stage: oneOf(queueStages, read("stage")),
		from: day("from"),
		to: day("to"),
		q: read("q").normalize("NFKC").trim().slice(0, maxSearchLength),
		after: parseCursor(read("after")),
		before: read("after") ? null : parseCursor(read("before")),
	};
}

function parseCursor(text: string): QueueCursor | null {
	const match = /^(\d{1,15})\.([a-z]+_[0-9a-z]{1,40})$/.exec(text);
	return match?.[1] && match[2] ? { submittedAtMs: Number(match[1]), id: match[2] } : null;
}

function formatCursor(cursor: QueueCursor): string {
	return `${cursor.submittedAtMs}.${cursor.id}`;
}

/** The queue's address with some of its filters changed; a change of filter goes back to the first page. */
export function queueHref(query: QueueQuery, change: Partial<QueueQuery> = {}): string {
	const next = { ...query, after: null, before: null, ...change };
	const params = new URLSearchParams();
	if (next.tab !== "open") params.set("tab", next.tab);
	for (const name of queueFilterNames) if (next[name]) params.set(name, next[name]);
	if (next.after) params.set("after", formatCursor(next.after));
	if (next.before) params.set("before", formatCursor(next.before));
	const text = params.toString();
	return text ? `${routes.ops.applications()}?${text}` : routes.ops.applications();
}

/** How many filters are in force, the tab and the scope left out: they are seen anyway. */
export function countQueueFilters(query: QueueQuery): number {
	const isSet = queueFilterNames.filter((name) => name !== "scope" && name !== "to" && query[name] !== "");
	return isSet.length + Number(query.to !== "" && query.from === "");
}

/** Work still to do is read oldest first; what is settled, newest first. */
export function isOldestFirst(tab: QueueTab): boolean {
	return tab === "open" || tab === "second" || tab === "changes";
}
