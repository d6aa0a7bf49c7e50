import type { Role } from "@/lib/platform/access/permissions";
import type { OrganisationKind } from "../types";

const rolesOfKind = {
	PARTNER: ["partner_owner", "partner_member"],
	BRAND: ["brand_manager"],
	PLATFORM: ["ops_reviewer", "ops_lead", "auditor", "admin"],
} as const satisfies Record<OrganisationKind, readonly Role[]>;

/** The roles an organisation of a kind may give; the database holds the same rule as a check constraint. */
export function rolesGivenBy(kind: OrganisationKind): readonly Role[] {
	return rolesOfKind[kind];
}

/** The role of which every organisation keeps at least one active holder. */
export function keyRoleOf(kind: OrganisationKind): Role {
	if (kind === "PARTNER") return "partner_owner";
	return kind === "BRAND" ? "brand_manager" : "admin";
}

export function kindOfWorkspace(workspace: "partner" | "brand" | "platform"): OrganisationKind {
	if (workspace === "partner") return "PARTNER";
	return workspace === "brand" ? "BRAND" : "PLATFORM";
}
