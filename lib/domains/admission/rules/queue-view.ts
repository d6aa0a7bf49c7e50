/** Columns a reader may leave out; the company, its state and the actions always show. */
export const queueColumns = ["track", "contact", "submitted", "sla", "checks", "assignee"] as const;
export type QueueColumn = (typeof queueColumns)[number];

export const queueColumnsCookie = "queue-columns";

/** The columns chosen, from the cookie; without a choice all of them. */
export function parseQueueColumns(cookie: string | undefined): QueueColumn[] {
	if (cookie === undefined) return [...queueColumns];
	const chosen = cookie.split(".");
	return queueColumns.filter((column) => chosen.includes(column));
}
