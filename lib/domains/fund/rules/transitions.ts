import type { FundStage } from "@/lib/domains/fund/types";

export type FundHand = "company" | "work" | "decide";

export type FundEdge = {
	readonly from: FundStage;
	readonly to: FundStage;
	/** Whose move it is: the applicant's, anybody's who works on the fund, a lead's. */
	readonly by: FundHand;
	readonly needsReason: boolean;
	/** Whether the applicant reads the reason. */
	readonly isShared: boolean;
};

const edge = (
	from: FundStage,
	to: FundStage,
	by: FundHand,
	needsReason = false,
	isShared = false,
): FundEdge => ({
	from,
	to,
	by,
	needsReason,
	isShared,
});

/** Every way an application can go (domain.md §3.6); the check of `fund_events` says the same. */
export const fundEdges: readonly FundEdge[] = [
	edge("APPLIED", "SCREENING", "work"),
	edge("SCREENING", "DUE_DILIGENCE", "work"),
	edge("DUE_DILIGENCE", "COMMITTEE", "decide"),
	edge("DUE_DILIGENCE", "SCREENING", "work", true),
	edge("COMMITTEE", "DUE_DILIGENCE", "decide", true),
	edge("COMMITTEE", "INVESTED", "decide", true, true),
	edge("APPLIED", "DECLINED", "decide", true, true),
	edge("SCREENING", "DECLINED", "decide", true, true),
	edge("DUE_DILIGENCE", "DECLINED", "decide", true, true),
	edge("COMMITTEE", "DECLINED", "decide", true, true),
	edge("APPLIED", "WITHDRAWN", "company", false, true),
	edge("SCREENING", "WITHDRAWN", "company", false, true),
	edge("DUE_DILIGENCE", "WITHDRAWN", "company", false, true),
	edge("COMMITTEE", "WITHDRAWN", "company", false, true),
];

export function findEdge(from: FundStage, to: FundStage): FundEdge | null {
	return fundEdges.find((one) => one.from === from && one.to === to) ?? null;
}

/** Where somebody can take an application from here; an investment is decided on, not moved to. */
export function movesFrom(from: FundStage, hands: readonly FundHand[]): FundStage[] {
	return fundEdges
		.filter((one) => one.from === from && one.to !== "INVESTED" && hands.includes(one.by))
		.map((one) => one.to);
}

export function isOpenStage(stage: FundStage): boolean {
	return fundEdges.some((one) => one.from === stage);
}
