import "server-only";
import type { PoolClient } from "pg";
import { readCertifiedHeads } from "@/lib/domains/certification/data/heads";
import type { HeadCounts } from "@/lib/domains/certification/types/certificates";
import type { ForceCode } from "@/lib/domains/forces/constants";
import { readForceFacts } from "@/lib/domains/forces/data";
import { keepScorecards, type ScorecardSource } from "@/lib/domains/forces/rules/keep-scorecards";
import type { ForcePolicy } from "@/lib/domains/forces/schema";
import type { ForceScorecard, MonthlyForceFacts } from "@/lib/domains/forces/types";
import type { GmvMeasure, TierLevel } from "@/lib/domains/tiers/constants";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type { PartnerFacts, PreviousVerdict, RedLineRecord, RunWindows } from "@/lib/domains/tiers/types";
import { addMonths, type Day, monthRange, trailingRange } from "@/lib/platform/time";

/** What a run asks the database: one date, the windows, and the two policies. */
export type RunQuestion = {
	readonly asOf: Day;
	readonly windows: RunWindows;
	readonly tierPolicy: TierPolicy;
	readonly forcePolicy: ForcePolicy;
	/** Only this partner, whatever its status. */
	readonly partnerId?: string;
};

export type RunInputs = {
	readonly facts: PartnerFacts[];
	readonly scorecards: ScorecardSource;
};

/** Monthly counts are many figures a partner: those of so many are held at once. */
const BATCH = 5_000;

type PartnerRow = {
	partnerId: string;
	trackCode: string;
	admittedOn: Day;
	gmvFen: bigint;
	gmvBeforeFen: bigint;
};

/**
 * The facts of every partner that is ACTIVE or in PROBATION, in set-based queries from rollups, monthly counts some
 * thousands at a time. One admitted after `asOf` is included: a run of the past classifies today's partners on what they had then.
 */
export async function readRunInputs(client: PoolClient, question: RunQuestion): Promise<RunInputs> {
	const { asOf, windows, tierPolicy, forcePolicy, partnerId = null } = question;
	const partners = await readPartnerGmv(client, windows, tierPolicy.gmvMeasure, partnerId);
	const months = Math.max(forcePolicy.months, tierPolicy.qualityMonths);
	const forceRange = trailingRange(windows.period, months);
	const heads = await readCertifiedHeads(client, asOf, partnerId);
	const redLines = await readRedLines(client, asOf, tierPolicy.redLines.recordMonths);
	const previous = await readPreviousVerdicts(client, windows, partnerId);

	const scorecards = keepScorecards(forcePolicy, windows.period);
	const facts: PartnerFacts[] = [];
	for (let start = 0; start < partners.length; start += BATCH) {
		const some = partners.slice(start, start + BATCH);
		const ids = some.map((partner) => partner.partnerId);
		const forceFacts = await readForceFacts(client, forceRange, ids);
		for (const partner of some) {
			const rows = forceFacts.get(partner.partnerId) ?? [];
			const card = scorecards.add(partner.partnerId, rows);
			facts.push({
				...partner,
				compositeBps: card.compositeBps,
				forcesBps: forceScores(card),
				...countDisputes(rows, windows),
				experts: expertsOf(heads.get(partner.partnerId)),
				redLines: redLines.get(partner.partnerId) ?? [],
				previous: previous.get(partner.partnerId) ?? null,
			});
		}
	}
	return { facts, scorecards };
}

async function readPartnerGmv(
	client: PoolClient,
	windows: RunWindows,
	measure: GmvMeasure,
	partnerId: string | null,
): Promise<PartnerRow[]> {
	const amount = measure === "net" ? "paid_fen - refunded_fen" : "paid_fen";
	const { rows } = await client.query<PartnerRow>(
		`WITH sums AS (
			SELECT partner_id, sum(${amount}) FILTER (WHERE month >= $1) AS gmv,
			       sum(${amount}) FILTER (WHERE month >= $3 AND month < $4) AS before
			  FROM gmv_partner_months WHERE month >= least($1::date, $3::date) AND month < $2
			   AND ($5::text IS NULL OR partner_id = $5) GROUP BY partner_id
		)
		SELECT p.id AS "partnerId", p.primary_track AS "trackCode", p.admitted_on AS "admittedOn",
		       coalesce(s.gmv, 0)::int8 AS "gmvFen", coalesce(s.before, 0)::int8 AS "gmvBeforeFen"
		  FROM partners p LEFT JOIN sums s ON s.partner_id = p.id
		 WHERE CASE WHEN $5::text IS NULL THEN p.status IN ('ACTIVE', 'PROBATION') ELSE p.id = $5 END ORDER BY p.id`,
		[windows.gmv.from, windows.gmv.to, windows.gmvBefore.from, windows.gmvBefore.to, partnerId],
	);
	return rows;
}

/** Records up to `asOf` that may still count, those recorded in error left out; the rules decide to the day which of them do. */
async function readRedLines(
	client: PoolClient,
	asOf: Day,
	recordMonths: number,
): Promise<Map<string, RedLineRecord[]>> {
	const { rows } = await client.query<RedLineRecord & { partnerId: string }>(
		`SELECT partner_id AS "partnerId", id, kind, occurred_on AS "occurredOn" FROM red_lines
		  WHERE occurred_on >= $1 AND occurred_on <= $2 AND withdrawn_at IS NULL ORDER BY partner_id, id`,
		[addMonths(asOf, -recordMonths), asOf],
	);
	const byPartner = new Map<string, RedLineRecord[]>();
	for (const { partnerId, ...record } of rows) {
		byPartner.set(partnerId, [...(byPartner.get(partnerId) ?? []), record]);
	}
	return byPartner;
}

/** What the last final run of an earlier month said; of several runs of that month, the one made final last. */
async function readPreviousVerdicts(
	client: PoolClient,
	windows: RunWindows,
	partnerId: string | null,
): Promise<Map<string, PreviousVerdict>> {
	const { rows } = await client.query<{
		partnerId: string;
		runId: string;
		tier: TierLevel;
		bottomRuns: number;
	}>(
		`SELECT c.partner_id AS "partnerId", c.run_id AS "runId", c.tier,
		        (c.receipt #>> '{decision,bottomRuns}')::int AS "bottomRuns"
		   FROM classifications c
		  WHERE c.run_id = (SELECT id FROM evaluation_runs WHERE status = 'FINAL' AND period < $1
		                     ORDER BY period DESC, finalised_at DESC, id DESC LIMIT 1)
		    AND ($2::text IS NULL OR c.partner_id = $2)`,
		[monthRange(windows.period).from, partnerId],
	);
	return new Map(rows.map(({ partnerId, ...verdict }) => [partnerId, verdict]));
}

function forceScores(card: ForceScorecard): Record<ForceCode, number> {
	return Object.fromEntries(card.forces.map((force) => [force.force, force.scoreBps])) as Record<
		ForceCode,
		number
	>;
}

function countDisputes(
	rows: readonly MonthlyForceFacts[],
	windows: RunWindows,
): { disputes: number; paidOrders: number } {
	const inside = rows.filter(
		(row) => `${row.month}-01` >= windows.quality.from && `${row.month}-01` < windows.quality.to,
	);
	return {
		disputes: inside.reduce((sum, row) => sum + row.disputes, 0),
		paidOrders: inside.reduce((sum, row) => sum + row.paidOrders, 0),
	};
}

function expertsOf(heads: HeadCounts | undefined): HeadCounts {
	return heads ?? { senior: 0, intermediate: 0, junior: 0 };
}
