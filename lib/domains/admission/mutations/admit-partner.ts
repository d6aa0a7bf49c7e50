import "server-only";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { appendDecision } from "@/lib/domains/decisions/mutations/append-decisions";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { Day } from "@/lib/platform/time";

const asDate = (day: Day) => new Date(`${day}T00:00:00Z`);

/**
 * Makes an approved applicant a partner, `ACTIVE` at the provisional first tier from `admittedOn`, with the day its data
 * are first verified anew. Refuses a company that is admitted already: its code and its organisation stand once among
 * partners that have not exited, and the database decides a race.
 */
export async function admitPartner(
	tx: Tx,
	actor: Actor,
	application: ApplicationRecord,
	{ admittedOn, nextVerificationOn, now }: { admittedOn: Day; nextVerificationOn: Day; now: Date },
): Promise<Outcome<{ partnerId: string }>> {
	const { uscc, primaryTrack, form, organisationId } = application;
	if (!uscc || !primaryTrack) return refuse("TRANSITION_ILLEGAL");
	const partnerId = newId("par");
	const region = form.company.region.trim();
	const name = application.companyName;
	const { count } = await tx.partner.createMany({
		data: [
			{
				id: partnerId,
				organisationId,
				applicationId: application.id,
				name,
				uscc,
				region,
				primaryTrack,
				admittedOn: asDate(admittedOn),
				nextVerificationOn: asDate(nextVerificationOn),
			},
		],
		skipDuplicates: true,
	});
	if (count === 0) return refuse("USCC_ALREADY_ADMITTED");
	const tracks = [...new Set([primaryTrack, ...form.tracks.others])];
	await tx.partnerTrack.createMany({ data: tracks.map((trackCode) => ({ partnerId, trackCode })) });
	await tx.partnerLifeEvent.create({
		data: { partnerId, event: "activate", toStatus: "ACTIVE", actorUserId: actor.userId },
	});
	const facts = { name, uscc, region, primaryTrack, tracks, admittedOn, nextVerificationOn };
	await recordAudit(tx, {
		actor,
		action: "partner.admit",
		subjectType: "partner",
		subjectId: partnerId,
		organisationId,
		after: { applicationId: application.id, ...facts, tier: 1, status: "ACTIVE" },
	});
	await appendDecision(tx, {
		kind: "PARTNER_ADMITTED",
		subjectType: "partner",
		subjectId: partnerId,
		reference: application.number,
		organisationId,
		at: now,
		payload: { applicationId: application.id, uscc, primaryTrack, tracks, admittedOn, tier: 1 },
	});
	return { ok: true, partnerId };
}
