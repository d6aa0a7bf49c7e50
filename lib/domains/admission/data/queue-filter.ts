import "server-only";
import { type QueueQuery, queueTabs } from "@/lib/domains/admission/rules/queue-query";
import { isDecidedByGrams, readQueueSearch } from "@/lib/domains/admission/rules/queue-query-search";
import { escapeLike, likePattern } from "@/lib/platform/db/like";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day, startOfDay } from "@/lib/platform/time";

/** The days the clock's colours are told by: work due before `soonBefore` and not before `today` is due soon. */
export type QueueDays = { readonly today: Day; readonly soonBefore: Day };

export type Condition = { sql: string; values: unknown[] };

/**
 * How a search is made. `index` asks the index for what it looks for; `scan` reads in the order of the page and compares,
 * which is faster where so much is found that a page is soon full.
 */
export type SearchBy = "index" | "scan";

type Use = (value: unknown) => string;

const isOpen = "a.state IN ('SUBMITTED', 'IN_REVIEW')";

/** The states are this program's own words, written out so that the planner knows which partial index holds them. */
function tabConditions({ tab }: QueueQuery): string[] {
	const { states, stages } = queueTabs[tab];
	if (tab === "all") return [];
	const list = (words: readonly string[]) => words.map((word) => `'${word}'`).join(", ");
	return [`a.state IN (${list(states)})`, ...(stages ? [`a.review_stage IN (${list(stages)})`] : [])];
}

function scopeConditions(
	scope: PlatformScope,
	query: QueueQuery,
	{ today, soonBefore }: QueueDays,
	use: Use,
): string[] {
	switch (query.scope) {
		case "mine":
			return [`a.assignee_id = ${use(scope.userId)}`];
		case "unassigned":
			return [isOpen, "a.assignee_id IS NULL"];
		case "overdue":
			return [isOpen, `a.due_on < ${use(today)}::date`];
		case "soon":
			return [isOpen, `a.due_on >= ${use(today)}::date`, `a.due_on < ${use(soonBefore)}::date`];
		default:
			return [];
	}
}

function plainConditions(query: QueueQuery, use: Use): string[] {
	const parts: string[] = [];
	if (query.track) parts.push(`a.primary_track = ${use(query.track)}`);
	if (query.region) parts.push(`a.region = ${use(query.region)}`);
	if (query.assignee) parts.push(`a.assignee_id = ${use(query.assignee)}`);
	if (query.checks) parts.push(`a.checks @> '{"results":[{"status":"failed"}]}'::jsonb`);
	if (query.stage) parts.push("a.state = 'IN_REVIEW'", `a.review_stage = ${use(query.stage)}::review_stage`);
	if (query.from) parts.push(`a.submitted_at >= ${use(startOfDay(query.from))}`);
	if (query.to) parts.push(`a.submitted_at < ${use(startOfDay(addDays(query.to, 1)))}`);
	return parts;
}

const names = "a.search_name";

/** Where only punctuation was typed, nothing is found rather than everything. */
function searchCondition(typed: string, by: SearchBy, use: Use): string {
	const search = readQueueSearch(typed);
	if (!search) return "false";
	const { terms, grams, prefix, tail } = search;
	const parts: string[] = [];
	if (terms.length > 0) {
		const compared = by === "index" ? terms.filter((term) => !isDecidedByGrams(term)) : terms;
		const all = compared.map((term) => `${names} LIKE ${use(likePattern(term))}`);
		if (by === "index") all.unshift(`search_grams(${names}) @> ${use(grams)}::text[]`);
		parts.push(`(${all.join(" AND ")})`);
	}
	if (prefix) {
		const start = use(`${escapeLike(prefix)}%`);
		parts.push(`a.uscc LIKE ${start}`, `a.number LIKE ${start}`, `a.contact_phone LIKE ${start}`);
	}
	if (tail) parts.push(`right(a.number, 6) = ${use(tail)}`);
	return `(${parts.join(" OR ")})`;
}

/** The filter as SQL; what a person typed only ever travels as a parameter. */
export function filterOf(
	scope: PlatformScope,
	query: QueueQuery,
	days: QueueDays,
	by: SearchBy = "index",
): Condition {
	const values: unknown[] = [];
	const use = (value: unknown) => `$${values.push(value)}`;
	const search = query.q ? searchCondition(query.q, by, use) : null;
	const parts = [
		"a.submitted_at IS NOT NULL",
		...tabConditions(query),
		...scopeConditions(scope, query, days, use),
		...plainConditions(query, use),
		...(search ? [search] : []),
	];
	return { sql: parts.join(" AND "), values };
}
