import { describe, expect, test } from "vitest";
import { listReviews, listTimeline } from "@/lib/domains/admission/data/history";
import {
	assignApplications,
	claimApplication,
	releaseApplication,
} from "@/lib/domains/admission/mutations/assign-application";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { saveDraft } from "@/lib/domains/admission/mutations/save-draft";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import { can } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createApplicationInReview,
	createReviewer,
	fourEyesDraft,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";

const approve: ReviewDecision = { decision: "APPROVE", scores: passingScores, comment: "封存的意见一" };
const reject: ReviewDecision = {
	decision: "REJECT",
	scores: { ...passingScores, supply: 1 },
	reasonCodes: ["FORCES_BELOW_LINE"],
	comment: "封存的意见二",
};

async function claim(reviewer: PlatformScope, applicationId: string) {
	const { version } = await readApplication(applicationId);
	const claimed = await claimApplication(reviewer, { applicationId, version });
	if (!claimed.ok) throw new Error(claimed.reason);
	return { applicationId, version: claimed.version };
}

async function decideAs(reviewer: PlatformScope, applicationId: string, review: ReviewDecision) {
	return decideApplication(reviewer, { ...(await claim(reviewer, applicationId)), review, now });
}

/** An application of the supply chain track with a first opinion on it. */
async function withFirstOpinion(review: ReviewDecision = approve) {
	const applicant = await createApplicant();
	const first = await createReviewer();
	const target = await createApplicationInReview(applicant, first, fourEyesDraft());
	const given = await decideApplication(first, { ...target, review, now });
	expect(given).toMatchObject({ ok: true, course: "TO_SECOND" });
	return { applicant, first, applicationId: target.applicationId, target };
}

/** Everything the platform's pages read of an application, as text. */
async function readAll(scope: PlatformScope | PartnerScope, applicationId: string): Promise<string> {
	const pages = [await listReviews(scope, applicationId), await listTimeline(scope, applicationId)];
	return JSON.stringify(pages);
}

describe("the first opinion", () => {
	test("goes back to the queue for somebody else, decides nothing and tells the applicant nothing of it", async () => {
		const { applicant, applicationId } = await withFirstOpinion();
		const row = await readApplication(applicationId);
		expect(row).toMatchObject({
			state: "IN_REVIEW",
			reviewStage: "SECOND",
			assigneeId: null,
			decidedAt: null,
		});
		expect(row.reviews).toMatchObject([{ stage: "FIRST", decision: "APPROVE" }]);
		expect(row.events.map((event) => event.event)).toEqual(["start", "submit", "claim", "give_opinion"]);
		expect(await listReviews(applicant, applicationId)).toEqual([]);
		expect(
			await db().notification.count({ where: { kind: "applicationApproved", userId: applicant.userId } }),
		).toBe(0);
	});

	test("is sealed: no page, no timeline, no audit row tells its words, decision or scores", async () => {
		const { applicant, first, applicationId } = await withFirstOpinion();
		const readers = [await createReviewer(), await createReviewer("ops_lead"), applicant];
		for (const reader of readers) {
			const read = await readAll(reader, applicationId);
			expect(read).not.toContain("封存的意见");
			expect(read).not.toContain("APPROVE");
			expect(read).not.toContain("7200");
		}
		expect(await readAll(first, applicationId)).toContain("封存的意见一");
		const row = await readApplication(applicationId);
		const audits = await db().auditEntry.findMany({ where: { subjectId: applicationId } });
		const told = JSON.stringify([{ ...row, reviews: [] }, audits], (_, value) =>
			typeof value === "bigint" ? String(value) : value,
		);
		expect(told).not.toMatch(/封存的意见|APPROVE|7200|reasonCodes/);
		expect(can("ops_reviewer", "audit.read")).toBe(false);
	});

	test("may be read by internal control, which gives none itself", async () => {
		const { applicationId } = await withFirstOpinion();
		const auditor = (await createMember({ role: "auditor" })).scope;
		expect(await readAll(auditor, applicationId)).toContain("封存的意见一");
	});

	test("is one person's: they can neither take it again, be given it, nor give a second one", async () => {
		const { first, applicationId, target } = await withFirstOpinion();
		const { version } = await readApplication(applicationId);
		expect(await claimApplication(first, { applicationId, version })).toMatchObject({
			reason: "ALREADY_OPINED",
		});
		expect(await decideApplication(first, { ...target, review: approve, now })).toMatchObject({
			reason: "ALREADY_OPINED",
		});
		const lead = await createReviewer("ops_lead");
		const given = await assignApplications(lead, {
			targets: [{ applicationId, version }],
			assigneeId: first.userId,
		});
		expect(given).toMatchObject({ rows: [{ ok: false, reason: "ALREADY_OPINED" }] });
	});

	test("of ten at once one is kept; nine learn that theirs is in already", async () => {
		const first = await createReviewer();
		const target = await createApplicationInReview(await createApplicant(), first, fourEyesDraft());
		const answers = await Promise.all(
			Array.from({ length: 10 }, () => decideApplication(first, { ...target, review: approve, now })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("ALREADY_OPINED");
		expect((await readApplication(target.applicationId)).reviews).toHaveLength(1);
	});

	test("needs its scores, and an approval its lines", async () => {
		const first = await createReviewer();
		const target = await createApplicationInReview(await createApplicant(), first, fourEyesDraft());
		const bare: ReviewDecision = {
			decision: "REJECT",
			scores: null,
			reasonCodes: ["OTHER"],
			comment: "不符",
		};
		expect(await decideApplication(first, { ...target, review: bare, now })).toMatchObject({
			reason: "SCORES_NEEDED",
		});
		const low: ReviewDecision = { ...approve, scores: { ...passingScores, supply: 1 } } as ReviewDecision;
		expect(await decideApplication(first, { ...target, review: low, now })).toMatchObject({
			reason: "SCORES_BELOW_LINE",
		});
	});
});

describe("near the line", () => {
	// Scores of 3, 3, 3, 3, 3 are 60; 4, 3, 3, 3, 3 are 64; 4, 4, 3, 3, 3 are 68.
	test.each([
		[{ traffic: 3, livestream: 3, incubation: 3, fulfilment: 3, supply: 3 }, "TO_SECOND"],
		[{ traffic: 4, livestream: 3, incubation: 3, fulfilment: 3, supply: 3 }, "TO_SECOND"],
		[{ traffic: 4, livestream: 4, incubation: 3, fulfilment: 3, supply: 3 }, "DECIDED"],
	] as const)("%o leads to %s", async (scores, course) => {
		const reviewer = await createReviewer();
		const target = await createApplicationInReview(await createApplicant(), reviewer);
		const review: ReviewDecision = { decision: "APPROVE", scores, comment: "" };
		expect(await decideApplication(reviewer, { ...target, review, now })).toMatchObject({ ok: true, course });
	});
});

describe("both opinions", () => {
	test("that agree decide, and both are open then", async () => {
		const { applicant, applicationId } = await withFirstOpinion(reject);
		const second = await createReviewer();
		expect(await decideAs(second, applicationId, reject)).toMatchObject({ ok: true, course: "DECIDED" });
		const row = await readApplication(applicationId);
		expect(row).toMatchObject({ state: "REJECTED", decidedAt: now, reviewStage: "SECOND" });
		expect(row.events.at(-1)?.event).toBe("reject");
		expect(await listReviews(applicant, applicationId)).toMatchObject([
			{ stage: "SECOND", reviewerName: null },
			{ stage: "FIRST", reviewerName: null },
		]);
		const where = { userId: applicant.userId, kind: "applicationRejected" };
		expect(await db().notification.count({ where })).toBe(1);
		expect(
			await db().auditEntry.count({ where: { subjectId: applicationId, action: "application.reject" } }),
		).toBe(1);
	});

	test("that differ go to a lead who gave neither, sees both, and decides alone", async () => {
		const { applicant, applicationId } = await withFirstOpinion(approve);
		const second = await createReviewer("ops_lead");
		const lead = await createReviewer("ops_lead");
		expect(await decideAs(second, applicationId, reject)).toMatchObject({ ok: true, course: "TO_LEAD" });
		expect(await readApplication(applicationId)).toMatchObject({
			state: "IN_REVIEW",
			reviewStage: "LEAD",
			assigneeId: null,
		});
		const { version } = await readApplication(applicationId);
		const target = { applicationId, version };
		expect(await claimApplication(await createReviewer(), target)).toMatchObject({ reason: "LEAD_ONLY" });
		expect(await claimApplication(second, target)).toMatchObject({ reason: "ALREADY_OPINED" });
		const told = (userId: string) =>
			db().notification.count({ where: { userId, kind: "applicationNeedsLead" } });
		expect([await told(lead.userId), await told(second.userId)]).toEqual([1, 0]);
		expect(await listReviews(lead, applicationId)).toHaveLength(2);
		expect(await listReviews(applicant, applicationId)).toEqual([]);
		expect(await decideAs(lead, applicationId, { ...reject, comment: "负责人的话" })).toMatchObject({
			ok: true,
			course: "DECIDED",
		});
		expect(await listReviews(applicant, applicationId)).toMatchObject([
			{ stage: "LEAD", comment: "负责人的话" },
		]);
	});

	test("a second reviewer may release it, and a third give the second opinion", async () => {
		const { applicationId } = await withFirstOpinion();
		const [second, third] = [await createReviewer(), await createReviewer()];
		expect(await releaseApplication(second, await claim(second, applicationId))).toMatchObject({ ok: true });
		expect(await decideAs(third, applicationId, approve)).toMatchObject({ ok: true, course: "DECIDED" });
		expect(await readApplication(applicationId)).toMatchObject({ state: "APPROVED" });
	});
});

test("changes requested by the second end the submission; the next one begins at the first stage, the old opinion sealed", async () => {
	const { applicant, first, applicationId } = await withFirstOpinion();
	const second = await createReviewer();
	const request: ReviewDecision = {
		decision: "REQUEST_CHANGES",
		requests: [{ section: "people", fields: ["people.staffCount"], comment: "请说明口径" }],
		comment: "",
	};
	expect(await decideAs(second, applicationId, request)).toMatchObject({ ok: true });
	expect(await readAll(second, applicationId)).not.toContain("封存的意见");
	const { version } = await readApplication(applicationId);
	const saved = await saveDraft(applicant, { applicationId, version, form: fourEyesDraft() });
	if (!saved.ok) throw new Error(saved.reason);
	const again = await submitApplication(applicant, { applicationId, version: saved.version, now });
	expect(again).toMatchObject({ ok: true });
	expect(await readApplication(applicationId)).toMatchObject({ reviewStage: "FIRST", submissionNo: 2 });
	expect(await decideAs(first, applicationId, approve)).toMatchObject({ ok: true, course: "TO_SECOND" });
});

test("the database refuses a second opinion by the same person on its own", async () => {
	const { first, applicationId } = await withFirstOpinion();
	await expect(
		db().review.create({
			data: {
				id: `rev_${applicationId}`,
				applicationId,
				stage: "SECOND",
				reviewerId: first.userId,
				decision: "REJECT",
				policyVersion: 1,
			},
		}),
	).rejects.toThrow("Unique constraint");
});
