import type { PoolChange } from "@/lib/domains/pools/types";
import { can, type Role } from "@/lib/platform/access/permissions";

type Person = { readonly userId: string; readonly role: Role };

export type ChangeRole = "decide" | "withdraw" | "read";

/** What somebody can do with an open change: its proposer takes it back, any other lead decides, the rest read. */
export function changeRoleOf(change: Pick<PoolChange, "state" | "proposedById">, person: Person): ChangeRole {
	if (change.state !== "PROPOSED" || !can(person.role, "pool.manage")) return "read";
	return change.proposedById === person.userId ? "withdraw" : "decide";
}
