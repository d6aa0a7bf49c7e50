import "server-only";
import type { PoolClient } from "pg";
import { bothNames } from "@/lib/platform/notifications/both-names";
import { notifyUsersRaw } from "@/lib/platform/notifications/notify";
import { idsOf, listStaffRaw } from "@/lib/platform/notifications/staff";
import { tellOrganisationRaw } from "@/lib/platform/notifications/tell-organisation";
import { routes } from "@/lib/platform/routes/routes";
import type { Held } from "./move";

type Kind = "benefitGranted" | "benefitRefused" | "benefitExpired" | "benefitClawedBack";

type Told = Pick<Held, "id" | "nameZh" | "nameEn" | "organisationId" | "organisationKind">;

/** The applicant's people hear of it in the portal, those who answer for the organisation by mail as well. */
export function tellApplicant(client: PoolClient, held: Told, kind: Kind, reason = ""): Promise<void> {
	const href =
		held.organisationKind === "BRAND"
			? routes.brand.benefitApplication(held.id)
			: routes.partner.benefitApplication(held.id);
	const values = { benefit: bothNames({ zh: held.nameZh, en: held.nameEn }), reason };
	return tellOrganisationRaw(client, held.organisationId, { key: `${kind}:${held.id}`, kind, values, href });
}

/** Those who decide hear of what waits for them, but for whoever had a hand in it and who may not. */
export async function tellDeciders(
	client: PoolClient,
	held: Told & { organisationName: string },
	kind: "benefitApplied" | "benefitSecond",
	except: string | null,
): Promise<void> {
	const deciders = await listStaffRaw(client, ["ops_lead", "ops_reviewer"], {
		except,
		about: held.organisationId,
	});
	await notifyUsersRaw(client, idsOf(deciders), {
		key: `${kind}:${held.id}`,
		kind,
		params: { benefit: bothNames({ zh: held.nameZh, en: held.nameEn }), company: held.organisationName },
		href: routes.ops.benefitApplication(held.id),
	});
}
