import "server-only";
import type { PoolClient } from "pg";
import type { HeldApplication } from "@/lib/domains/fund/mutations/held";
import { notifyOrganisationsRaw, notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";

type Told = Pick<HeldApplication, "id" | "number" | "title" | "organisationId" | "partnerName" | "version">;
export type CompanyNews =
	| "fundScreening"
	| "fundDueDiligence"
	| "fundCommittee"
	| "fundInvested"
	| "fundDeclined";

/** The company's people hear of a move of their application. */
export function tellFundApplicant(
	client: PoolClient,
	{ id, number, title, organisationId, version }: Told,
	kind: CompanyNews,
): Promise<void> {
	const href = routes.partner.fundApplication(id);
	const draft = { key: `${kind}:${id}:${version}`, kind, params: { number, title }, href };
	return notifyOrganisationsRaw(client, new Map([[organisationId, draft]]));
}

export type StaffNews = "fundApplied" | "fundWithdrawn" | "fundAssigned" | "fundToVote" | "fundQuorum";

/** Some of the platform's people hear of what waits for them. */
export async function tellFundStaff(
	client: PoolClient,
	{ id, number, partnerName, version }: Told,
	kind: StaffNews,
	userIds: readonly (string | null)[],
): Promise<void> {
	const known = [...new Set(userIds)].filter((userId) => userId !== null);
	if (known.length === 0) return;
	await notifyUsersRaw(client, known, {
		key: `${kind}:${id}:${version}`,
		kind,
		params: { number, company: partnerName },
		href: routes.ops.fundCase(id),
	});
}

/** The leads, less those bound to the company. */
export async function listFundLeads(client: PoolClient, organisationId: string): Promise<string[]> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead' AND NOT has_conflict(u.id, $1)`,
		[organisationId],
	);
	return rows.map((row) => row.id);
}

/** The committee, less those bound to the company. */
export async function listFundVoters(client: PoolClient, organisationId: string): Promise<string[]> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT u.id FROM fund_members m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND NOT has_conflict(u.id, $1)`,
		[organisationId],
	);
	return rows.map((row) => row.id);
}
