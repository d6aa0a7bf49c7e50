import "server-only";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { hashCanonical, sha256Hex } from "@/lib/domains/decisions/rules/hash";
import type { ScorecardSource } from "@/lib/domains/forces/rules/keep-scorecards";
import { rankInTrack } from "@/lib/domains/forces/rules/rank-in-track";
import { buildReceipt, type ReceiptRefs } from "@/lib/domains/tiers/rules/receipt";
import type { DecisionReceipt, TrackResult, Verdict } from "@/lib/domains/tiers/types";
import { passFaultPoint } from "@/lib/platform/env/fault";

/**
 * Receipts are some ten kilobytes each: so many are made and handed over at once, and no more are held. Small batches keep
 * the database busy with the ones before while the next are made.
 */
const BATCH = 10;

const copyStatement = `COPY classifications (run_id, partner_id, track_code, tier, previous_tier, absolute_tier, race_rank,
	race_score_bps, composite_bps, net_fen, receipt, receipt_hash, percentiles) FROM STDIN`;

/** SHA-256 of the canonical JSON of a receipt, lower-case hex: what `classifications.receipt_hash` holds. */
export function hashReceipt(receipt: DecisionReceipt): string {
	return hashCanonical(receipt);
}

/** Writes one row with its receipt for every verdict of a track: made and stored side by side, a few at a time. */
export async function writeClassifications(
	client: PoolClient,
	runId: string,
	track: TrackResult,
	refs: ReceiptRefs,
	scorecards: ScorecardSource,
): Promise<void> {
	const batches = Readable.from(writeBatches(runId, track, refs, scorecards));
	await pipeline(batches, client.query(copyFrom(copyStatement)));
}

function* writeBatches(
	runId: string,
	track: TrackResult,
	refs: ReceiptRefs,
	scorecards: ScorecardSource,
): Generator<Buffer> {
	const known = writeShared(track, refs);
	const percentiles = rankPartners(track.verdicts, scorecards);
	let rows: string[] = [];
	for (const verdict of track.verdicts) {
		const { partnerId } = verdict.facts;
		const receipt = buildReceipt(track, verdict, refs, scorecards.get(partnerId) ?? null);
		rows.push(writeRow(runId, verdict, canonicalJson(receipt, known), percentiles(partnerId)));
		if (rows.length === BATCH) {
			passFaultPoint("run-receipts");
			yield Buffer.from(rows.join(""));
			rows = [];
		}
	}
	yield Buffer.from(rows.join(""));
}

/** What every receipt of a track has in common, written once. */
function writeShared(track: TrackResult, refs: ReceiptRefs): Map<object, string> {
	const parts = [track.policy, track.field, track.windows, refs.tierPolicy, refs.forcePolicy];
	return new Map(parts.map((part) => [part, canonicalJson(part)]));
}

/** A line of COPY's text format. The receipt is stored as the very text its hash is taken of. */
function writeRow(runId: string, verdict: Verdict, receipt: string, percentiles: string | null): string {
	const { facts, standing } = verdict;
	const values = [
		runId,
		facts.partnerId,
		facts.trackCode,
		verdict.tier,
		facts.previous?.tier ?? null,
		verdict.absoluteTier,
		standing?.rank ?? null,
		standing?.scoreBps ?? 0,
		facts.compositeBps,
		facts.gmvFen,
		receipt,
		sha256Hex(receipt),
		percentiles,
	];
	return `${values.map(escapeValue).join("\t")}\n`;
}

const SPECIAL = /[\\\n\r\t]/;
const escapes: Readonly<Record<string, string>> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeValue(value: string | number | bigint | null): string {
	if (value === null) return "\\N";
	const text = String(value);
	return SPECIAL.test(text) ? text.replace(/[\\\n\r\t]/g, (one) => escapes[one] ?? one) : text;
}

/** Where every partner of the track stands in each force and indicator, as JSON: for the screen, not for the verdict. */
function rankPartners(
	verdicts: readonly Verdict[],
	scorecards: ScorecardSource,
): (partnerId: string) => string | null {
	function* listCards() {
		for (const { facts } of verdicts) {
			const scorecard = scorecards.get(facts.partnerId);
			if (scorecard) yield { partnerId: facts.partnerId, scorecard };
		}
	}
	const ranked = rankInTrack(listCards());
	const places = new Map(ranked.map((one, at) => [one.partnerId, at]));
	return (partnerId) => {
		const found = ranked[places.get(partnerId) ?? -1];
		if (!found) return null;
		const { partnerId: _partnerId, ...percentiles } = found;
		return JSON.stringify(percentiles);
	};
}
