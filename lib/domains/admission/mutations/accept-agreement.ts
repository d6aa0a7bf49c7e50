import "server-only";
import { readAgreement } from "@/lib/domains/admission/data/activation";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { activatePartner, lockApplication } from "@/lib/domains/admission/mutations/activate-partner";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

export type Acceptance = { applicationId: string; agreementVersion: number; documentHash: string; now: Date };

/**
 * Records that an approved company accepts the agreement in force: the version and the hash of the text it was shown.
 * A text that is no longer in force is refused, and a second acceptance changes nothing. Where the deposit is there
 * already, the company becomes a partner in the same breath.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export function acceptAgreement(
	scope: PartnerScope,
	acceptance: Acceptance,
): Promise<Outcome<{ partnerId: string | null }>> {
	return inOutcomeTransaction(async (tx) => {
		await lockApplication(tx, acceptance.applicationId);
		const application = await findOwnApplication(scope, acceptance.applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (application.state !== "APPROVED") return refuse("TRANSITION_ILLEGAL");
		const known = await tx.agreementAcceptance.findFirst({ where: { applicationId: application.id } });
		if (known) return { ok: true, partnerId: null };
		const agreement = await readAgreement(businessDayOf(acceptance.now), tx);
		const isInForce =
			agreement.version === acceptance.agreementVersion && agreement.documentHash === acceptance.documentHash;
		if (!isInForce) return refuse("AGREEMENT_CHANGED");
		await writeAcceptance(tx, scope, application, acceptance);
		return activatePartner(tx, actorOf(scope), application, acceptance.now);
	});
}

async function writeAcceptance(
	tx: Tx,
	scope: PartnerScope,
	application: ApplicationRecord,
	{ agreementVersion, documentHash, now }: Acceptance,
): Promise<void> {
	await tx.agreementAcceptance.create({
		data: {
			id: newId("agr"),
			applicationId: application.id,
			organisationId: application.organisationId,
			agreementVersion,
			documentHash,
			acceptedById: scope.userId,
			acceptedAt: now,
			address: scope.address,
		},
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: "application.accept-agreement",
		subjectType: "application",
		subjectId: application.id,
		after: { agreementVersion, documentHash },
	});
	await tellApplicant(tx, application, "agreementAccepted", {
		by: scope.userName,
		version: agreementVersion,
	});
}
