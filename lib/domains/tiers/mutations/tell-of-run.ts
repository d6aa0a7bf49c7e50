import "server-only";
import type { PoolClient } from "pg";
import type { TierLevel } from "@/lib/domains/tiers/constants";
import { composeMail, type Recipient } from "@/lib/platform/mail/compose";
import { enqueueMailsRaw } from "@/lib/platform/mail/outbox";
import {
	type NotificationDraft,
	notifyOrganisationsRaw,
	notifyUsersRaw,
} from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day, Month } from "@/lib/platform/time";

/** Tells every lead what became of a run. */
export async function tellLeadsRaw(
	client: PoolClient,
	{ runId, period, kind }: { runId: string; period: Month; kind: "runDrafted" | "runWaits" },
): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		`SELECT DISTINCT u.id FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE u.status = 'ACTIVE' AND m.role = 'ops_lead'`,
	);
	await notifyUsersRaw(
		client,
		rows.map((row) => row.id),
		{ key: `${kind}:${runId}`, kind, params: { month: period }, href: routes.ops.evaluation(runId) },
	);
}

type DraftRow = { organisationId: string; tier: TierLevel; previousTier: TierLevel | null };

/** Tells every partner of a run what its draft says and until when it may object. */
export async function tellPartnersOfNotice(
	client: PoolClient,
	{ runId, period, until }: { runId: string; period: Month; until: Day },
): Promise<number> {
	const { rows } = await client.query<DraftRow>(
		`SELECT p.organisation_id AS "organisationId", c.tier, c.previous_tier AS "previousTier"
		   FROM classifications c JOIN partners p ON p.id = c.partner_id WHERE c.run_id = $1`,
		[runId],
	);
	const drafts = new Map(
		rows.map(({ organisationId, tier }): [string, NotificationDraft] => [
			organisationId,
			{
				key: `tierDraft:${runId}:${until}`,
				kind: "tierDraft",
				params: { month: period, tier, until },
				href: routes.partner.tierDraft(),
			},
		]),
	);
	await notifyOrganisationsRaw(client, drafts);
	await mailOwners(client, drafts, `tierDraft:${runId}:${until}`);
	return rows.length;
}

/** The notice by mail, to the owner of each company: what it can lose it hears of outside the portal too. */
async function mailOwners(
	client: PoolClient,
	drafts: ReadonlyMap<string, NotificationDraft>,
	key: string,
): Promise<void> {
	const { rows: owners } = await client.query<Recipient & { organisationId: string }>(
		`SELECT u.id, u.email, u.name, u.locale, m.organisation_id AS "organisationId"
		   FROM memberships m JOIN users u ON u.id = m.user_id
		  WHERE m.organisation_id = ANY($1) AND m.role = 'partner_owner' AND u.status = 'ACTIVE'`,
		[[...drafts.keys()]],
	);
	const mails = owners.flatMap(({ organisationId, ...owner }) => {
		const draft = drafts.get(organisationId);
		if (!draft) return [];
		return composeMail(owner, {
			key: `${key}:${organisationId}`,
			kind: draft.kind,
			values: draft.params,
			href: draft.href,
		});
	});
	await enqueueMailsRaw(client, await Promise.all(mails));
}

/** Tells the partners that saw a draft that it does not count any more. */
export async function tellPartnersOfWithdrawal(
	client: PoolClient,
	{ runId, period }: { runId: string; period: Month },
): Promise<void> {
	const { rows } = await client.query<{ organisationId: string }>(
		`SELECT p.organisation_id AS "organisationId" FROM classifications c JOIN partners p ON p.id = c.partner_id
		  WHERE c.run_id = $1`,
		[runId],
	);
	const draft: NotificationDraft = {
		key: `tierDraftWithdrawn:${runId}`,
		kind: "tierDraftWithdrawn",
		params: { month: period },
		href: routes.partner.tier(),
	};
	await notifyOrganisationsRaw(client, new Map(rows.map(({ organisationId }) => [organisationId, draft])));
}
