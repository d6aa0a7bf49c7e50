import "server-only";
import type { PartnerHead, StoredDraft, StoredReceipt, TierHistoryRow } from "@/lib/domains/tiers/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** The months of history a page shows. */
const HISTORY = 24;

/** The partner an organisation is today, or the last that left: a company that left may be admitted again. */
const ownPartnerId = `(SELECT p.id FROM partners p WHERE p.organisation_id = $1
	ORDER BY (p.status = 'EXITED'), p.created_at DESC, p.id DESC LIMIT 1)`;

/** The scope's own partner; null before admission. */
export async function readOwnPartner(scope: PartnerScope): Promise<PartnerHead | null> {
	const { rows } = await pool().query<PartnerHead>(
		`SELECT p.id AS "partnerId", p.name, p.primary_track AS "trackCode", t.name_zh AS "trackNameZh",
		        t.name_en AS "trackNameEn", p.status, p.admitted_on AS "admittedOn", p.tier,
		        to_char(p.tier_period, 'YYYY-MM') AS "tierPeriod"
		   FROM partners p JOIN tracks t ON t.code = p.primary_track WHERE p.id = ${ownPartnerId}`,
		[scope.organisationId],
	);
	return rows[0] ?? null;
}

const receiptColumns = `c.run_id AS "runId", to_char(r.period, 'YYYY-MM') AS period, r.as_of AS "asOf",
	to_char(r.finalised_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "finalisedOn",
	r.tier_policy_version AS "tierPolicyVersion", tp.effective_from AS "tierPolicyFrom",
	r.force_policy_version AS "forcePolicyVersion", fp.effective_from AS "forcePolicyFrom",
	c.receipt, c.receipt_hash AS "receiptHash", c.percentiles`;

const receiptJoins = `classifications c
	JOIN evaluation_runs r ON r.id = c.run_id
	JOIN policies tp ON tp.kind = 'tiers' AND tp.version = r.tier_policy_version
	JOIN policies fp ON fp.kind = 'forces' AND fp.version = r.force_policy_version`;

/** The newest final receipt of the scope's own partner, or its company's of a given run; null where there is none. */
export async function readOwnReceipt(scope: PartnerScope, runId?: string): Promise<StoredReceipt | null> {
	const { rows } = await pool().query<StoredReceipt>(
		`SELECT ${receiptColumns} FROM ${receiptJoins} JOIN partners p ON p.id = c.partner_id
		  WHERE r.status = 'FINAL' AND p.organisation_id = $1
		    AND (c.run_id = $2 OR ($2::text IS NULL AND c.partner_id = ${ownPartnerId}))
		  ORDER BY r.period DESC, r.finalised_at DESC, r.id DESC LIMIT 1`,
		[scope.organisationId, runId ?? null],
	);
	return rows[0] ?? null;
}

/** What a run in notice says of the scope's own partner, and until when it may object; null while none is in notice. */
export async function readOwnDraft(scope: PartnerScope): Promise<StoredDraft | null> {
	const { rows } = await pool().query<StoredReceipt & { noticeUntil: Day }>(
		`SELECT ${receiptColumns}, r.notice_until AS "noticeUntil" FROM ${receiptJoins}
		   JOIN partners p ON p.id = c.partner_id
		  WHERE r.status = 'NOTICE' AND p.organisation_id = $1 ORDER BY r.period DESC LIMIT 1`,
		[scope.organisationId],
	);
	const row = rows[0];
	if (!row) return null;
	const { noticeUntil, ...stored } = row;
	return { stored, noticeUntil };
}

/** Any partner's newest final receipt, or the one of a given run whatever its state, for the platform's staff. */
export async function readPartnerReceipt(
	_scope: PlatformScope,
	partnerId: string,
	runId?: string,
): Promise<StoredReceipt | null> {
	const { rows } = await pool().query<StoredReceipt>(
		`SELECT ${receiptColumns} FROM ${receiptJoins}
		  WHERE c.partner_id = $1 AND (c.run_id = $2 OR ($2::text IS NULL AND r.status = 'FINAL'))
		  ORDER BY r.period DESC, r.finalised_at DESC, r.id DESC LIMIT 1`,
		[partnerId, runId ?? null],
	);
	return rows[0] ?? null;
}

const historySql = (owner: string) => `SELECT * FROM (
	SELECT DISTINCT ON (r.period) c.run_id AS "runId", to_char(r.period, 'YYYY-MM') AS period, c.tier,
	       c.previous_tier AS "previousTier", c.receipt #>> '{decision,movement}' AS movement,
	       c.composite_bps AS "compositeBps", c.net_fen AS "netFen", c.race_rank AS "raceRank",
	       (c.receipt #>> '{race,field,eligible}')::int AS eligible,
	       CASE WHEN jsonb_typeof(c.receipt -> 'next') = 'object' THEN jsonb_build_object(
	         'tier', c.receipt #> '{next,tier}', 'obstacles', c.receipt #> '{next,obstacles}',
	         'missing', jsonb_path_query_array(c.receipt, '$.next.missing[*].metric')) END AS next,
	       jsonb_path_query_array(c.receipt, '$.decision.redLines[*].id') AS "redLines"
	  FROM classifications c JOIN evaluation_runs r ON r.id = c.run_id AND r.status = 'FINAL'
	 WHERE c.partner_id = ${owner}
	 ORDER BY r.period DESC, r.finalised_at DESC, r.id DESC LIMIT ${HISTORY}
) newest ORDER BY period`;

/** The partner's tier over the final runs, oldest first; of several runs of a month the last. */
export async function readOwnHistory(scope: PartnerScope): Promise<TierHistoryRow[]> {
	const { rows } = await pool().query<TierHistoryRow>(historySql(ownPartnerId), [scope.organisationId]);
	return rows;
}

export async function readPartnerHistory(
	_scope: PlatformScope,
	partnerId: string,
): Promise<TierHistoryRow[]> {
	const { rows } = await pool().query<TierHistoryRow>(historySql("$1"), [partnerId]);
	return rows;
}
