import "server-only";
import { CLOSED_COLUMN_SIZE, COLUMN_SIZE } from "@/lib/domains/fund/constants";
import type { BoardQuery } from "@/lib/domains/fund/schema";
import type { FundCard, FundColumn, FundPerson, FundStage } from "@/lib/domains/fund/types";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";

export const boardColumns = [
	"APPLIED",
	"SCREENING",
	"DUE_DILIGENCE",
	"COMMITTEE",
	"INVESTED",
	"DECLINED",
] as const satisfies readonly FundStage[];

type Row = FundCard & { column: FundStage; count: number; sum: bigint; committedSum: bigint };

/** The board in one question: in every column the longest waiting first, of what is closed the newest; withdrawn beside declined. */
export async function readFundBoard(
	scope: PlatformScope,
	{ q, of }: Pick<BoardQuery, "q" | "of">,
): Promise<FundColumn[]> {
	const { rows } = await pool().query<Row>(
		`SELECT * FROM (
		   SELECT a.id, a.number, p.name AS "partnerName", a.title, a.stage, a.version, a.asked_fen AS "askedFen",
		          a.committed_fen AS "committedFen", a.assignee_id AS "assigneeId", u.name AS "assigneeName",
		          a.stage_since AS "stageSince", has_conflict($1, a.organisation_id) AS "isBound",
		          CASE WHEN a.stage = 'WITHDRAWN' THEN 'DECLINED'::fund_stage ELSE a.stage END AS "column",
		          (SELECT count(*)::int FROM fund_votes v WHERE v.application_id = a.id AND v.round = a.round) AS votes,
		          count(*) OVER w::int AS count, (sum(a.asked_fen) OVER w)::bigint AS sum,
		          coalesce((sum(a.committed_fen) OVER w), 0)::bigint AS "committedSum",
		          row_number() OVER (w ORDER BY CASE WHEN a.stage IN ('INVESTED', 'DECLINED', 'WITHDRAWN') THEN NULL ELSE a.stage_since END,
		                             a.stage_since DESC, a.id) AS place
		     FROM fund_applications a JOIN partners p ON p.id = a.partner_id LEFT JOIN users u ON u.id = a.assignee_id
		    WHERE ($2 = '' OR p.name ILIKE $3 OR a.title ILIKE $3 OR a.number ILIKE $3 OR a.pool_grant_id = $2)
		      AND CASE $4 WHEN 'mine' THEN a.assignee_id = $1 WHEN 'nobody' THEN a.assignee_id IS NULL ELSE true END
		   WINDOW w AS (PARTITION BY CASE WHEN a.stage = 'WITHDRAWN' THEN 'DECLINED'::fund_stage ELSE a.stage END)
		 ) x WHERE place <= CASE WHEN "column" IN ('INVESTED', 'DECLINED') THEN $5::int ELSE $6::int END
		  ORDER BY "column", place`,
		[scope.userId, q, likePattern(q), of, CLOSED_COLUMN_SIZE, COLUMN_SIZE],
	);
	return boardColumns.map((stage) => {
		const own = rows.filter((row) => row.column === stage);
		const [first] = own;
		return {
			stage,
			count: first?.count ?? 0,
			askedFen: first?.sum ?? 0n,
			committedFen: first?.committedSum ?? 0n,
			cards: own.map(({ column: _c, count: _n, sum: _s, committedSum: _m, ...card }) => card),
		};
	});
}

/** Whoever works on the fund, the committee first; `organisationId`: whom a declared conflict keeps from it. */
export async function listFundPeople(
	_scope: PlatformScope,
	organisationId: string | null,
): Promise<FundPerson[]> {
	const { rows } = await pool().query<FundPerson>(
		`SELECT u.id AS "userId", u.name, min(s.role::text) AS role, m.user_id IS NOT NULL AS "isMember",
		        $1::text IS NOT NULL AND has_conflict(u.id, $1) AS "isBound"
		   FROM users u JOIN memberships s ON s.user_id = u.id LEFT JOIN fund_members m ON m.user_id = u.id
		  WHERE u.status = 'ACTIVE' AND s.role IN ('ops_reviewer', 'ops_lead')
		  GROUP BY u.id, u.name, m.user_id ORDER BY (m.user_id IS NULL), min(m.added_at), u.name COLLATE "zh-x-icu" LIMIT 60`,
		[organisationId],
	);
	return rows;
}

export type FundPool = {
	id: string;
	nameZh: string;
	nameEn: string;
	total: bigint;
	available: bigint;
	reserved: bigint;
	granted: bigint;
	spent: bigint;
};

/** The pool the fund's policy names; null while it is not set up. */
export async function findFundPool(code: string): Promise<FundPool | null> {
	const { rows } = await pool().query<FundPool>(
		`SELECT id, name_zh AS "nameZh", name_en AS "nameEn", total, available, reserved, granted, spent
		   FROM pools WHERE code = $1`,
		[code],
	);
	return rows[0] ?? null;
}
