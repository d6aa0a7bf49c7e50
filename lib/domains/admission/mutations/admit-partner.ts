import "server-only";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/**
 * Makes an approved applicant a partner, `ACTIVE` at the provisional first tier from `admittedOn`. Refuses a company
 * that is admitted already: its code is unique among partners that have not exited, and the database decides a race.
 */
export async function admitPartner(
	tx: Tx,
	scope: PlatformScope,
	application: ApplicationRecord,
	admittedOn: Day,
): Promise<Outcome<{ partnerId: string }>> {
	const { uscc, primaryTrack, form } = application;
	if (!uscc || !primaryTrack) return refuse("TRANSITION_ILLEGAL");
	const id = newId("par");
	const region = form.company.region.trim();
	const { count } = await tx.partner.createMany({
		data: [
			{
				id,
				organisationId: application.organisationId,
				applicationId: application.id,
				name: application.companyName,
				uscc,
				region,
				primaryTrack,
				admittedOn: new Date(`${admittedOn}T00:00:00Z`),
			},
		],
		skipDuplicates: true,
	});
	if (count === 0) return refuse("USCC_ALREADY_ADMITTED");
	const tracks = [...new Set([primaryTrack, ...form.tracks.others])];
	await tx.partnerTrack.createMany({ data: tracks.map((trackCode) => ({ partnerId: id, trackCode })) });
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "partner.admit",
		subjectType: "partner",
		subjectId: id,
		organisationId: application.organisationId,
		after: {
			applicationId: application.id,
			name: application.companyName,
			uscc,
			region,
			primaryTrack,
			tracks,
			admittedOn,
			tier: 1,
			status: "ACTIVE",
		},
	});
	return { ok: true, partnerId: id };
}
