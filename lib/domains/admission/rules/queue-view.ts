/** Columns a reader may leave out; the company, its state and the actions always show. */
export const queueColumns = ["track", "contact", "submitted", "sla", "checks", "assignee"] as const;
export type QueueColumn = (typeof queueColumns)[number];
