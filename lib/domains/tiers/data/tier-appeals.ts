import "server-only";
import type { PoolClient } from "pg";
import {
	TIER_APPEALS_PER_PAGE,
	type TierAppealCursor,
	type TierAppealTab,
} from "@/lib/domains/tiers/rules/tier-appeal-query";
import { type AppealPeriods, appealPeriodsSchema } from "@/lib/domains/tiers/schema/appeal";
import type { AppealInvolvement, TierAppealCase, TierAppealLine } from "@/lib/domains/tiers/types/appeals";
import { db, type Tx } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { readPolicyInForce } from "@/lib/platform/policies/read";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** How long a decision may be appealed and how soon it is answered: the platform's rules for every appeal. */
export async function readAppealPeriods(day: Day, client: Tx = db()): Promise<AppealPeriods> {
	return (await readPolicyInForce("admission", day, appealPeriodsSchema, client)).document;
}

/** The run columns of an appeal; `r` is the run. */
export const appealedRunSql = `r.id, to_char(r.period, 'YYYY-MM') AS period, r.status, r.notice_until AS "noticeUntil",
	to_char(r.finalised_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS "finalisedOn",
	NOT EXISTS (SELECT FROM evaluation_runs n WHERE n.period = r.period AND n.status = 'FINAL'
	             AND (n.finalised_at, n.id) > (r.finalised_at, r.id)) AS "isNewest"`;

/** How far a person is bound to an appeal's run and partner; `a` is the appeal, `r` its run, the user the given parameter. */
const involvementSql = (user: string) => `has_conflict(${user}, a.organisation_id) AS "hasConflict",
	coalesce(r.started_by_id = ${user}, false) AS "startedRun", coalesce(r.notice_by_id = ${user}, false) AS "openedNotice",
	EXISTS (SELECT FROM tier_overrides o WHERE o.partner_id = a.partner_id AND a.run_id IN (o.run_id, o.amended_run_id)
	         AND (o.proposed_by_id = ${user} OR o.state = 'CONFIRMED' AND o.decided_by_id = ${user})) AS "hadOverride"`;

/** One page of tier appeals: open ones by the day they are due, closed ones newest first. */
export async function listTierAppeals(
	scope: PlatformScope,
	tab: TierAppealTab,
	after: TierAppealCursor | null,
): Promise<{ rows: TierAppealLine[]; next: TierAppealCursor | null }> {
	const isOpen = tab === "open";
	const values: unknown[] = [scope.userId];
	if (after) values.push(after.at, after.id);
	const keyset = isOpen
		? "AND (a.due_on, a.id) > ($2::date, $3)"
		: "AND (a.closed_at, a.id) < ($2::timestamptz, $3)";
	const { rows } = await pool().query<TierAppealLine & { cursorAt: string }>(
		`SELECT a.id, a.number, a.state, a.partner_id AS "partnerId", p.name AS "partnerName",
		        json_build_object('code', t.code, 'nameZh', t.name_zh, 'nameEn', t.name_en) AS track,
		        a.run_id AS "runId", to_char(r.period, 'YYYY-MM') AS period, r.status AS "runStatus", a.criterion, a.shown,
		        a.filed_at AS "filedAt", a.due_on AS "dueOn", a.closed_at AS "closedAt", u.name AS "deciderName",
		        ${isOpen ? "a.due_on::text" : "a.closed_at::text"} AS "cursorAt", ${involvementSql("$1")}
		   FROM tier_appeals a JOIN partners p ON p.id = a.partner_id JOIN tracks t ON t.code = p.primary_track
		   JOIN evaluation_runs r ON r.id = a.run_id LEFT JOIN users u ON u.id = a.decided_by_id
		  WHERE a.state ${isOpen ? "=" : "<>"} 'OPEN' ${after ? keyset : ""}
		  ORDER BY ${isOpen ? "a.due_on, a.id" : "a.closed_at DESC, a.id DESC"} LIMIT ${TIER_APPEALS_PER_PAGE + 1}`,
		values,
	);
	const shown = rows.slice(0, TIER_APPEALS_PER_PAGE);
	const last = shown.at(-1);
	return {
		rows: shown,
		next: rows.length > TIER_APPEALS_PER_PAGE && last ? { at: last.cursorAt, id: last.id } : null,
	};
}

/** How many tier appeals each tab holds. */
export async function countTierAppeals(_scope: PlatformScope): Promise<Record<TierAppealTab, number>> {
	const { rows } = await pool().query<Record<TierAppealTab, number>>(
		`SELECT count(*) FILTER (WHERE state = 'OPEN')::int AS open, count(*) FILTER (WHERE state <> 'OPEN')::int AS decided
		   FROM tier_appeals`,
	);
	return rows[0] ?? { open: 0, decided: 0 };
}

type CaseRow = Omit<TierAppealCase, "involvement"> & AppealInvolvement;

/** The statement behind `findTierAppealCase`, for a raw transaction too: `$1` the appeal, `$2` who reads it. */
export const tierAppealCaseSql = `
	SELECT a.id, a.number, a.state, a.version, a.partner_id AS "partnerId", p.name AS "partnerName",
	       a.organisation_id AS "organisationId", a.criterion, a.shown, a.receipt_hash AS "receiptHash", a.statement,
	       a.filed_by_id AS "filedById", f.name AS "filedByName", a.filed_at AS "filedAt", a.due_on AS "dueOn",
	       a.closed_at AS "closedAt", d.name AS "deciderName", a.reason_code AS "reasonCode",
	       a.decision_reason AS "decisionReason", a.difference, a.amended_run_id AS "amendedRunId", r.run,
	       CASE WHEN r.status = 'FINAL' THEN
	         (SELECT n.id FROM evaluation_runs n WHERE n.period = r.period AND n.status = 'FINAL'
	           ORDER BY n.finalised_at DESC, n.id DESC LIMIT 1) ELSE r.id END AS "targetRunId",
	       ${involvementSql("$2")}
	  FROM tier_appeals a JOIN partners p ON p.id = a.partner_id
	  JOIN (SELECT r.id, r.period, r.status, r.finalised_at, r.started_by_id, r.notice_by_id, to_json(x) AS run
	          FROM evaluation_runs r CROSS JOIN LATERAL (SELECT ${appealedRunSql}) x) r ON r.id = a.run_id
	  LEFT JOIN users f ON f.id = a.filed_by_id LEFT JOIN users d ON d.id = a.decided_by_id
	 WHERE a.id = $1`;

/** An appeal with how far the reader is bound to it; null where there is none. */
export async function findTierAppealCase(
	scope: PlatformScope,
	id: string,
	client: Pick<PoolClient, "query"> = pool(),
): Promise<TierAppealCase | null> {
	const { rows } = await client.query<CaseRow>(tierAppealCaseSql, [id, scope.userId]);
	const row = rows[0];
	if (!row) return null;
	const { hasConflict, startedRun, openedNotice, hadOverride, ...rest } = row;
	return { ...rest, involvement: { hasConflict, startedRun, openedNotice, hadOverride } };
}
