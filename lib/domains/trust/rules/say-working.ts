import type { TrustSpeech } from "@/lib/domains/trust/rules/policy/policy-words";
import type { WorkingLine } from "@/lib/domains/trust/types/claims";

/**
 * A line of the working in the reader's words, by the messages `trustrules`. The values that are fen are shown as money by
 * `money`, which knows the reader's language.
 */
export function workingInWords(
	t: TrustSpeech,
	{ code, values }: WorkingLine,
	money: (fen: bigint) => string,
): string {
	const spoken = Object.entries(values).map(([name, value]) => [
		name,
		name.endsWith("Fen") ? money(BigInt(value)) : String(value),
	]);
	const key = code === "FREIGHT_CAP" && values.remote === 1 ? "FREIGHT_CAP_REMOTE" : code;
	return t(`working.${key}`, Object.fromEntries(spoken));
}
