import { describe, expect, test } from "vitest";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { listReviews } from "@/lib/domains/admission/data/history";
import { claimApplication, releaseApplication } from "@/lib/domains/admission/mutations/assign-application";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { saveDraft } from "@/lib/domains/admission/mutations/save-draft";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import { db } from "@/lib/platform/db/client";
import {
	createApplicant,
	createApplicationInReview,
	createDraftApplication,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";

const approve: ReviewDecision = { decision: "APPROVE", scores: passingScores, comment: "" };

describe("claiming", () => {
	test("of several reviewers one gets it, the others learn who", async () => {
		const applicant = await createApplicant();
		const submitted = await createSubmittedApplication(applicant);
		const reviewers = await Promise.all(Array.from({ length: 6 }, () => createReviewer()));
		const answers = await Promise.all(reviewers.map((reviewer) => claimApplication(reviewer, submitted)));
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) {
			if (!answer.ok) expect(answer).toMatchObject({ reason: "HELD_BY_OTHER", params: { by: "王小风" } });
		}
		const row = await readApplication(submitted.applicationId);
		expect(row).toMatchObject({ state: "IN_REVIEW", version: submitted.version + 1 });
		expect(row.events.map((event) => event.event)).toEqual(["start", "submit", "claim"]);
	});

	test("work can be taken over, and only its holder gives it back", async () => {
		const applicant = await createApplicant();
		const [first, second] = [await createReviewer(), await createReviewer("ops_lead")];
		const claimed = await createApplicationInReview(applicant, first);
		expect(await releaseApplication(second, claimed)).toMatchObject({ reason: "TRANSITION_ILLEGAL" });
		const taken = await claimApplication(second, claimed);
		expect(taken).toMatchObject({ ok: true });
		if (!taken.ok) return;
		expect(
			await db().notification.count({ where: { userId: first.userId, kind: "applicationTakenOver" } }),
		).toBe(1);
		const target = { applicationId: claimed.applicationId, version: taken.version };
		expect(await decideApplication(first, { ...target, review: approve, now })).toMatchObject({
			reason: "HELD_BY_OTHER",
		});
		expect(await releaseApplication(second, target)).toMatchObject({ ok: true });
		expect(await readApplication(claimed.applicationId)).toMatchObject({
			state: "IN_REVIEW",
			assigneeId: null,
		});
	});
});

describe("approving", () => {
	test("scores, decides and tells, and makes nobody a partner yet", async () => {
		const applicant = await createApplicant();
		const reviewer = await createReviewer();
		const claimed = await createApplicationInReview(applicant, reviewer);
		expect(await decideApplication(reviewer, { ...claimed, review: approve, now })).toMatchObject({
			ok: true,
		});
		const row = await readApplication(claimed.applicationId);
		expect(row).toMatchObject({ state: "APPROVED", decidedAt: now, partner: null });
		expect(row.reviews).toMatchObject([
			{ decision: "APPROVE", traffic: 4, compositeBps: 7200, policyVersion: 1 },
		]);
		const actions = await db().auditEntry.findMany({
			where: { subjectId: claimed.applicationId },
			orderBy: { id: "asc" },
			select: { action: true },
		});
		expect(actions.map((entry) => entry.action)).toEqual([
			"application.start",
			"application.save-draft",
			"application.submit",
			"application.claim",
			"application.approve",
		]);
		expect(
			await db().notification.count({ where: { userId: applicant.userId, kind: "applicationApproved" } }),
		).toBe(1);
		const mail = await db().mailMessage.findFirst({
			where: { key: { startsWith: `applicationApproved:${row.id}` } },
		});
		expect(mail?.subject).toContain("已通过准入");
	});

	test("ten at once decide once; nine learn who was faster", async () => {
		const applicant = await createApplicant();
		const reviewer = await createReviewer();
		const claimed = await createApplicationInReview(applicant, reviewer);
		const answers = await Promise.all(
			Array.from({ length: 10 }, () => decideApplication(reviewer, { ...claimed, review: approve, now })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) {
			if (!answer.ok)
				expect(answer).toMatchObject({
					reason: "ALREADY_DECIDED",
					params: { by: "王小风", at: now.toISOString() },
				});
		}
		const row = await readApplication(claimed.applicationId);
		expect(row.reviews).toHaveLength(1);
		expect(await db().auditEntry.count({ where: { subjectId: row.id, action: "application.approve" } })).toBe(
			1,
		);
		expect(
			await db().notification.count({ where: { userId: applicant.userId, kind: "applicationApproved" } }),
		).toBe(1);
	});

	test("an approval and a rejection at once: one of them holds", async () => {
		const applicant = await createApplicant();
		const reviewer = await createReviewer();
		const claimed = await createApplicationInReview(applicant, reviewer);
		const reject: ReviewDecision = {
			decision: "REJECT",
			scores: null,
			reasonCodes: ["EVIDENCE_INSUFFICIENT"],
			comment: "材料不足",
		};
		const answers = await Promise.all(
			[approve, reject].map((review) => decideApplication(reviewer, { ...claimed, review, now })),
		);
		expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
		const row = await readApplication(claimed.applicationId);
		expect(row.reviews).toHaveLength(1);
	});

	test("is refused below the rubric's lines and where a hard standard failed", async () => {
		const reviewer = await createReviewer();
		const low = await createApplicationInReview(await createApplicant(), reviewer);
		const below: ReviewDecision = { ...approve, scores: { ...passingScores, supply: 1 } } as ReviewDecision;
		expect(await decideApplication(reviewer, { ...low, review: below, now })).toMatchObject({
			reason: "SCORES_BELOW_LINE",
		});
		const young = await createApplicationInReview(
			await createApplicant(),
			reviewer,
			fullDraft((draft) => {
				draft.company.foundedOn = "2026-06-01";
			}),
		);
		expect(await decideApplication(reviewer, { ...young, review: approve, now })).toMatchObject({
			reason: "STANDARDS_NOT_MET",
			params: { count: 1 },
		});
		expect(await readApplication(young.applicationId)).toMatchObject({
			state: "IN_REVIEW",
			version: young.version,
			reviews: [],
		});
	});
});

test("a request for changes opens the form again, and the resubmission goes back to its reviewer", async () => {
	const applicant = await createApplicant();
	const reviewer = await createReviewer();
	const claimed = await createApplicationInReview(applicant, reviewer);
	const review: ReviewDecision = {
		decision: "REQUEST_CHANGES",
		requests: [{ section: "people", fields: ["staffCount"], comment: "请说明员工人数口径" }],
		comment: "",
	};
	const asked = await decideApplication(reviewer, { ...claimed, review, now });
	expect(asked).toMatchObject({ ok: true });
	if (!asked.ok) return;
	const { applicationId } = claimed;
	expect(await listReviews(applicant, applicationId)).toMatchObject([
		{ decision: "REQUEST_CHANGES", reviewerName: null, requests: review.requests },
	]);
	expect(
		await decideApplication(reviewer, { applicationId, version: asked.version, review: approve, now }),
	).toMatchObject({
		reason: "ALREADY_DECIDED",
	});
	const saved = await saveDraft(applicant, { applicationId, version: asked.version, form: fullDraft() });
	expect(saved).toMatchObject({ ok: true });
	if (!saved.ok) return;
	const again = await submitApplication(applicant, { applicationId, version: saved.version, now });
	expect(again).toMatchObject({ ok: true });
	expect(
		await db().notification.count({ where: { userId: reviewer.userId, kind: "applicationResubmitted" } }),
	).toBe(1);
	expect(await readApplication(applicationId)).toMatchObject({
		state: "SUBMITTED",
		assigneeId: reviewer.userId,
	});
	if (!again.ok) return;
	expect(
		await decideApplication(reviewer, { applicationId, version: again.version, review: approve, now }),
	).toMatchObject({
		reason: "NOT_CLAIMED",
	});
});

test("a rejection keeps its reasons and tells the applicant", async () => {
	const applicant = await createApplicant();
	const reviewer = await createReviewer();
	const claimed = await createApplicationInReview(applicant, reviewer);
	const review: ReviewDecision = {
		decision: "REJECT",
		scores: { ...passingScores, traffic: 2, livestream: 3, incubation: 1 },
		reasonCodes: ["FORCES_BELOW_LINE"],
		comment: "主播孵化未过线",
	};
	expect(await decideApplication(reviewer, { ...claimed, review, now })).toMatchObject({ ok: true });
	expect(await listReviews(applicant, claimed.applicationId)).toMatchObject([
		{ decision: "REJECT", reasonCodes: ["FORCES_BELOW_LINE"], comment: "主播孵化未过线", compositeBps: 5200 },
	]);
	expect(
		await db().notification.count({ where: { userId: applicant.userId, kind: "applicationRejected" } }),
	).toBe(1);
});

test("a draft is nobody's business but the applicant's", async () => {
	const applicant = await createApplicant();
	const reviewer = await createReviewer();
	const draft = await createDraftApplication(applicant);
	expect(await findSubmittedApplication(reviewer, draft.applicationId)).toBeNull();
	await expect(claimApplication(reviewer, draft)).rejects.toThrow("NOT_FOUND");
	await expect(decideApplication(reviewer, { ...draft, review: approve, now })).rejects.toThrow("NOT_FOUND");
});

test("an auditor changes nothing", async () => {
	const { createMember } = await import("@/tests/factories/identity");
	const auditor = (await createMember({ role: "auditor" })).scope;
	const submitted = await createSubmittedApplication(await createApplicant());
	expect(await claimApplication(auditor, submitted)).toMatchObject({ reason: "TRANSITION_ILLEGAL" });
});
