import { type FundHand, isOpenStage, movesFrom } from "@/lib/domains/fund/rules/transitions";
import type { FundRights, FundStage } from "@/lib/domains/fund/types";
import { can, type Role } from "@/lib/platform/access/permissions";

type Standing = { readonly stage: FundStage; readonly isMember: boolean; readonly isBound: boolean };

export function handsOf(role: Role): FundHand[] {
	const hands: FundHand[] = [];
	if (can(role, "fund.apply")) hands.push("company");
	if (can(role, "fund.work")) hands.push("work");
	if (can(role, "fund.decide")) hands.push("decide");
	return hands;
}

/** What somebody of the platform can do with an application; whoever is bound to the company only reads. */
export function fundRightsOf(role: Role, { stage, isMember, isBound }: Standing): FundRights {
	const isFree = !isBound;
	const isOpen = isOpenStage(stage);
	const canWork = isFree && can(role, "fund.work");
	const canDecide = isFree && can(role, "fund.decide");
	return {
		isBound,
		canWork: canWork && isOpen,
		canAssign: canDecide && isOpen,
		canVote: canWork && isMember && stage === "COMMITTEE",
		canDecide: canDecide && stage === "COMMITTEE",
		canPay: canDecide && stage === "INVESTED" && can(role, "pool.manage"),
		moves: isFree ? movesFrom(stage, handsOf(role)).filter((to) => to !== "WITHDRAWN") : [],
	};
}
