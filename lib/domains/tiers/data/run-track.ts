import "server-only";
import type { PoolClient } from "pg";
import { type ForcePolicy, forcePolicySchema } from "@/lib/domains/forces/schema";
import type { ForceScorecard } from "@/lib/domains/forces/types";
import { readRunInputs } from "@/lib/domains/tiers/data/read-run-inputs";
import type { StoredStanding } from "@/lib/domains/tiers/rules/re-execute";
import { factsOf } from "@/lib/domains/tiers/rules/rejudge";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import { type TierPolicy, tierPolicySchema } from "@/lib/domains/tiers/schema";
import type { PartnerFacts, ReceiptInputs, RunStatus, RunWindows } from "@/lib/domains/tiers/types";
import { type PolicyInForce, readPolicyVersion } from "@/lib/platform/policies/read";
import type { Day, Month } from "@/lib/platform/time";

type Queries = Pick<PoolClient, "query">;

/** A run whose verdicts may be executed again. */
export type AmendableRun = {
	readonly id: string;
	readonly period: Month;
	readonly asOf: Day;
	readonly status: RunStatus;
	readonly noticeUntil: Day | null;
	readonly partnerCount: number;
	/** Whether a later final run of the same month took its place. */
	readonly isSuperseded: boolean;
	/** Whether another run of the same month is under way. */
	readonly hasOpenRun: boolean;
	readonly tierPolicy: PolicyInForce<TierPolicy>;
	readonly forcePolicy: PolicyInForce<ForcePolicy>;
};

type HeadRow = Omit<AmendableRun, "tierPolicy" | "forcePolicy"> & {
	tierPolicyVersion: number;
	forcePolicyVersion: number;
};

/** A run with the versions of the policies it was made under, as they are now; null for one that does not exist. */
export async function readAmendableRun(client: Queries, runId: string): Promise<AmendableRun | null> {
	const { rows } = await client.query<HeadRow>(
		`SELECT r.id, to_char(r.period, 'YYYY-MM') AS period, r.as_of AS "asOf", r.status, r.notice_until AS "noticeUntil",
		        r.partner_count AS "partnerCount", r.tier_policy_version AS "tierPolicyVersion",
		        r.force_policy_version AS "forcePolicyVersion",
		        EXISTS (SELECT FROM evaluation_runs n WHERE n.period = r.period AND n.status = 'FINAL'
		                 AND (n.finalised_at, n.id) > (r.finalised_at, r.id)) AS "isSuperseded",
		        EXISTS (SELECT FROM evaluation_runs n WHERE n.period = r.period AND n.id <> r.id
		                 AND n.status IN ('COMPUTING', 'DRAFT', 'NOTICE')) AS "hasOpenRun"
		   FROM evaluation_runs r WHERE r.id = $1`,
		[runId],
	);
	const [row] = rows;
	if (!row) return null;
	const { tierPolicyVersion, forcePolicyVersion, ...run } = row;
	const [tierPolicy, forcePolicy] = await Promise.all([
		readPolicyVersion("tiers", tierPolicyVersion, tierPolicySchema),
		readPolicyVersion("forces", forcePolicyVersion, forcePolicySchema),
	]);
	return { ...run, tierPolicy, forcePolicy };
}

export function windowsOfRun({ tierPolicy, asOf }: AmendableRun): RunWindows {
	return windowsEndedBy(tierPolicy.document, asOf);
}

type StandingRow = Omit<StoredStanding, "facts"> & {
	partnerId: string;
	trackCode: string;
	inputs: ReceiptInputs;
};

/** Everybody of the track a partner was judged in, from the receipts as they are stored; empty without the partner. */
export async function readTrackOf(
	client: Queries,
	runId: string,
	partnerId: string,
): Promise<StoredStanding[]> {
	const { rows } = await client.query<StandingRow>(
		`SELECT c.partner_id AS "partnerId", c.track_code AS "trackCode", c.tier, c.race_rank AS rank,
		        CASE WHEN c.race_rank IS NOT NULL THEN c.race_score_bps END AS "scoreBps", c.absolute_tier AS "absoluteTier",
		        (c.receipt #>> '{decision,raceTier}')::int AS "raceTier",
		        jsonb_array_length(c.receipt #> '{decision,redLines}') AS "redLines",
		        CASE WHEN jsonb_typeof(c.receipt -> 'override') = 'object' THEN c.receipt -> 'override' END AS override,
		        c.receipt -> 'inputs' AS inputs
		   FROM classifications c
		   JOIN classifications own ON own.run_id = c.run_id AND own.partner_id = $2 AND own.track_code = c.track_code
		  WHERE c.run_id = $1 ORDER BY c.partner_id`,
		[runId, partnerId],
	);
	return rows.map(({ partnerId: id, trackCode, inputs, ...row }) => ({
		...row,
		facts: factsOf({ partnerId: id, trackCode, inputs }),
	}));
}

export type FreshFacts = { readonly facts: PartnerFacts; readonly scorecard: ForceScorecard | null };

/** One partner's facts from the sources as they are now, asked as the run asked; null for a partner that is no more. */
export async function readFreshFacts(
	client: PoolClient,
	run: AmendableRun,
	partnerId: string,
): Promise<FreshFacts | null> {
	const { facts, scorecards } = await readRunInputs(client, {
		asOf: run.asOf,
		windows: windowsOfRun(run),
		tierPolicy: run.tierPolicy.document,
		forcePolicy: run.forcePolicy.document,
		partnerId,
	});
	const own = facts.find((one) => one.partnerId === partnerId);
	return own ? { facts: own, scorecard: scorecards.get(partnerId) ?? null } : null;
}
