import { expect, test } from "vitest";
import { trustPoliciesV1, trustPolicyKinds } from "@/lib/domains/trust/constants/policies";
import { lintTrustPolicy, mayPublishTrust } from "@/lib/domains/trust/rules/policy/lint-policy";
import { formOfTrustPolicy, readTrustPolicyForm } from "@/lib/domains/trust/rules/policy/policy-form";
import { compareTrustPolicies } from "@/lib/domains/trust/rules/policy/policy-words";
import type { TrustDocuments, TrustPolicyKind } from "@/lib/domains/trust/types/policy";

function codes<K extends TrustPolicyKind>(kind: K, over: Partial<TrustDocuments[K]>) {
	return lintTrustPolicy(kind, { ...trustPoliciesV1[kind], ...over }).map(({ code }) => code);
}

test.each(trustPolicyKinds)("%s comes without a finding, and its form reads back into it", (kind) => {
	const document = trustPoliciesV1[kind];
	expect(lintTrustPolicy(kind, document)).toEqual([]);
	expect(readTrustPolicyForm(kind, formOfTrustPolicy(kind, document))).toEqual({
		ok: true,
		policy: document,
	});
	expect(compareTrustPolicies(kind, document, document)).toEqual([]);
});

test("no promise goes below the law", () => {
	expect(codes("trust_seven_day", { windowDays: 6 })).toEqual(["WINDOW_BELOW_LAW"]);
	expect(codes("trust_seven_day", { windowDays: 15 })).toEqual([]);
	expect(codes("trust_tenfold", { goodsFloorTimes: 2 })).toEqual(["GOODS_FLOOR_BELOW_LAW"]);
	expect(codes("trust_tenfold", { goodsFloorLeastFen: 49_999 })).toEqual(["GOODS_FLOOR_BELOW_LAW"]);
	expect(codes("trust_tenfold", { foodFloorTimes: 9 })).toEqual(["FOOD_FLOOR_BELOW_LAW"]);
	expect(codes("trust_tenfold", { foodFloorLeastFen: 99_999 })).toEqual(["FOOD_FLOOR_BELOW_LAW"]);
	expect(codes("trust_tenfold", { multiplier: 9 })).toEqual(["TENFOLD_BELOW_NAME"]);
	expect(codes("trust_tenfold", { multiplier: 9, includesRefund: false })).toEqual([]);
	expect(codes("trust_tenfold", { multiplier: 8, includesRefund: false })).toEqual(["TENFOLD_BELOW_NAME"]);
});

test("contradictions keep a policy from being published; surprises do not", () => {
	expect(codes("trust_freight", { capRemoteFen: 1_199 })).toEqual(["REMOTE_BELOW_NORMAL"]);
	expect(codes("trust_freight", { claimDays: 6 })).toEqual(["CLAIM_BEFORE_RETURN"]);
	expect(codes("trust_refund_only", { orderCeilingLeastFen: 50_001 })).toEqual(["CEILINGS_CROSSED"]);
	expect(codes("trust_refund_only", { buyerCeilingMostFen: 49_999 })).toEqual(["BUYER_BELOW_ORDER"]);
	expect(codes("trust_refund_only", { appealDays: 14 })).toEqual(["APPEAL_TOO_SHORT"]);
	const empty = { ...trustPoliciesV1.trust_freight, remoteRegions: [] };
	expect(mayPublishTrust(lintTrustPolicy("trust_freight", empty))).toBe(true);
	const crossed = { ...trustPoliciesV1.trust_freight, capRemoteFen: 1 };
	expect(mayPublishTrust(lintTrustPolicy("trust_freight", crossed))).toBe(false);
});

test("a form says figure by figure what is wrong", () => {
	const form = formOfTrustPolicy("trust_freight", trustPoliciesV1.trust_freight);
	const wrong = { ...form, capNormalFen: "abc", claimDays: "", capRemoteFen: "1000.01" };
	expect(readTrustPolicyForm("trust_freight", wrong)).toEqual({
		ok: false,
		errors: { capNormalFen: "NOT_A_NUMBER", claimDays: "REQUIRED", capRemoteFen: "OUT_OF_RANGE" },
	});
});

test("changes say whether they ask more of the shop or less", () => {
	const [before, after] = [
		trustPoliciesV1.trust_freight,
		{ ...trustPoliciesV1.trust_freight, capNormalFen: 1_500, capRemoteFen: 2_400, remoteRegions: ["65"] },
	];
	expect(
		compareTrustPolicies("trust_freight", before, after).map((one) => [one.figure, one.direction]),
	).toEqual([
		["capNormalFen", "stricter"],
		["capRemoteFen", "easier"],
		["remoteRegions", "other"],
	]);
});
