import { describe, expect, test } from "vitest";
import { countAppeals, listAppeals } from "@/lib/domains/admission/data/appeals";
import { listReviews } from "@/lib/domains/admission/data/history";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { claimAppeal, releaseAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { decideAppeal } from "@/lib/domains/admission/mutations/decide-appeal";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { withdrawAppeal } from "@/lib/domains/admission/mutations/withdraw-appeal";
import type { AppealVerdict } from "@/lib/domains/admission/schema/appeal-verdict";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	createAppealedApplication,
	createApplicant,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";

const dismissed: AppealVerdict = { decision: "DISMISSED", reason: "新材料没有推翻原结论的事实" };
const overturned: AppealVerdict = { decision: "OVERTURNED", reason: "原结论漏看了三份授权书" };

async function claim(scope: PlatformScope, appealId: string, version = 1) {
	const claimed = await claimAppeal(scope, { appealId, version });
	if (!claimed.ok) throw new Error(claimed.reason);
	return { appealId, version: claimed.version };
}

async function decideAs(scope: PlatformScope, appealId: string, verdict: AppealVerdict) {
	return decideAppeal(scope, { ...(await claim(scope, appealId)), verdict, now });
}

const told = (userId: string, kind: string) => db().notification.count({ where: { userId, kind } });

describe("who judges", () => {
	test("somebody who had no part in the decision; the rule refuses the others, and so does the database", async () => {
		const { appeal, reviewer } = await createAppealedApplication();
		expect(await claimAppeal(reviewer, { appealId: appeal.id, version: 1 })).toMatchObject({
			reason: "APPEAL_NOT_IMPARTIAL",
		});
		expect(
			await decideAppeal(reviewer, { appealId: appeal.id, version: 1, verdict: dismissed, now }),
		).toMatchObject({ reason: "APPEAL_NOT_IMPARTIAL" });
		await expect(
			db().appeal.update({ where: { id: appeal.id }, data: { assigneeId: reviewer.userId } }),
		).rejects.toThrow("no part in the decision");
		const auditor = (await createMember({ role: "auditor" })).scope;
		expect(await claimAppeal(auditor, { appealId: appeal.id, version: 1 })).toMatchObject({
			reason: "TRANSITION_ILLEGAL",
		});
	});

	test("of several one gets it; it can be taken over, and only its holder gives it back", async () => {
		const { appeal } = await createAppealedApplication();
		const judges = await Promise.all(Array.from({ length: 5 }, () => createReviewer()));
		const answers = await Promise.all(
			judges.map((judge) => claimAppeal(judge, { appealId: appeal.id, version: 1 })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("APPEAL_HELD_BY_OTHER");
		const holder = judges[answers.findIndex((answer) => answer.ok)];
		const other = judges.find((judge) => judge !== holder);
		if (!holder || !other) throw new Error("nobody holds it");
		expect(await releaseAppeal(other, { appealId: appeal.id, version: 2 })).toMatchObject({
			reason: "TRANSITION_ILLEGAL",
		});
		const taken = await claim(other, appeal.id, 2);
		expect(await told(holder.userId, "appealTakenOver")).toBe(1);
		expect(
			await decideAppeal(holder, { appealId: appeal.id, version: 3, verdict: dismissed, now }),
		).toMatchObject({ reason: "APPEAL_HELD_BY_OTHER" });
		expect(await releaseAppeal(other, taken)).toMatchObject({ ok: true });
		const actions = await db().auditEntry.findMany({
			where: { subjectId: appeal.id, action: { not: "appeal.file" } },
			orderBy: { id: "asc" },
			select: { action: true },
		});
		expect(actions.map((entry) => entry.action)).toEqual([
			"appeal.claim",
			"appeal.take-over",
			"appeal.release",
		]);
	});

	test("an appeal nobody has claimed is decided by nobody, and one that does not exist is not found", async () => {
		const { appeal } = await createAppealedApplication();
		const judge = await createReviewer("ops_lead");
		const target = { appealId: appeal.id, version: 1, verdict: dismissed, now };
		expect(await decideAppeal(judge, target)).toMatchObject({ reason: "NOT_CLAIMED" });
		await expect(decideAppeal(judge, { ...target, appealId: "apl_nobody" })).rejects.toThrow("NOT_FOUND");
	});
});

test("dismissed: the rejection stands, and the applicant reads why but not from whom", async () => {
	const { appeal, applicant, applicationId } = await createAppealedApplication();
	const judge = await createReviewer();
	expect(await decideAs(judge, appeal.id, dismissed)).toMatchObject({ ok: true });
	expect(await readApplication(applicationId)).toMatchObject({ state: "REJECTED", submissionNo: 1 });
	expect(await db().appeal.findUnique({ where: { id: appeal.id } })).toMatchObject({
		state: "DISMISSED",
		decidedById: judge.userId,
		decisionReason: dismissed.reason,
	});
	expect(await told(applicant.userId, "appealDismissed")).toBe(1);
	const note = await db().notification.findFirst({
		where: { userId: applicant.userId, kind: "appealDismissed" },
	});
	expect(JSON.stringify(note?.params)).not.toContain("王小风");
	expect(
		await db().mailMessage.count({ where: { key: { startsWith: `appealDismissed:${applicationId}:` } } }),
	).toBe(1);
});

test("overturned: reviewed anew by others, as a submission of its own, under a new clock", async () => {
	const { appeal, applicant, applicationId, reviewer } = await createAppealedApplication();
	const judge = await createReviewer();
	const later = new Date("2026-11-24T02:00:00Z");
	const decided = await decideAppeal(judge, {
		...(await claim(judge, appeal.id)),
		verdict: overturned,
		now: later,
	});
	expect(decided).toMatchObject({ ok: true });
	const row = await readApplication(applicationId);
	expect(row).toMatchObject({
		state: "SUBMITTED",
		submissionNo: 2,
		reviewStage: "FIRST",
		assigneeId: null,
		decidedAt: null,
		// Five working days after Tuesday 24 November.
		dueOn: new Date("2026-12-01"),
	});
	expect(row.events.at(-1)).toMatchObject({ event: "reopen", fromState: "REJECTED", toState: "SUBMITTED" });
	expect(await told(applicant.userId, "appealOverturned")).toBe(1);
	expect(await told(reviewer.userId, "decisionOverturned")).toBe(1);
	expect(
		await db().mailMessage.count({ where: { key: { startsWith: `appealOverturned:${applicationId}:` } } }),
	).toBe(1);
	expect(await listReviews(applicant, applicationId)).toMatchObject([
		{ decision: "REJECT", submissionNo: 1 },
	]);

	const target = { applicationId, version: row.version };
	expect(await claimApplication(reviewer, target)).toMatchObject({ reason: "REVIEWED_ANEW_BY_OTHERS" });
	await expect(
		db().review.create({
			data: {
				id: `rev_x${applicationId}`,
				applicationId,
				submissionNo: 2,
				reviewerId: reviewer.userId,
				decision: "REJECT",
				policyVersion: 1,
			},
		}),
	).rejects.toThrow("others review anew");
	const other = await createReviewer();
	const claimed = await claimApplication(other, target);
	if (!claimed.ok) throw new Error(claimed.reason);
	const review = { decision: "APPROVE", scores: passingScores, comment: "" } as const;
	expect(
		await decideApplication(other, { applicationId, version: claimed.version, review, now: later }),
	).toMatchObject({ ok: true, course: "DECIDED" });
	expect(await readApplication(applicationId)).toMatchObject({ state: "APPROVED" });
});

test("with another open application of the company the decision cannot be overturned, and says which", async () => {
	const { appeal, applicant, applicationId } = await createAppealedApplication();
	await db().application.create({
		data: {
			id: `app_other${applicationId}`,
			number: `WM-2026-X${appeal.number.slice(-6)}`,
			organisationId: applicant.organisationId,
			form: fullDraft(),
			createdById: applicant.userId,
		},
	});
	const judge = await createReviewer();
	const held = await claim(judge, appeal.id);
	expect(await decideAppeal(judge, { ...held, verdict: overturned, now })).toMatchObject({
		reason: "OTHER_OPEN_STANDS",
		params: { number: `WM-2026-X${appeal.number.slice(-6)}` },
	});
	expect(await db().appeal.findUnique({ where: { id: appeal.id } })).toMatchObject({
		state: "OPEN",
		version: 2,
	});
	await db().applicationEvent.deleteMany({ where: { applicationId: `app_other${applicationId}` } });
	await db().application.delete({ where: { id: `app_other${applicationId}` } });
	expect(await decideAppeal(judge, { ...held, verdict: overturned, now })).toMatchObject({ ok: true });
});

test("ten at once decide once; nine learn by whom and when", async () => {
	const { appeal, applicant, applicationId } = await createAppealedApplication();
	const judge = await createReviewer();
	const held = await claim(judge, appeal.id);
	const answers = await Promise.all(
		Array.from({ length: 10 }, () => decideAppeal(judge, { ...held, verdict: overturned, now })),
	);
	expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
	for (const answer of answers) {
		if (!answer.ok) {
			expect(answer).toMatchObject({
				reason: "APPEAL_DECIDED",
				params: { by: "王小风", at: now.toISOString() },
			});
		}
	}
	expect(await db().auditEntry.count({ where: { subjectId: appeal.id, action: "appeal.overturn" } })).toBe(1);
	expect(
		await db().auditEntry.count({ where: { subjectId: applicationId, action: "application.reopen" } }),
	).toBe(1);
	expect(await told(applicant.userId, "appealOverturned")).toBe(1);
	expect(await readApplication(applicationId)).toMatchObject({ submissionNo: 2 });
});

test("a withdrawal and a decision at the same moment: one of them holds", async () => {
	const { appeal, applicant } = await createAppealedApplication();
	const judge = await createReviewer();
	const held = await claim(judge, appeal.id);
	const [decided, withdrawn] = await Promise.all([
		decideAppeal(judge, { ...held, verdict: dismissed, now }),
		withdrawAppeal(applicant, { appealId: appeal.id }),
	]);
	expect([decided.ok, withdrawn.ok].sort()).toEqual([false, true]);
	const { state } = await db().appeal.findUniqueOrThrow({ where: { id: appeal.id } });
	expect(state).toBe(decided.ok ? "DISMISSED" : "WITHDRAWN");
	if (!decided.ok) expect(decided.reason).toBe("APPEAL_WITHDRAWN");
});

test("the queue: open by the day due, one's own, and the settled; each row says what binds its reader", async () => {
	const { appeal, reviewer } = await createAppealedApplication();
	const judge = await createReviewer();
	const find = async (scope: PlatformScope, tab: "open" | "mine" | "decided") =>
		(await listAppeals(scope, tab, null)).rows.find((row) => row.id === appeal.id);
	expect(await find(reviewer, "open")).toMatchObject({ hadPart: true, hasConflict: false });
	expect(await find(judge, "open")).toMatchObject({ hadPart: false, state: "OPEN" });
	const held = await claim(judge, appeal.id);
	expect(await find(judge, "mine")).toMatchObject({ assigneeId: judge.userId });
	expect(await find(reviewer, "mine")).toBeUndefined();
	expect((await countAppeals(judge)).mine).toBe(1);
	await decideAppeal(judge, { ...held, verdict: dismissed, now });
	expect(await find(judge, "decided")).toMatchObject({ state: "DISMISSED", deciderName: "王小风" });
	expect(await find(judge, "open")).toBeUndefined();
	const { rows } = await listAppeals(judge, "decided", { at: now.toISOString(), id: appeal.id });
	expect(rows.map((row) => row.id)).not.toContain(appeal.id);
});

test("another company neither reads nor withdraws it, and its own applications stay its own", async () => {
	const { appeal, applicationId } = await createAppealedApplication();
	const stranger = await createApplicant();
	await createSubmittedApplication(stranger);
	await expect(withdrawAppeal(stranger, { appealId: appeal.id })).rejects.toThrow("NOT_FOUND");
	expect(await listReviews(stranger, applicationId)).toEqual([]);
});
