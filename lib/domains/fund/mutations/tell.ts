import "server-only";
import type { PoolClient } from "pg";
import type { HeldApplication } from "@/lib/domains/fund/mutations/held";
import { formatFen } from "@/lib/platform/format";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { idsOf, listStaffRaw } from "@/lib/platform/notifications/staff";
import { tellOrganisationRaw } from "@/lib/platform/notifications/tell-organisation";
import { routes } from "@/lib/platform/routes/routes";

type Told = Pick<HeldApplication, "id" | "number" | "title" | "organisationId" | "partnerName"> & {
	/** What sets one piece of news of a kind apart from the next. */
	readonly version: number | string;
};
export type CompanyNews =
	| "fundScreening"
	| "fundDueDiligence"
	| "fundCommittee"
	| "fundInvested"
	| "fundDeclined"
	| "fundSigned"
	| "fundPaid"
	| "fundTakenBack";

type Payment = { readonly movementId: string; readonly amount: bigint };

/** The company's people hear of a move of their application, or of a payment, in the portal; its owners by mail as well. */
export function tellFundApplicant(
	client: PoolClient,
	{ id, number, title, organisationId, version }: Told,
	kind: CompanyNews,
	payment?: Payment,
): Promise<void> {
	return tellOrganisationRaw(client, organisationId, {
		key: `${kind}:${id}:${payment?.movementId ?? version}`,
		kind,
		values: { number, title, ...(payment && { amount: formatFen(payment.amount) }) },
		href: routes.partner.fundApplication(id),
	});
}

export type StaffNews =
	| "fundApplied"
	| "fundWithdrawn"
	| "fundAssigned"
	| "fundToVote"
	| "fundQuorum"
	| "fundTrancheSoon"
	| "fundTrancheDue";

/** Some of the platform's people hear of what waits for them. */
export async function tellFundStaff(
	client: PoolClient,
	{ id, number, partnerName, version }: Told,
	kind: StaffNews,
	userIds: readonly (string | null)[],
	values: Record<string, string> = {},
): Promise<void> {
	const known = [...new Set(userIds)].filter((userId) => userId !== null);
	if (known.length === 0) return;
	await notifyUsersRaw(client, known, {
		key: `${kind}:${id}:${version}`,
		kind,
		params: { number, company: partnerName, ...values },
		href: routes.ops.fundCase(id),
	});
}

/** The leads, less those bound to the company. */
export async function listFundLeads(client: PoolClient, organisationId: string): Promise<string[]> {
	return idsOf(await listStaffRaw(client, ["ops_lead"], { about: organisationId }));
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
