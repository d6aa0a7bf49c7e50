import type { StoredReceipt } from "@/lib/domains/tiers/types";

/** The receipt with its fingerprint (SHA-256 of its canonical JSON) as a download. */
export function answerReceipt(stored: StoredReceipt): Response {
	const { runId, period, receiptHash, receipt } = stored;
	const file = { format: "windmaker-receipt/1", runId, period, receiptHash, receipt };
	return new Response(`${JSON.stringify(file, null, "\t")}\n`, {
		headers: {
			"content-type": "application/json; charset=utf-8",
			"content-disposition": `attachment; filename="receipt-${period}-${receipt.partnerId}.json"`,
			"cache-control": "private, no-store",
			"x-content-type-options": "nosniff",
		},
	});
}
