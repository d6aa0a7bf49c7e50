import type { LineResult } from "@/lib/domains/intake/schema/answers";

/** Why a record was not taken, as the import keeps it. */
export type RefusedRecord = { record: number; field: string; value: string; code: string };

/**
 * What became of every record of a request, in its order; `problems` leaves out those that were accepted.
 * @param explain the sentence for a code, in the caller's language; asked once for each code
 */
export function listResults(
	count: number,
	refused: readonly RefusedRecord[],
	duplicates: ReadonlySet<number>,
	explain: (code: string) => string,
	which: "all" | "problems",
): LineResult[] {
	const sentences = new Map<string, string>();
	const sentence = (code: string) => {
		const known = sentences.get(code) ?? explain(code);
		sentences.set(code, known);
		return known;
	};
	const refusedAt = new Map(refused.map((one) => [one.record, one]));
	const results: LineResult[] = [];
	for (let record = 1; record <= count; record++) {
		const refusal = refusedAt.get(record);
		if (refusal) {
			const { field, value, code } = refusal;
			const result = code === "CONFLICT" ? "conflict" : "rejected";
			results.push({ record, result, code, field, value, message: sentence(code) });
		} else if (duplicates.has(record))
			results.push({ record, result: "duplicate", code: "DUPLICATE", message: sentence("DUPLICATE") });
		else if (which === "all") results.push({ record, result: "accepted" });
	}
	return results;
}
