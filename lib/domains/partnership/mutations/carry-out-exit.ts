import "server-only";
import type { PoolClient } from "pg";
import { type EndedBinding, endBindingsOfPartner } from "@/lib/domains/gmv/mutations/end-bindings";
import type { DecidedCase } from "@/lib/domains/partnership/mutations/raw-exit";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { newId } from "@/lib/platform/id/id";
import { notifyOrganisationsRaw } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import type { Day } from "@/lib/platform/time";

type Carrying = { effectiveOn: Day; actor: Actor; now: Date };

/**
 * What follows from a confirmed exit: the shop bindings end, the plan and the verification under way are moot, the
 * brands concerned hear of it, and the exit is published. @returns the id of the public notice
 */
export async function carryOutExit(
	client: PoolClient,
	exit: DecidedCase,
	carrying: Carrying,
): Promise<string> {
	const { effectiveOn, actor } = carrying;
	const partner = { id: exit.partnerId, organisationId: exit.organisationId };
	const ended = await endBindingsOfPartner(client, partner, effectiveOn, { actor, reason: exit.number });
	await endUnderWay(client, exit, carrying);
	await tellBrands(client, exit, ended, effectiveOn);
	return publish(client, exit, carrying);
}

async function endUnderWay(client: PoolClient, exit: DecidedCase, { actor, now }: Carrying): Promise<void> {
	const values = [exit.partnerId, actor.userId, now, exit.number];
	await client.query(
		`UPDATE probations SET state = 'FAILED', version = version + 1, closed_by_id = $2, closed_at = $3, closing_note = $4
		  WHERE partner_id = $1 AND state = 'OPEN'`,
		values,
	);
	await client.query(
		`UPDATE verifications SET state = 'FAILED', version = version + 1, decided_by_id = $2, decided_at = $3, note = $4
		  WHERE partner_id = $1 AND state IN ('OPEN', 'SUBMITTED')`,
		values,
	);
}

/** One notice a brand, however many of its shops are concerned. */
async function tellBrands(
	client: PoolClient,
	exit: DecidedCase,
	ended: readonly EndedBinding[],
	day: Day,
): Promise<void> {
	const counts = new Map<string, number>();
	for (const { brandOrganisationId } of ended) {
		if (brandOrganisationId) counts.set(brandOrganisationId, (counts.get(brandOrganisationId) ?? 0) + 1);
	}
	const drafts = [...counts].map(
		([organisationId, count]) =>
			[
				organisationId,
				{
					key: `brandPartnerLeaves:${exit.id}`,
					kind: "brandPartnerLeaves",
					params: { company: exit.company, day, count },
					href: routes.brand.home(),
				},
			] as const,
	);
	await notifyOrganisationsRaw(client, new Map(drafts));
}

/** A company and codes: nobody's name and nobody's words are published. */
async function publish(
	client: PoolClient,
	exit: DecidedCase,
	{ effectiveOn, actor, now }: Carrying,
): Promise<string> {
	const id = newId("ntc");
	const params = {
		number: exit.number,
		company: exit.company,
		kind: exit.kind,
		reasonCodes: exit.reasonCodes,
		effectiveOn,
	};
	await client.query(
		`INSERT INTO public_notices (id, kind, subject_id, params, effective_on, published_at)
		 VALUES ($1, 'EXIT', $2, $3, $4, $5)`,
		[id, exit.id, JSON.stringify(params), effectiveOn, now],
	);
	await recordAuditRaw(client, {
		actor,
		action: "notice.publish",
		subjectType: "public_notice",
		subjectId: id,
		organisationId: exit.organisationId,
		after: { ...params, reasonCodes: [...exit.reasonCodes] },
	});
	return id;
}
