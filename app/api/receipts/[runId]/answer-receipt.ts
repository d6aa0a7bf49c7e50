import type { ProvenReceipt } from "@/lib/domains/tiers/loaders";

/** The receipt with its fingerprint (SHA-256 of its canonical JSON) and its proof from the decision log, as a download. */
export function answerReceipt({ stored, proof }: ProvenReceipt): Response {
	const { runId, period, receiptHash, receipt } = stored;
	const file = {
		format: "windmaker-receipt/1",
		runId,
		period,
		receiptHash,
		receipt,
		...(proof && { proof }),
	};
	return new Response(`${JSON.stringify(file, null, "\t")}\n`, {
		headers: {
			"content-type": "application/json; charset=utf-8",
			"content-disposition": `attachment; filename="receipt-${period}-${receipt.partnerId}.json"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
