import "server-only";
import type { PoolClient } from "pg";
import { appealedRunSql } from "@/lib/domains/tiers/data/tier-appeals";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type {
	AppealDifference,
	AppealedRun,
	OwnChange,
	OwnTierAppeal,
} from "@/lib/domains/tiers/types/appeals";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";

type Row = Omit<OwnTierAppeal, "change"> & {
	difference: AppealDifference | null;
	amendedRunId: string | null;
};

const ownSql = (where: string) => `
	SELECT a.id, a.number, a.run_id AS "runId", to_char(r.period, 'YYYY-MM') AS period, r.status AS "runStatus",
	       a.criterion, a.shown, a.statement, a.state, a.version, a.filed_at AS "filedAt", u.name AS "filedByName",
	       a.due_on AS "dueOn", a.closed_at AS "closedAt", a.reason_code AS "reasonCode",
	       a.decision_reason AS "decisionReason", a.difference, a.amended_run_id AS "amendedRunId"
	  FROM tier_appeals a JOIN evaluation_runs r ON r.id = a.run_id LEFT JOIN users u ON u.id = a.filed_by_id
	 WHERE a.organisation_id = $1 ${where} ORDER BY a.filed_at DESC, a.id DESC LIMIT 200`;

/** Of what an accepted appeal changed, what is the company's own: others are neither named nor counted. */
function toOwn({ difference, amendedRunId, ...row }: Row): OwnTierAppeal {
	const change: OwnChange | null =
		difference && amendedRunId
			? {
					tierBefore: difference.tierBefore,
					tierAfter: difference.tierAfter,
					values: difference.values,
					amendedRunId,
				}
			: null;
	return { ...row, change };
}

/** The organisation's tier appeals, newest first; of one run where it is given. */
export async function listOwnTierAppeals(scope: PartnerScope, runId?: string): Promise<OwnTierAppeal[]> {
	const { rows } = await pool().query<Row>(ownSql("AND ($2::text IS NULL OR a.run_id = $2)"), [
		scope.organisationId,
		runId ?? null,
	]);
	return rows.map(toOwn);
}

/** One of the organisation's own tier appeals; null for anybody else's. */
export async function findOwnTierAppeal(
	scope: PartnerScope,
	id: string,
	client: Pick<PoolClient, "query"> = pool(),
): Promise<OwnTierAppeal | null> {
	const { rows } = await client.query<Row>(ownSql("AND a.id = $2"), [scope.organisationId, id]);
	return rows[0] ? toOwn(rows[0]) : null;
}

export type OwnAppealedReceipt = {
	readonly run: AppealedRun;
	readonly partnerId: string;
	readonly partnerName: string;
	readonly partnerStatus: "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
	readonly receipt: DecisionReceipt;
	readonly receiptHash: string;
};

const receiptSql = `SELECT to_json(x) AS run, c.partner_id AS "partnerId", p.name AS "partnerName",
	       p.status AS "partnerStatus", c.receipt, c.receipt_hash AS "receiptHash"
	  FROM classifications c JOIN partners p ON p.id = c.partner_id JOIN evaluation_runs r ON r.id = c.run_id
	  CROSS JOIN LATERAL (SELECT ${appealedRunSql}) x
	 WHERE c.run_id = $1 AND p.organisation_id = $2 AND r.status IN ('NOTICE', 'FINAL')`;

/** The company's receipt of a run that partners were shown; null for a run it has no receipt of, or may not know of. */
export async function findOwnAppealedReceipt(
	scope: PartnerScope,
	runId: string,
	client: Pick<PoolClient, "query"> = pool(),
): Promise<OwnAppealedReceipt | null> {
	const { rows } = await client.query<OwnAppealedReceipt>(receiptSql, [runId, scope.organisationId]);
	return rows[0] ?? null;
}
