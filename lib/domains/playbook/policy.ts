import type { ItemMove, ItemState, PlaybookSide } from "@/lib/domains/playbook/types/template";
import type { Workspace } from "@/lib/platform/access/permissions";

const sideOfWorkspace = { brand: "BRAND", partner: "PARTNER", platform: "PLATFORM" } as const;

export function sideOf(workspace: Workspace): PlaybookSide {
	return sideOfWorkspace[workspace];
}

/** Every legal change of an item: from which states, and where it leads. */
export const moves = {
	COMPLETE: { from: ["OPEN", "PROPOSED"], to: "DONE" },
	REOPEN: { from: ["DONE"], to: "OPEN" },
	PROPOSE: { from: ["OPEN"], to: "PROPOSED" },
	RETURN: { from: ["PROPOSED"], to: "OPEN" },
} as const satisfies Record<ItemMove, { from: readonly ItemState[]; to: ItemState }>;

/** The platform answers for its own items, the brand for all others; a partner hands in and proposes. */
export function mayMove(side: PlaybookSide, owner: PlaybookSide, move: ItemMove): boolean {
	if (move === "PROPOSE") return side === "PARTNER" && owner !== "PLATFORM";
	return owner === "PLATFORM" ? side === "PLATFORM" : side === "BRAND";
}

/** What somebody may do with an item as it stands. */
export function openMoves(side: PlaybookSide, item: { owner: PlaybookSide; state: ItemState }): ItemMove[] {
	return (["COMPLETE", "PROPOSE", "RETURN", "REOPEN"] as const).filter(
		(move) =>
			(moves[move].from as readonly ItemState[]).includes(item.state) && mayMove(side, item.owner, move),
	);
}

/** A required item that asks for evidence is not done without any; a metric is read from the facts. */
export function lacksEvidence(item: {
	isRequired: boolean;
	evidenceKind: string;
	evidenceCount: number;
}): boolean {
	return (
		item.isRequired && ["FILE", "LINK", "STREAMERS"].includes(item.evidenceKind) && item.evidenceCount === 0
	);
}

/** Evidence of a done item stays with it: it is reopened before anything is taken away. */
export function mayChangeEvidence(
	side: PlaybookSide,
	item: { owner: PlaybookSide; state: ItemState },
): boolean {
	return item.state !== "DONE" && (side !== "PARTNER" || item.owner !== "PLATFORM");
}
