import "server-only";
import { applicationDraftSchema } from "@/lib/domains/admission/schema/draft";
import { day } from "@/lib/domains/admission/schema/fields";
import { toDay, toPartner } from "@/lib/domains/partnership/data/records";
import type { KnownOfPartner } from "@/lib/domains/partnership/rules/verification-facts";
import type { LifeEvent, PartnerRecord } from "@/lib/domains/partnership/types";
import { db, type Tx } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";

export async function findPartner(
	_scope: PlatformScope,
	id: string,
	client: Tx = db(),
): Promise<PartnerRecord | null> {
	const row = await client.partner.findUnique({ where: { id } });
	return row && toPartner(row);
}

/** Whether somebody declared a conflict of interest with an organisation. */
export async function hasConflict(
	userId: string,
	organisationId: string,
	client: Tx = db(),
): Promise<boolean> {
	return (await client.conflictOfInterest.count({ where: { userId, organisationId } })) > 0;
}

/** What is known of a partner from its admission. `partnerId` comes from a row the caller's scope was allowed to read. */
export async function readKnown(partnerId: string, client: Tx = db()) {
	// One after the other: a transaction has one connection, and several includes would use it at once.
	const row = await client.partner.findUniqueOrThrow({
		where: { id: partnerId },
		include: { application: { select: { form: true } } },
	});
	const tracks = await client.partnerTrack.findMany({ where: { partnerId } });
	const redLines = await client.redLine.findMany({ where: { partnerId, withdrawnAt: null } });
	const draft = row.application ? applicationDraftSchema.parse(row.application.form) : null;
	const known: KnownOfPartner = {
		uscc: row.uscc,
		foundedOn: draft ? (day.safeParse(draft.company.foundedOn).data ?? null) : null,
		tracks: tracks.map((track) => track.trackCode),
		redLines: redLines.map(({ id, kind, occurredOn }) => ({ id, kind, occurredOn: toDay(occurredOn) })),
	};
	return { known, draft };
}

export async function listLife(_scope: PlatformScope, partnerId: string): Promise<LifeEvent[]> {
	const rows = await db().partnerLifeEvent.findMany({
		where: { partnerId },
		orderBy: { id: "desc" },
		take: 50,
	});
	return rows.map(({ id, event, toStatus, at, note }) => ({ id: String(id), event, toStatus, at, note }));
}
