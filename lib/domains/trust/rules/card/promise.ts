import type { TrustDocument } from "@/lib/domains/trust/types/policy";

/** The figures a guarantee's sentence on the public card needs, as the version in force has them. */
export function promiseValues(
	document: TrustDocument,
	money: (fen: bigint) => string,
): Record<string, string> {
	if ("windowDays" in document) return { days: String(document.windowDays) };
	if ("capNormalFen" in document)
		return { normal: money(BigInt(document.capNormalFen)), remote: money(BigInt(document.capRemoteFen)) };
	if ("multiplier" in document)
		return { times: String(document.includesRefund ? document.multiplier : document.multiplier + 1) };
	return {};
}
