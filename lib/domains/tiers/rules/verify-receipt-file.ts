import { findProofFault } from "@/lib/domains/decisions/rules/check-proof";
import { findDifference } from "@/lib/domains/decisions/rules/find-difference";
import { hashCanonical } from "@/lib/domains/decisions/rules/hash";
import type { DecisionBlock, InclusionProof } from "@/lib/domains/decisions/types";
import {
	nameIssue,
	type RecomputeFailure,
	recomputeFromReceipt,
} from "@/lib/domains/tiers/rules/recompute-receipt";
import { receiptFileSchema } from "@/lib/domains/tiers/schema/receipt";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import type { Month } from "@/lib/platform/time";

export type ReceiptFileFailure =
	| RecomputeFailure
	| "HASH_DIFFERS"
	/** The proof from the decision log does not hold, or is another verdict's. */
	| "PROOF_DIFFERS";
export type ReceiptFileCheck =
	| {
			ok: true;
			runId: string;
			period: Month;
			receiptHash: string;
			receipt: DecisionReceipt;
			/** The block of the decision log that holds the verdict; null for a receipt without a proof. */
			block: DecisionBlock | null;
	  }
	| { ok: false; reason: ReceiptFileFailure; field: string; stated: unknown; computed: unknown };

/**
 * What `portal verify-receipt` says of a downloaded receipt: the verdict made again from the file alone, and the whole
 * receipt held against its fingerprint. A receipt that recomputes but misses its fingerprint was altered in something the
 * verdict does not rest on, such as whose it is.
 */
export function verifyReceiptFile(given: unknown): ReceiptFileCheck {
	const read = receiptFileSchema.safeParse(given);
	if (!read.success) {
		const field = nameIssue(read.error) || "format";
		return { ok: false, reason: "UNREADABLE", field, stated: undefined, computed: undefined };
	}
	const { runId, period, receiptHash, receipt, proof } = read.data;
	const again = recomputeFromReceipt(receipt);
	if (!again.ok) return { ...again, field: again.field === "" ? "receipt" : `receipt.${again.field}` };
	const wrongPeriod = findDifference(period, again.receipt.windows.period, "period");
	if (wrongPeriod) {
		const { path, stated, found } = wrongPeriod;
		return { ok: false, reason: "FIELD_INCONSISTENT", field: path, stated, computed: found };
	}
	const hash = hashCanonical(again.receipt);
	if (hash !== receiptHash) {
		return { ok: false, reason: "HASH_DIFFERS", field: "receiptHash", stated: receiptHash, computed: hash };
	}
	const misfit = proof ? findMisfitOfProof(proof, read.data, again.receipt) : null;
	if (misfit)
		return { ok: false, reason: "PROOF_DIFFERS", field: misfit, stated: undefined, computed: undefined };
	return { ok: true, runId, period, receiptHash, receipt: again.receipt, block: proof?.block ?? null };
}

/** A proof is of this receipt when its entry says so: the run, the partner, the tier and the fingerprint. */
function findMisfitOfProof(
	proof: InclusionProof,
	{ runId, receiptHash }: { runId: string; receiptHash: string },
	{ partnerId, decision }: DecisionReceipt,
): string | null {
	const { entry } = proof;
	if (entry.reference !== runId) return "runId";
	if (entry.subjectId !== partnerId) return "proof.entry.subjectId";
	const said: { receiptHash?: unknown; tier?: unknown } = JSON.parse(entry.payload);
	if (said.receiptHash !== receiptHash || said.tier !== decision.tier) return "proof.entry.payload";
	return findProofFault(proof);
}
