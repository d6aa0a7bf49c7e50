import "server-only";
import { type LedgerDoor, type Move, type Moved, movePool } from "@/lib/domains/pools/mutations/move";
import type { PoolUnit } from "@/lib/domains/pools/types";
import type { Actor } from "@/lib/platform/audit/actor";
import type { Outcome } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

/**
 * The movements of a grant, for whoever gives benefits: each takes part in the caller's own transaction when `door` is one,
 * and stands for itself when `door` is `pool()`. `key` is the caller's: the same key with the same amount gives the same
 * answer again, with another amount POOL_KEY_CONFLICT. Nothing here asks who may: the caller has.
 */
type Common = {
	poolId: string;
	amount: bigint;
	/** The unit the amount was typed in. */
	unit?: PoolUnit;
	key: string;
	actor: Actor;
	reason: string;
};
type Opening = Common & {
	partnerId: string;
	/** The benefit's code in its catalogue; null where none is behind it. */
	benefitCode: string | null;
	/** What it is for: the partner reads it. */
	purpose: string;
	/** The last business day it may be spent on. */
	expiresOn: Day | null;
	/** Notifies the partner's people. */
	tell?: Move["tell"];
};
type OfGrant = Common & { grantId: string };

/** Sets an amount aside for a partner: nobody else can be given it, and it is not the partner's yet. */
export function reserveFromPool(door: LedgerDoor, input: Opening): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "RESERVE", from: "AVAILABLE", to: "RESERVED", opens: input });
}

/** Gives an amount to a partner at once. */
export function grantFromPool(door: LedgerDoor, input: Opening): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "GRANT", from: "AVAILABLE", to: "GRANTED", opens: input });
}

/** Gives what was set aside, or a part of it. */
export function grantReserved(door: LedgerDoor, input: OfGrant): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "GRANT", from: "RESERVED", to: "GRANTED" });
}

/** Puts what was set aside back into the pool. */
export function releaseReserved(door: LedgerDoor, input: OfGrant): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "RELEASE", from: "RESERVED", to: "AVAILABLE" });
}

/** Records what a partner used. `bookedOn`: the day it did, where it is told of a month that is not closed yet. */
export function spendGrant(door: LedgerDoor, input: OfGrant & { bookedOn?: Day }): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "SPEND", from: "GRANTED", to: "SPENT" });
}

/** Takes back what is not used yet, or what was used and should not have been. */
export function clawBackGrant(
	door: LedgerDoor,
	input: OfGrant & { from: "GRANTED" | "SPENT" },
): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "CLAW_BACK", to: "CLAWED_BACK" });
}

/** Makes what has expired or was clawed back available again. */
export function returnToAvailable(
	door: LedgerDoor,
	input: Common & { from: "EXPIRED" | "CLAWED_BACK" },
): Promise<Outcome<Moved>> {
	return movePool(door, { ...input, kind: "RETURN", to: "AVAILABLE" });
}
