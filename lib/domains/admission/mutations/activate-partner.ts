import "server-only";
import { findPartnerOf } from "@/lib/domains/admission/data/activation";
import { readStandardsVersion } from "@/lib/domains/admission/data/standards";
import { admitPartner } from "@/lib/domains/admission/mutations/admit-partner";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import type { ApplicationRecord } from "@/lib/domains/admission/types";
import type { Actor } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { addMonths, businessDayOf } from "@/lib/platform/time";

/** Holds an application still until the transaction ends, so that its signing and its deposit are not settled at once. */
export async function lockApplication(tx: Tx, applicationId: string): Promise<void> {
	await tx.$queryRaw`SELECT id FROM applications WHERE id = ${applicationId} FOR UPDATE`;
}

/**
 * The last step of an admission (domain.md §3.1): once the agreement is accepted and the deposit confirmed, the company
 * becomes a partner, once. Before that, and after it, nothing happens and the answer has no partner. To be called inside
 * the transaction of either step, with the application locked.
 */
export async function activatePartner(
	tx: Tx,
	actor: Actor,
	application: ApplicationRecord,
	now: Date,
): Promise<Outcome<{ partnerId: string | null }>> {
	if (application.state !== "APPROVED" || application.policyVersion === null)
		return refuse("TRANSITION_ILLEGAL");
	const where = { applicationId: application.id, organisationId: application.organisationId };
	const [acceptance, deposit, partner] = [
		await tx.agreementAcceptance.findFirst({ where, select: { id: true } }),
		await tx.deposit.findFirst({ where: { ...where, state: "CONFIRMED" }, select: { id: true } }),
		await findPartnerOf(application, tx),
	];
	if (!acceptance || !deposit || partner) return { ok: true, partnerId: null };
	const { document: policy } = await readStandardsVersion(application.policyVersion, tx);
	const admittedOn = businessDayOf(now);
	const nextVerificationOn = addMonths(admittedOn, policy.verifyEveryMonths);
	const admitted = await admitPartner(tx, actor, application, { admittedOn, nextVerificationOn, now });
	if (!admitted.ok) return admitted;
	await tellApplicant(tx, application, "partnerActivated", { day: admittedOn });
	return admitted;
}
