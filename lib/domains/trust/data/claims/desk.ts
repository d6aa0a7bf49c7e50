import "server-only";
import { type ClaimDeskFilter, claimCountCap, claimPageSize } from "@/lib/domains/trust/schema/claim-desk";
import type { ClaimRow, ClaimTabCounts } from "@/lib/domains/trust/types/claim-views";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope, PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type Condition = { sql: string; values: unknown[] };

const tabs = {
	todo: "c.state IN ('OPENED', 'EVIDENCE')",
	appeals: "EXISTS (SELECT FROM trust_claim_appeals a WHERE a.claim_id = c.id AND a.state = 'OPEN')",
	queued: "c.payment_state = 'QUEUED'",
	all: "true",
} as const;

/** Work that waits comes the most urgent first, a record of all the newest. */
const orders = {
	todo: "c.due_on, c.id",
	appeals: "c.decided_at, c.id",
	queued: "c.decided_at, c.id",
	all: "c.opened_at DESC, c.id DESC",
} as const;

/** Only the conditions the view has: a plan for all views at once is good for none. */
function filterOf(scope: PlatformScope | BrandScope, filter: ClaimDeskFilter, today: Day): Condition {
	const values: unknown[] = [];
	const use = (value: unknown) => `$${values.push(value)}`;
	const parts: string[] = [tabs[filter.tab]];
	if (scope.workspace === "brand") parts.push(`c.organisation_id = ${use(scope.organisationId)}`);
	if (filter.scope === "mine") parts.push(`c.assignee_id = ${use(scope.userId)}`);
	if (filter.scope === "unassigned") parts.push("c.assignee_id IS NULL");
	if (filter.scope === "overdue") parts.push(`c.due_on < ${use(today)}::date`);
	if (filter.guarantee) parts.push(`c.guarantee = ${use(filter.guarantee)}::trust_guarantee`);
	if (filter.verdict) parts.push(`c.verdict = ${use(filter.verdict)}::trust_verdict`);
	if (filter.q) parts.push(searchOf(filter.q, use));
	return { sql: parts.join(" AND "), values };
}

function searchOf(text: string, use: (value: unknown) => string): string {
	const exact = use(text);
	const like = use(likePattern(text));
	return `(c.number = upper(${exact}) OR c.event_id = ${exact} OR c.product_id = ${exact} OR c.product_name ILIKE ${like}
		OR c.shop_id IN (SELECT id FROM shops WHERE code = ${exact} OR name ILIKE ${like}))`;
}

/** A page of claims and how many there are, as far as anybody counts; a brand's own people see those of its shops. */
export async function listClaims(
	scope: PlatformScope | BrandScope,
	filter: ClaimDeskFilter,
	today: Day,
): Promise<{ rows: ClaimRow[]; total: number; isCapped: boolean }> {
	const { sql, values } = filterOf(scope, filter, today);
	const order = orders[filter.tab];
	const skip = (filter.page - 1) * claimPageSize;
	const [page, counted] = await Promise.all([
		pool().query<ClaimRow>(
			`SELECT c.id, c.number, c.guarantee, c.reason, c.state, c.verdict, c.outcome, c.payment_state AS "paymentState",
			        c.amount_fen AS "amountFen", c.paid_fen AS "paidFen", c.product_name AS "productName", s.code AS "shopCode",
			        s.name AS "shopName", to_char(c.due_on, 'YYYY-MM-DD') AS "dueOn", c.opened_at AS "openedAt",
			        u.name AS "assigneeName", a.state AS "appealState"
			   FROM trust_claims c JOIN shops s ON s.id = c.shop_id LEFT JOIN users u ON u.id = c.assignee_id
			   LEFT JOIN trust_claim_appeals a ON a.claim_id = c.id
			  WHERE c.id = ANY(ARRAY(SELECT c.id FROM trust_claims c WHERE ${sql} ORDER BY ${order} LIMIT ${claimPageSize} OFFSET ${skip}))
			  ORDER BY ${order}`,
			values,
		),
		pool().query<{ count: number }>(
			`SELECT count(*)::int AS count FROM (SELECT FROM trust_claims c WHERE ${sql} LIMIT ${claimCountCap + 1}) found`,
			values,
		),
	]);
	const total = counted.rows[0]?.count ?? 0;
	return { rows: page.rows, total: Math.min(total, claimCountCap), isCapped: total > claimCountCap };
}

/** How much waits in each tab, without the other filters. */
export async function countClaimTabs(scope: PlatformScope | BrandScope): Promise<ClaimTabCounts> {
	const own = scope.workspace === "brand" ? "AND c.organisation_id = $1" : "";
	const { rows } = await pool().query<ClaimTabCounts>(
		`SELECT (SELECT count(*)::int FROM trust_claims c WHERE ${tabs.todo} ${own}) AS todo,
		        (SELECT count(*)::int FROM trust_claim_appeals a JOIN trust_claims c ON c.id = a.claim_id
		          WHERE a.state = 'OPEN' ${own}) AS appeals,
		        (SELECT count(*)::int FROM trust_claims c WHERE ${tabs.queued} ${own}) AS queued`,
		own ? [scope.organisationId] : [],
	);
	return rows[0] ?? { todo: 0, appeals: 0, queued: 0 };
}

/** People of operations who may work on claims. */
export async function listClaimWorkers(_scope: PlatformScope): Promise<{ id: string; name: string }[]> {
	const { rows } = await pool().query<{ id: string; name: string }>(
		`SELECT DISTINCT u.id, u.name FROM users u JOIN memberships m ON m.user_id = u.id
		  WHERE u.status = 'ACTIVE' AND m.role IN ('ops_reviewer', 'ops_lead') ORDER BY u.name, u.id`,
	);
	return rows;
}
