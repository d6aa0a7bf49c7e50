import { randomInt } from "node:crypto";
import { readAgreement } from "@/lib/domains/admission/data/activation";
import { acceptAgreement } from "@/lib/domains/admission/mutations/accept-agreement";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { checkDeposit } from "@/lib/domains/admission/mutations/check-deposit";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { fileAppeal } from "@/lib/domains/admission/mutations/file-appeal";
import { reportDeposit } from "@/lib/domains/admission/mutations/report-deposit";
import { saveDraft } from "@/lib/domains/admission/mutations/save-draft";
import { startApplication } from "@/lib/domains/admission/mutations/start-application";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { completeUscc, USCC_ALPHABET } from "@/lib/domains/admission/rules/uscc";
import { type ApplicationDraft, applicationDraftSchema } from "@/lib/domains/admission/schema/draft";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ForceScores, RejectionReason } from "@/lib/domains/admission/types";
import { db } from "@/lib/platform/db/client";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";
import { createMember } from "./identity";

/** A well-formed credit code nobody else has: its organisation code begins with MW, a series not issued. */
export function fictionalUscc(): string {
	const tail = Array.from({ length: 6 }, () => USCC_ALPHABET.charAt(randomInt(USCC_ALPHABET.length)));
	return completeUscc("91330106", `MW${tail.join("")}`);
}

const force = (score: number) => ({ score, statement: "近半年投产比稳定，附后台数据。" });

/** A form that can be submitted and meets every standard. */
export function fullDraft(change: (draft: ApplicationDraft) => void = () => {}): ApplicationDraft {
	const draft = applicationDraftSchema.parse({
		company: {
			name: "杭州顺风电子商务有限公司",
			uscc: fictionalUscc(),
			legalRepresentative: "陈一帆",
			registeredCapital: "500万",
			foundedOn: "2019-03-18",
			region: "浙江省",
			address: "杭州市滨江区长河街道 100 号",
		},
		tracks: { primary: "brand_operation", others: ["training"], brandAuthorisations: "5" },
		people: {
			contactName: "林晓",
			contactPhone: "13800138000",
			contactEmail: "linxiao@example.test",
			staffCount: "120",
			livestreamStaffCount: "60",
			serviceStaffCount: "30",
		},
		forces: {
			traffic: force(4),
			livestream: force(4),
			incubation: force(3),
			fulfilment: force(4),
			supply: force(3),
		},
		agreement: { accepted: true, rulesVersion: 1 },
	});
	change(draft);
	return draft;
}

/** A form for the supply chain track, which the seeded policy has seen by two. */
export function fourEyesDraft(change: (draft: ApplicationDraft) => void = () => {}): ApplicationDraft {
	return fullDraft((draft) => {
		draft.tracks = { ...draft.tracks, primary: "supply_chain", others: [], facilityProofs: "2" };
		change(draft);
	});
}

export const passingScores: ForceScores = {
	traffic: 4,
	livestream: 4,
	incubation: 3,
	fulfilment: 4,
	supply: 3,
};

export const now = new Date("2026-11-19T02:00:00Z");

export async function createApplicant(): Promise<PartnerScope> {
	return (await createMember({ role: "partner_owner" })).scope;
}

export async function createReviewer(
	role: "ops_reviewer" | "ops_lead" = "ops_reviewer",
): Promise<PlatformScope> {
	return (await createMember({ role })).scope;
}

export async function createDraftApplication(scope: PartnerScope, form: ApplicationDraft = fullDraft()) {
	const started = await startApplication(scope, businessDayOf(now));
	if (!started.ok) throw new Error(started.reason);
	const saved = await saveDraft(scope, { applicationId: started.applicationId, version: 1, form });
	if (!saved.ok) throw new Error(saved.reason);
	return { applicationId: started.applicationId, version: saved.version };
}

export async function createSubmittedApplication(scope: PartnerScope, form?: ApplicationDraft) {
	const draft = await createDraftApplication(scope, form);
	const submitted = await submitApplication(scope, { ...draft, now });
	if (!submitted.ok) throw new Error(`${submitted.reason} ${JSON.stringify(submitted.fieldErrors)}`);
	return { applicationId: draft.applicationId, version: submitted.version };
}

export async function createApplicationInReview(
	scope: PartnerScope,
	reviewer: PlatformScope,
	form?: ApplicationDraft,
) {
	const submitted = await createSubmittedApplication(scope, form);
	const claimed = await claimApplication(reviewer, submitted);
	if (!claimed.ok) throw new Error(claimed.reason);
	return { applicationId: submitted.applicationId, version: claimed.version };
}

/** A rejected application with an open appeal against it, and everybody who had a hand in it. */
export async function createAppealedApplication(form?: ApplicationDraft) {
	const [applicant, reviewer] = [await createApplicant(), await createReviewer()];
	const target = await createApplicationInReview(applicant, reviewer, form);
	const rejected = await decideApplication(reviewer, {
		...target,
		review: { decision: "REJECT", scores: null, reasonCodes: ["EVIDENCE_INSUFFICIENT"], comment: "材料不足" },
		now,
	});
	if (!rejected.ok) throw new Error(rejected.reason);
	const filed = await fileAppeal(applicant, {
		applicationId: target.applicationId,
		grounds: "三份品牌授权书已在附件中，请复核。",
		now,
	});
	if (!filed.ok) throw new Error(filed.reason);
	const appeal = { id: filed.appealId, number: filed.number };
	return { applicant, reviewer, applicationId: target.applicationId, appeal };
}

export function readApplication(id: string) {
	return db().application.findUniqueOrThrow({
		where: { id },
		include: { events: { orderBy: { id: "asc" } }, reviews: true, partner: { include: { tracks: true } } },
	});
}

/** Claims, scores and decides: approved where every standard is met, rejected for the reasons given. */
export async function createDecidedApplication(
	scope: PartnerScope,
	reviewer: PlatformScope,
	values: { reject?: RejectionReason[]; form?: ApplicationDraft; at?: Date } = {},
) {
	const claimed = await createApplicationInReview(scope, reviewer, values.form);
	const review: ReviewDecision = values.reject
		? { decision: "REJECT", scores: null, reasonCodes: values.reject, comment: "理由见说明" }
		: { decision: "APPROVE", scores: passingScores, comment: "" };
	const decided = await decideApplication(reviewer, { ...claimed, review, now: values.at ?? now });
	if (!decided.ok) throw new Error(decided.reason);
	return { applicationId: claimed.applicationId, version: decided.version };
}

/** What the company sends when it accepts the agreement in force. */
export async function agreementInForce(applicationId: string) {
	const { version, documentHash } = await readAgreement(businessDayOf(now));
	return { applicationId, agreementVersion: version, documentHash, now };
}

export const payment = {
	paidOn: "2026-11-19",
	payer: "杭州顺风电子商务有限公司",
	reference: "20261119-0042",
};

/** Signs, pays and has the payment confirmed: a partner like one the portal made itself. */
export async function activateApplication(scope: PartnerScope, lead: PlatformScope, applicationId: string) {
	const signed = await acceptAgreement(scope, await agreementInForce(applicationId));
	if (!signed.ok) throw new Error(signed.reason);
	const reported = await reportDeposit(scope, { applicationId, version: null, ...payment, now });
	if (!reported.ok) throw new Error(reported.reason);
	const { depositId, version } = reported;
	const checked = await checkDeposit(lead, { depositId, version, answer: "confirm", now });
	if (!checked.ok || !checked.partnerId) throw new Error("the factory's partner was not activated");
	return { partnerId: checked.partnerId, depositId };
}
