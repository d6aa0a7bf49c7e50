import "server-only";
import type { PoolClient } from "pg";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import { rankInTrack } from "@/lib/domains/forces/rules/rank-in-track";
import type { ForcePercentiles, ForceScorecard } from "@/lib/domains/forces/types";
import { buildReceipt, type ReceiptRefs } from "@/lib/domains/tiers/rules/receipt";
import type { DecisionReceipt, TrackResult, Verdict } from "@/lib/domains/tiers/types";

/** Receipts are some kilobytes each: so many go in one statement, and no more are held at once. */
const BATCH = 250;

/** SHA-256 of the canonical JSON of a receipt, lower-case hex: what `classifications.receipt_hash` holds. */
export function hashReceipt(receipt: DecisionReceipt): string {
	return hashCanonical(receipt);
}

/** Writes one row with its receipt for every verdict of a track, in bulk. */
export async function writeClassifications(
	client: PoolClient,
	runId: string,
	track: TrackResult,
	refs: ReceiptRefs,
	scorecards: ReadonlyMap<string, ForceScorecard>,
): Promise<void> {
	const percentiles = rankPartners(track, scorecards);
	for (let start = 0; start < track.verdicts.length; start += BATCH) {
		const rows = track.verdicts.slice(start, start + BATCH).map((verdict) => {
			const scorecard = scorecards.get(verdict.facts.partnerId) ?? null;
			const receipt = buildReceipt(track, verdict, refs, scorecard);
			return { ...toRow(verdict, receipt), percentiles: percentiles.get(verdict.facts.partnerId) };
		});
		await client.query(
			`INSERT INTO classifications (run_id, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank,
			        race_score_bps, composite_bps, net_fen, receipt, receipt_hash, percentiles)
			 SELECT $1, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank,
			        race_score_bps, composite_bps, net_fen, receipt, receipt_hash, percentiles
			   FROM json_to_recordset($2) AS r(partner_id text, track_code text, tier int, previous_tier int,
			        absolute_tier int, race_rank int, race_score_bps int, composite_bps int, net_fen int8,
			        receipt jsonb, receipt_hash text, percentiles jsonb)`,
			[runId, JSON.stringify(rows)],
		);
	}
}

function toRow(verdict: Verdict, receipt: DecisionReceipt) {
	const { facts, standing } = verdict;
	return {
		partner_id: facts.partnerId,
		track_code: facts.trackCode,
		tier: verdict.tier,
		previous_tier: facts.previous?.tier ?? null,
		absolute_tier: verdict.absoluteTier,
		race_rank: standing?.rank ?? null,
		race_score_bps: standing?.scoreBps ?? 0,
		composite_bps: facts.compositeBps,
		net_fen: facts.gmvFen.toString(),
		receipt,
		receipt_hash: hashReceipt(receipt),
	};
}

/** Where every partner of the track stands in each force and indicator: for the screen, not for the verdict. */
function rankPartners(
	track: TrackResult,
	scorecards: ReadonlyMap<string, ForceScorecard>,
): Map<string, Omit<ForcePercentiles, "partnerId">> {
	const cards = track.verdicts.flatMap(({ facts: { partnerId } }) => {
		const scorecard = scorecards.get(partnerId);
		return scorecard ? [{ partnerId, scorecard }] : [];
	});
	return new Map(rankInTrack(cards).map(({ partnerId, ...ranks }) => [partnerId, ranks]));
}
