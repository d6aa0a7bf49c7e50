import "server-only";
import type { PoolClient } from "pg";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { notifyOrganisationsRaw, notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Held } from "./move";

type Kind = "benefitGranted" | "benefitRefused" | "benefitExpired" | "benefitClawedBack";

type Told = Pick<Held, "id" | "nameZh" | "nameEn" | "organisationId" | "organisationKind">;

/** The applicant's people hear of it in the portal, those who answer for the organisation by mail as well. */
export async function tellApplicant(client: PoolClient, held: Told, kind: Kind, reason = ""): Promise<void> {
	const href =
		held.organisationKind === "BRAND"
			? routes.brand.benefitApplication(held.id)
			: routes.partner.benefitApplication(held.id);
	const values = { benefit: bothNames({ zh: held.nameZh, en: held.nameEn }), reason };
	const key = `${kind}:${held.id}`;
	await notifyOrganisationsRaw(client, new Map([[held.organisationId, { key, kind, params: values, href }]]));
	const { rows } = await client.query<Recipient>(
		`SELECT u.id, u.email, u.name, u.locale FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = $1 AND m.role IN ('partner_owner', 'brand_manager') AND u.status = 'ACTIVE'`,
		[held.organisationId],
	);
	await enqueueMailsRaw(
		client,
		await Promise.all(rows.map((reader) => composeMail(reader, { key, kind, values, href }))),
	);
}

/** Those who decide hear of what waits for them, but for whoever had a hand in it and who may not. */
export async function tellDeciders(
	client: PoolClient,
	held: Told & { organisationName: string },
	kind: "benefitApplied" | "benefitSecond",
	except: string | null,
): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND m.role IN ('ops_lead', 'ops_reviewer') AND u.id IS DISTINCT FROM $1
		    AND NOT has_conflict(u.id, $2)`,
		[except, held.organisationId],
	);
	await notifyUsersRaw(
		client,
		rows.map(({ id }) => id),
		{
			key: `${kind}:${held.id}`,
			kind,
			params: { benefit: bothNames({ zh: held.nameZh, en: held.nameEn }), company: held.organisationName },
			href: routes.ops.benefitApplication(held.id),
		},
	);
}
