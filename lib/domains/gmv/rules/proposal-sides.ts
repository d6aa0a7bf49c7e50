import type { Workspace } from "@/lib/platform/access/permissions";

export const bindingSides = ["PARTNER", "BRAND", "PLATFORM"] as const;
export type BindingSide = (typeof bindingSides)[number];

export const sideOfWorkspace = {
	partner: "PARTNER",
	brand: "BRAND",
	platform: "PLATFORM",
} as const satisfies Record<Workspace, BindingSide>;

/** Who answers a proposal of each side (domain.md §3.4): the other side, or operations. Nobody answers their own. */
const deciders: Record<BindingSide, readonly BindingSide[]> = {
	PARTNER: ["BRAND", "PLATFORM"],
	BRAND: ["PARTNER", "PLATFORM"],
	PLATFORM: ["PARTNER", "BRAND"],
};

export function mayDecide(proposedBy: BindingSide, side: BindingSide): boolean {
	return deciders[proposedBy].includes(side);
}

/** Only the side that asked takes its proposal back. */
export function mayWithdraw(proposedBy: BindingSide, side: BindingSide): boolean {
	return proposedBy === side;
}

/**
 * The first day a confirmed proposal counts: attribution never reaches back (domain.md §3.4), so one confirmed after its
 * first day begins on the day of the confirmation. Null when it would be over by then.
 */
export function effectiveFrom(fromDay: string, toDay: string | null, today: string): string | null {
	const from = fromDay < today ? today : fromDay;
	return toDay !== null && toDay <= from ? null : from;
}
