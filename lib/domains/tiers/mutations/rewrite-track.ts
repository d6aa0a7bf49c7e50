import "server-only";
import type { PoolClient } from "pg";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import type { ForceScorecard } from "@/lib/domains/forces/types";
import type { AmendableRun, FreshFacts } from "@/lib/domains/tiers/data/run-track";
import { rerankTrack } from "@/lib/domains/tiers/mutations/rerank-track";
import type { ReExecuted } from "@/lib/domains/tiers/rules/re-execute";
import { buildReceipt, inVersionOf } from "@/lib/domains/tiers/rules/receipt";
import type { DecisionReceipt, Verdict } from "@/lib/domains/tiers/types";

/** Receipts are some ten kilobytes each: so many are held at once. */
const BATCH = 250;

type Stored = {
	partnerId: string;
	receiptVersion: DecisionReceipt["receiptVersion"];
	scorecard: ForceScorecard | null;
	receiptHash: string;
};

/**
 * Stores the verdicts of a track that was executed again: every receipt whose content changed, and no other; with facts read
 * again, the track's percentiles too. Answers how many receipts.
 */
export async function rewriteTrack(
	client: PoolClient,
	runId: string,
	run: AmendableRun,
	{ track, overrides, fresh }: ReExecuted & { fresh: FreshFacts | null },
): Promise<number> {
	const { tierPolicy, forcePolicy } = run;
	const refs = {
		tierPolicy: { version: tierPolicy.version, hash: tierPolicy.documentHash },
		forcePolicy: { version: forcePolicy.version, hash: forcePolicy.documentHash },
	};
	let rewritten = 0;
	for (let start = 0; start < track.verdicts.length; start += BATCH) {
		const verdicts = track.verdicts.slice(start, start + BATCH);
		const stored = await readStored(client, runId, verdicts);
		const rows = verdicts.flatMap((verdict) => {
			const { partnerId } = verdict.facts;
			const was = stored.get(partnerId);
			if (!was) return [];
			const card = fresh?.facts.partnerId === partnerId ? fresh.scorecard : was.scorecard;
			const built = buildReceipt(track, verdict, refs, card, overrides.get(partnerId) ?? null);
			const receipt = inVersionOf(was.receiptVersion, built);
			const receiptHash = hashCanonical(receipt);
			return receiptHash === was.receiptHash ? [] : [toRow(verdict, receipt, receiptHash)];
		});
		if (rows.length > 0) await update(client, runId, rows);
		rewritten += rows.length;
	}
	if (fresh && rewritten > 0) await rerankTrack(client, runId, track.trackCode);
	return rewritten;
}

async function readStored(
	client: PoolClient,
	runId: string,
	verdicts: readonly Verdict[],
): Promise<Map<string, Stored>> {
	const { rows } = await client.query<Stored>(
		`SELECT partner_id AS "partnerId", (receipt ->> 'receiptVersion')::int AS "receiptVersion",
		        nullif(receipt -> 'scorecard', 'null') AS scorecard, receipt_hash AS "receiptHash"
		   FROM classifications WHERE run_id = $1 AND partner_id = ANY($2)`,
		[runId, verdicts.map((verdict) => verdict.facts.partnerId)],
	);
	return new Map(rows.map((row) => [row.partnerId, row]));
}

type Row = ReturnType<typeof toRow>;

function toRow({ facts, standing, absoluteTier }: Verdict, receipt: DecisionReceipt, receiptHash: string) {
	return {
		partner_id: facts.partnerId,
		tier: receipt.decision.tier,
		previous_tier: facts.previous?.tier ?? null,
		absolute_tier: absoluteTier,
		race_rank: standing?.rank ?? null,
		race_score_bps: standing?.scoreBps ?? 0,
		composite_bps: facts.compositeBps,
		net_fen: facts.gmvFen.toString(),
		receipt,
		receipt_hash: receiptHash,
	};
}

async function update(client: PoolClient, runId: string, rows: readonly Row[]): Promise<void> {
	await client.query(
		`UPDATE classifications c
		    SET tier = r.tier, previous_tier = r.previous_tier, absolute_tier = r.absolute_tier, race_rank = r.race_rank,
		        race_score_bps = r.race_score_bps, composite_bps = r.composite_bps, net_fen = r.net_fen,
		        receipt = r.receipt, receipt_hash = r.receipt_hash
		   FROM json_to_recordset($2) AS r(partner_id text, tier int, previous_tier int, absolute_tier int, race_rank int,
		        race_score_bps int, composite_bps int, net_fen int8, receipt jsonb, receipt_hash text)
		  WHERE c.run_id = $1 AND c.partner_id = r.partner_id`,
		[runId, JSON.stringify(rows)],
	);
}
