import "server-only";
import type { PoolClient } from "pg";
import type { AppealDifference, MovedPartner } from "@/lib/domains/tiers/types/appeals";
import { type NotificationDraft, notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day, Month } from "@/lib/platform/time";

/** Tells the partners whose draft tier is another one now, and until when they may object. */
export async function tellPartnersOfAmendment(
	client: PoolClient,
	{
		runId,
		period,
		until,
		difference,
	}: { runId: string; period: Month; until: Day; difference: AppealDifference },
): Promise<void> {
	const moved = new Map(
		[difference, ...difference.others]
			.filter((one) => one.tierBefore !== one.tierAfter)
			.map((one): [string, Omit<MovedPartner, "values">] => [one.partnerId, one]),
	);
	const { rows } = await client.query<{ partnerId: string; organisationId: string; receiptHash: string }>(
		`SELECT c.partner_id AS "partnerId", p.organisation_id AS "organisationId", c.receipt_hash AS "receiptHash"
		   FROM classifications c JOIN partners p ON p.id = c.partner_id WHERE c.run_id = $1 AND c.partner_id = ANY($2)`,
		[runId, [...moved.keys()]],
	);
	const drafts = rows.flatMap(({ partnerId, organisationId, receiptHash }): [string, NotificationDraft][] => {
		const move = moved.get(partnerId);
		if (!move) return [];
		const { tierBefore: from, tierAfter: to } = move;
		const draft = {
			key: `tierDraftAmended:${runId}:${receiptHash.slice(0, 16)}`,
			kind: "tierDraftAmended",
			params: { month: period, from, to, until },
			href: routes.partner.tierDraft(),
		};
		return [[organisationId, draft]];
	});
	await notifyOrganisationsRaw(client, new Map(drafts));
}
