import "server-only";
import type { DepositFilter, DepositTab } from "@/lib/domains/admission/schema/activation";
import type { DepositRow, DepositState } from "@/lib/domains/admission/types";
import { escapeLike, likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export const depositPageSize = 50;

const statesOf: Record<DepositTab, readonly DepositState[]> = {
	check: ["REPORTED"],
	returned: ["RETURNED"],
	confirmed: ["CONFIRMED"],
	refunded: ["REFUNDED"],
	all: ["REPORTED", "RETURNED", "CONFIRMED", "REFUNDED"],
};

/** A page of deposits with their companies: what waits oldest first, what is settled newest first. */
export async function listDeposits(
	_scope: PlatformScope,
	{ tab, q, page }: DepositFilter,
): Promise<{ rows: DepositRow[]; total: number }> {
	const start = `${escapeLike(q.replace(/\s/g, "").toUpperCase())}%`;
	const values = [statesOf[tab], q, likePattern(q), start];
	const from = `FROM deposits d JOIN applications a ON a.id = d.application_id
		WHERE d.state = ANY($1::deposit_state[])
		  AND ($2 = '' OR a.company_name ILIKE $3 OR d.payer ILIKE $3 OR d.reference ILIKE $3 OR a.uscc LIKE $4 OR a.number LIKE $4)`;
	const direction = tab === "check" ? "ASC" : "DESC";
	const [rows, count] = await Promise.all([
		pool().query<DepositRow & { amountFen: string | bigint }>(
			`SELECT d.id, d.application_id AS "applicationId", d.state, d.version, d.amount_fen AS "amountFen",
			        to_char(d.paid_on, 'YYYY-MM-DD') AS "paidOn", d.payer, d.reference,
			        d.reported_by_id AS "reportedById", d.reported_at AS "reportedAt", d.checked_at AS "checkedAt", d.note,
			        a.number AS "applicationNumber", a.company_name AS "companyName", a.uscc,
			        (SELECT name FROM users WHERE id = d.reported_by_id) AS "reportedByName",
			        (SELECT name FROM users WHERE id = d.checked_by_id) AS "checkedByName",
			        EXISTS (SELECT FROM agreement_acceptances g WHERE g.application_id = a.id) AS "isAgreementAccepted"
			   ${from}
			  ORDER BY d.reported_at ${direction}, d.id ${direction}
			  LIMIT ${depositPageSize} OFFSET ${(page - 1) * depositPageSize}`,
			values,
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total ${from}`, values),
	]);
	return {
		rows: rows.rows.map((row) => ({ ...row, amountFen: BigInt(row.amountFen) })),
		total: count.rows[0]?.total ?? 0,
	};
}

/** How many deposits each tab holds. */
export async function countDepositTabs(_scope: PlatformScope): Promise<Record<DepositTab, number>> {
	const { rows } = await pool().query<{ state: DepositState; count: number }>(
		"SELECT state, count(*)::int AS count FROM deposits GROUP BY state",
	);
	const sumOf = (tab: DepositTab) =>
		rows.filter((row) => statesOf[tab].includes(row.state)).reduce((sum, row) => sum + row.count, 0);
	return {
		check: sumOf("check"),
		returned: sumOf("returned"),
		confirmed: sumOf("confirmed"),
		refunded: sumOf("refunded"),
		all: sumOf("all"),
	};
}
