import { regions } from "@/lib/domains/admission/rules/regions";
import { statutory } from "@/lib/domains/trust/constants/policies";
import type {
	FreightPolicy,
	RefundOnlyPolicy,
	SevenDayPolicy,
	TenfoldPolicy,
	TrustDocument,
	TrustDocuments,
	TrustFinding,
	TrustFindingCode,
	TrustPolicyKind,
} from "@/lib/domains/trust/types/policy";

type Rule<Document> = readonly [TrustFindingCode, TrustFinding["severity"], (document: Document) => boolean];

/** Appeals are open at least this long, as everywhere on the platform. */
const APPEAL_DAYS = 15;

const ofAll: readonly Rule<TrustDocument>[] = [
	["APPEAL_TOO_SHORT", "error", ({ appealDays }) => appealDays < APPEAL_DAYS],
];

const ofSevenDay: readonly Rule<SevenDayPolicy>[] = [
	["WINDOW_BELOW_LAW", "error", ({ windowDays }) => windowDays < statutory.windowDays],
];

const ofFreight: readonly Rule<FreightPolicy>[] = [
	["REMOTE_BELOW_NORMAL", "error", ({ capNormalFen, capRemoteFen }) => capRemoteFen < capNormalFen],
	["CLAIM_BEFORE_RETURN", "error", ({ claimDays }) => claimDays < statutory.windowDays],
	["NOBODY_REMOTE", "warning", ({ remoteRegions }) => remoteRegions.length === 0],
	["EVERYBODY_REMOTE", "warning", ({ remoteRegions }) => remoteRegions.length >= regions.length],
];

const ofTenfold: readonly Rule<TenfoldPolicy>[] = [
	[
		"GOODS_FLOOR_BELOW_LAW",
		"error",
		(one) =>
			one.goodsFloorTimes < statutory.goodsFloorTimes ||
			one.goodsFloorLeastFen < statutory.goodsFloorLeastFen,
	],
	[
		"FOOD_FLOOR_BELOW_LAW",
		"error",
		(one) =>
			one.foodFloorTimes < statutory.foodFloorTimes || one.foodFloorLeastFen < statutory.foodFloorLeastFen,
	],
	[
		"TENFOLD_BELOW_NAME",
		"error",
		({ multiplier, includesRefund }) => multiplier + (includesRefund ? 0 : 1) < statutory.tenfold,
	],
];

const ofRefundOnly: readonly Rule<RefundOnlyPolicy>[] = [
	["CEILINGS_CROSSED", "error", (one) => one.orderCeilingLeastFen > one.orderCeilingMostFen],
	["BUYER_BELOW_ORDER", "error", (one) => one.buyerCeilingMostFen < one.orderCeilingMostFen],
	["SIGNAL_AT_FIRST", "warning", ({ signalClaims }) => signalClaims <= 1],
];

const rules = {
	trust_seven_day: ofSevenDay,
	trust_freight: ofFreight,
	trust_tenfold: ofTenfold,
	trust_refund_only: ofRefundOnly,
} as const;

/**
 * What keeps a policy from being published, for the law's floors are no promise's to lower (domain.md §3.8), and what its
 * author should have meant. The classes that are always excluded stand in no policy: nothing can add to them.
 */
export function lintTrustPolicy<K extends TrustPolicyKind>(
	kind: K,
	document: TrustDocuments[K],
): TrustFinding[] {
	const own = rules[kind] as unknown as readonly Rule<TrustDocuments[K]>[];
	const found = [...own, ...ofAll].filter(([, , holds]) => holds(document));
	return found
		.map(([code, severity]) => ({ code, severity }))
		.sort((a, b) => Number(a.severity === "warning") - Number(b.severity === "warning"));
}

export function mayPublishTrust(findings: readonly TrustFinding[]): boolean {
	return findings.every(({ severity }) => severity !== "error");
}
