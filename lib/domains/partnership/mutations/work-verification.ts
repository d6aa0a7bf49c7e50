import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { findOwnPartner, findOwnVerificationById } from "@/lib/domains/partnership/data/own";
import { findPartner, hasConflict, readKnown } from "@/lib/domains/partnership/data/partners";
import { toDate } from "@/lib/domains/partnership/data/records";
import { findVerification } from "@/lib/domains/partnership/data/verifications";
import { lockPartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellLeads, tellPartner } from "@/lib/domains/partnership/mutations/tell";
import {
	checkVerification,
	licenceDayOf,
	passesVerification,
} from "@/lib/domains/partnership/rules/verification-facts";
import type {
	DecideVerification,
	SubmitVerification,
	VerificationFacts,
	VerificationForm,
} from "@/lib/domains/partnership/schema/verification";
import { verificationFactsSchema } from "@/lib/domains/partnership/schema/verification";
import type { VerificationRecord } from "@/lib/domains/partnership/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { fenToDecimal } from "@/lib/platform/money";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope, type PlatformScope } from "@/lib/platform/session/scope";
import { addDays, addMonths, businessDayOf, type Day } from "@/lib/platform/time";

function formOf(facts: VerificationFacts): VerificationForm {
	const number = (value: number | null) => (value === null ? "" : String(value));
	return {
		legalRepresentative: facts.legalRepresentative,
		registeredCapital: fenToDecimal(facts.registeredCapital),
		address: facts.address,
		staffCount: String(facts.staffCount),
		licenceExpiresOn: licenceDayOf(facts) ?? "",
		isLicencePermanent: facts.isLicencePermanent,
		facilityProofs: number(facts.facilityProofs),
		contractedStreamers: number(facts.contractedStreamers),
		brandAuthorisations: number(facts.brandAuthorisations),
	};
}

async function check(tx: Tx, partnerId: string, facts: VerificationFacts, asOf: Day) {
	const policy = await readStandards(asOf, tx);
	const { known } = await readKnown(partnerId, tx);
	return { policy, checks: checkVerification(policy, known, facts, asOf) };
}

/**
 * The partner confirms what is true of it today; a machine holds it against the standards in force. Late is better than
 * never: the due day closes nothing.
 * @throws AppError NOT_FOUND for a verification that does not exist or is somebody else's
 */
export function submitVerification(
	scope: PartnerScope,
	input: SubmitVerification & { now: Date },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "partnership.own");
	return inOutcomeTransaction(async (tx) => {
		const verification = await findOwnVerificationById(scope, input.verificationId, tx);
		const partner = verification && (await findOwnPartner(scope, tx));
		if (!verification || !partner) throw new AppError("NOT_FOUND");
		if (verification.state === "SUBMITTED") return refuse("VERIFICATION_SUBMITTED");
		if (verification.state !== "OPEN") return refuse("VERIFICATION_CLOSED");
		if (verification.version !== input.version) return refuse("STALE_VERSION");
		const { checks } = await check(tx, partner.id, input.form, businessDayOf(input.now));
		const form = formOf(input.form);
		const { count } = await tx.verification.updateMany({
			where: { id: verification.id, state: "OPEN", version: verification.version },
			data: {
				state: "SUBMITTED",
				version: { increment: 1 },
				form,
				checks,
				submittedById: scope.userId,
				submittedAt: input.now,
			},
		});
		if (count !== 1) return refuse("STALE_VERSION");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "verification.submit",
			subjectType: "verification",
			subjectId: verification.id,
			organisationId: verification.organisationId,
			before: { state: "OPEN", form: verification.form },
			after: { state: "SUBMITTED", form },
		});
		const params = { company: partner.name };
		await tellPartner(tx, partner.organisationId, {
			kind: "verificationReceived",
			key: verification.id,
			params,
		});
		await tellLeads(tx, {
			kind: "verificationSubmitted",
			key: verification.id,
			params,
			href: routes.ops.verification(verification.id),
		});
		return { ok: true, version: verification.version + 1 };
	});
}

/**
 * A reviewer passes or fails a verification. Nothing that does not hold today can be passed. Passed, the next one is due
 * in so many months; failed, after the time a probation would take.
 */
export function decideVerification(
	scope: PlatformScope,
	input: DecideVerification & { now: Date },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "verification.review");
	return inOutcomeTransaction(async (tx) => {
		const known = await findVerification(scope, input.verificationId, tx);
		if (!known) throw new AppError("NOT_FOUND");
		await lockPartner(tx, known.partnerId);
		const verification = (await findVerification(scope, input.verificationId, tx)) ?? known;
		if (verification.state === "PASSED" || verification.state === "FAILED")
			return refuse("VERIFICATION_CLOSED");
		if (verification.version !== input.version) return refuse("STALE_VERSION");
		if (await hasConflict(scope.userId, verification.organisationId, tx))
			return refuse("CONFLICT_OF_INTEREST");
		return decide(tx, scope, verification, input);
	});
}

async function decide(
	tx: Tx,
	scope: PlatformScope,
	verification: VerificationRecord,
	input: DecideVerification & { now: Date },
): Promise<Outcome<{ version: number }>> {
	const today = businessDayOf(input.now);
	const isPassed = input.decision === "PASSED";
	const facts = verificationFactsSchema.safeParse(verification.form);
	if (isPassed && (verification.state !== "SUBMITTED" || !facts.success))
		return refuse("VERIFICATION_NOT_SUBMITTED");
	const judged = facts.success ? await check(tx, verification.partnerId, facts.data, today) : null;
	if (isPassed && judged && !passesVerification(judged.checks)) return refuse("VERIFICATION_NOT_MET");
	const { document: policy } = judged?.policy ?? (await readStandards(today, tx));
	const next = isPassed ? addMonths(today, policy.verifyEveryMonths) : addDays(today, policy.probationDays);
	const { count } = await tx.verification.updateMany({
		where: { id: verification.id, state: verification.state, version: verification.version },
		data: {
			state: input.decision,
			version: { increment: 1 },
			decidedById: scope.userId,
			decidedAt: input.now,
			note: input.note.trim() || null,
			...(judged && verification.state === "SUBMITTED" && { checks: judged.checks }),
		},
	});
	if (count !== 1) return refuse("STALE_VERSION");
	const licence = isPassed ? licenceDayOf(verification.form) : undefined;
	await tx.partner.update({
		where: { id: verification.partnerId },
		data: {
			nextVerificationOn: toDate(next),
			...(licence !== undefined && { licenceExpiresOn: licence && toDate(licence) }),
		},
	});
	await recordAudit(tx, {
		actor: actorOf(scope),
		action: isPassed ? "verification.pass" : "verification.fail",
		subjectType: "verification",
		subjectId: verification.id,
		organisationId: verification.organisationId,
		before: { state: verification.state },
		after: { state: input.decision, nextVerificationOn: next, ...(isPassed && { licence: licence ?? null }) },
		reason: input.note.trim() || undefined,
	});
	const partner = await findPartner(scope, verification.partnerId, tx);
	await tellPartner(tx, verification.organisationId, {
		kind: isPassed ? "verificationPassed" : "verificationFailed",
		key: verification.id,
		params: { company: partner?.name ?? "", day: next },
	});
	return { ok: true, version: verification.version + 1 };
}
