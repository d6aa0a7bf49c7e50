import type { PoolClient } from "pg";
import { workspaceOf } from "@/lib/platform/access/permissions";
import { newId } from "@/lib/platform/id/id";
import { copyObjects } from "./copy";
import type { UserPlan } from "./users";

export type OrganisationRow = {
	id: string;
	kind: "PARTNER" | "BRAND" | "PLATFORM";
	name: string;
	createdAt: Date;
};

const kindOfWorkspace = { partner: "PARTNER", brand: "BRAND", platform: "PLATFORM" } as const;

/** The platform's own organisation: a portal has one, and the demo's staff join it when it is there already. */
export async function openPlatform(client: PoolClient, createdAt: Date): Promise<string> {
	await client.query("SELECT pg_advisory_xact_lock(hashtextextended('platform-organisation', 0))");
	const { rows } = await client.query<{ id: string }>(
		"SELECT id FROM organisations WHERE kind = 'PLATFORM' ORDER BY id LIMIT 1",
	);
	if (rows[0]) return rows[0].id;
	const id = newId("org");
	await writeOrganisations(client, [{ id, kind: "PLATFORM", name: "造风者运营中心", createdAt }]);
	return id;
}

export function writeOrganisations(client: PoolClient, rows: readonly OrganisationRow[]): Promise<number> {
	return copyObjects<OrganisationRow>(
		client,
		"organisations",
		{
			id: (row) => row.id,
			kind: (row) => row.kind,
			name: (row) => row.name,
			is_demo: () => true,
			created_at: (row) => row.createdAt,
		},
		rows,
	);
}

/** Users with their memberships, confirmed and able to sign in with the demo's password. */
export async function writeUsers(
	client: PoolClient,
	users: readonly UserPlan[],
	passwordHash: string,
	platformId: string,
): Promise<void> {
	await copyObjects<UserPlan>(
		client,
		"users",
		{
			id: (user) => user.id,
			email: (user) => user.email,
			name: (user) => user.name,
			password_hash: () => passwordHash,
			email_verified_at: (user) => user.createdAt,
			is_demo: () => true,
			created_at: (user) => user.createdAt,
			updated_at: (user) => user.createdAt,
		},
		users,
	);
	await copyObjects<UserPlan>(
		client,
		"memberships",
		{
			id: (user) => user.membershipId,
			user_id: (user) => user.id,
			organisation_id: (user) => user.organisationId ?? platformId,
			organisation_kind: (user) => kindOfWorkspace[workspaceOf(user.role)],
			role: (user) => user.role,
			created_at: (user) => user.createdAt,
		},
		users,
	);
}
