import { routes } from "@/lib/platform/routes/routes";

/** The tabs of the reviewers' queue, and the states each of them holds. Drafts are nobody's business but the applicant's. */
export const queueTabs = {
	open: ["SUBMITTED", "IN_REVIEW"],
	changes: ["CHANGES_REQUESTED"],
	approved: ["APPROVED"],
	rejected: ["REJECTED"],
	withdrawn: ["WITHDRAWN"],
	all: ["SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED", "APPROVED", "REJECTED", "WITHDRAWN"],
} as const;
export type QueueTab = keyof typeof queueTabs;
export const queueTabNames = Object.keys(queueTabs) as QueueTab[];

export const queueAssignees = ["mine", "none"] as const;
export type QueueAssignee = (typeof queueAssignees)[number];

/** Where a page begins or ends: rows are ordered by submission time, then id. */
export type QueueCursor = { submittedAtMs: number; id: string };

export type QueueQuery = {
	tab: QueueTab;
	track: string;
	assignee: QueueAssignee | "";
	/** Company name, USCC, contact, phone or application number, as typed. */
	q: string;
	after: QueueCursor | null;
	before: QueueCursor | null;
};

export const queuePageSize = 50;

type SearchParams = Record<string, string | string[] | undefined>;

const maxSearchLength = 100;

/** Reads the queue's address; whatever does not make sense there counts as not given. */
export function parseQueueQuery(params: SearchParams): QueueQuery {
	const read = (name: string) => (typeof params[name] === "string" ? params[name] : "");
	const tab = read("tab");
	const assignee = read("assignee");
	return {
		tab: queueTabNames.find((name) => name === tab) ?? "open",
		track: read("track").slice(0, 40),
		assignee: queueAssignees.find((name) => name === assignee) ?? "",
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
	if (next.track) params.set("track", next.track);
	if (next.assignee) params.set("assignee", next.assignee);
	if (next.q) params.set("q", next.q);
	if (next.after) params.set("after", formatCursor(next.after));
	if (next.before) params.set("before", formatCursor(next.before));
	const text = params.toString();
	return text ? `${routes.ops.applications()}?${text}` : routes.ops.applications();
}

/** Work still to do is read oldest first; what is settled, newest first. */
export function isOldestFirst(tab: QueueTab): boolean {
	return tab === "open" || tab === "changes";
}
