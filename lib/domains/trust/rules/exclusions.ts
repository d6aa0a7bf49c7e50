import { alwaysExcludedClasses } from "@/lib/domains/trust/constants/guarantees";
import type { ClaimReason, Clause, GoodsClass, ScreenReason } from "@/lib/domains/trust/types/claims";
import type { SevenDayPolicy } from "@/lib/domains/trust/types/policy";

type Exclusion = {
	readonly outcome: "pass" | "fail" | "unknown";
	readonly reason: ScreenReason;
	readonly clause: Clause;
};

type Goods = { readonly goodsClass: GoodsClass | null; readonly isExclusionConfirmed: boolean | null };
type Terms = Pick<SevenDayPolicy, "confirmOpenedSafety" | "confirmActivated" | "confirmFlawed">;

/**
 * Whether goods are outside the no-reason return (domain.md §3.8; 暂行办法 art. 6 and 7): some always, some only with the
 * buyer's own confirmation of this order, and none of them where the goods are faulty (消费者权益保护法 art. 24).
 */
export function judgeExclusion(reason: ClaimReason, goods: Goods, terms: Terms): Exclusion {
	if (reason !== "NO_REASON")
		return { outcome: "pass", reason: "NO_WINDOW_FOR_QUALITY", clause: "CONSUMER_LAW_24" };
	const { goodsClass, isExclusionConfirmed } = goods;
	if (goodsClass === null) return { outcome: "unknown", reason: "CLASS_UNKNOWN", clause: "SAMR_SEVEN_DAY_6" };
	if (alwaysExcludedClasses.some((one) => one === goodsClass))
		return { outcome: "fail", reason: "GOODS_ALWAYS_EXCLUDED", clause: "SAMR_SEVEN_DAY_6" };
	if (!mayBeConfirmed(goodsClass, terms))
		return { outcome: "pass", reason: "GOODS_COVERED", clause: "CONSUMER_LAW_25" };
	if (isExclusionConfirmed === null)
		return { outcome: "unknown", reason: "CONFIRMATION_UNKNOWN", clause: "SAMR_SEVEN_DAY_7" };
	return isExclusionConfirmed
		? { outcome: "fail", reason: "EXCLUSION_CONFIRMED", clause: "SAMR_SEVEN_DAY_7" }
		: { outcome: "pass", reason: "EXCLUSION_NOT_CONFIRMED", clause: "SAMR_SEVEN_DAY_7" };
}

function mayBeConfirmed(goodsClass: GoodsClass, terms: Terms): boolean {
	if (goodsClass === "OPENED_SAFETY") return terms.confirmOpenedSafety;
	if (goodsClass === "ACTIVATED_VALUE_LOSS") return terms.confirmActivated;
	return goodsClass === "NEAR_EXPIRY_OR_FLAWED" && terms.confirmFlawed;
}

/** Who pays for the way back (暂行办法 art. 18, 消费者权益保护法 art. 24): the buyer without a reason, else the shop. */
export function payerOfReturn(reason: ClaimReason): "BUYER" | "SHOP" {
	return reason === "NO_REASON" ? "BUYER" : "SHOP";
}
