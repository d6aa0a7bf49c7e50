import type { AmountOutcome, ClaimFacts, WorkingLine } from "@/lib/domains/trust/types/claims";
import type { FreightPolicy } from "@/lib/domains/trust/types/policy";

/** The cap of a province; remote ones have their own. */
export function freightCap(region: string, policy: FreightPolicy): bigint {
	return BigInt(policy.remoteRegions.includes(region) ? policy.capRemoteFen : policy.capNormalFen);
}

/**
 * What 退货补运费 pays: min(what the carrier took, cap of the region). Where the goods were faulty the whole way back is the
 * shop's by law, and that is more than the promise from the cap on. Without proof or region the amount is unknown.
 */
export function workFreight(facts: ClaimFacts, policy: FreightPolicy, version: number): AmountOutcome {
	const { freightFen: actual, region } = facts;
	if (actual === null) return { ok: false, reason: "FREIGHT_UNKNOWN" };
	if (!facts.hasCarrierProof) return { ok: false, reason: "PROOF_MISSING" };
	if (region === null) return { ok: false, reason: "REGION_UNKNOWN" };
	const cap = freightCap(region, policy);
	const promiseFen = actual < cap ? actual : cap;
	const floorFen = facts.reason === "NO_REASON" ? 0n : actual;
	const winner = promiseFen >= floorFen ? "PROMISE" : "FLOOR";
	const totalFen = winner === "PROMISE" ? promiseFen : floorFen;
	const remote = policy.remoteRegions.includes(region) ? 1 : 0;
	const lines: WorkingLine[] = [
		{ code: "FREIGHT_ACTUAL", fen: actual, values: {} },
		{ code: "FREIGHT_CAP", fen: cap, values: { region, remote } },
		{ code: actual > cap ? "FREIGHT_CAPPED" : "FREIGHT_IN_FULL", fen: promiseFen, values: {} },
	];
	if (floorFen > 0n) {
		lines.push({ code: "FREIGHT_QUALITY_FLOOR", fen: floorFen, values: {} });
		lines.push({ code: winner === "FLOOR" ? "FLOOR_WINS" : "PROMISE_WINS", fen: totalFen, values: {} });
	}
	lines.push({ code: "TOTAL", fen: totalFen, values: {} });
	const head = { guarantee: "RETURN_FREIGHT", policyVersion: version } as const;
	return { ok: true, working: { ...head, lines, promiseFen, floorFen, totalFen, winner } };
}
