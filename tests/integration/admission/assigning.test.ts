import { expect, test } from "vitest";
import { readInvolvements } from "@/lib/domains/admission/data/involvement";
import { listReviewers } from "@/lib/domains/admission/data/reviewers";
import { assignApplications, claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import {
	createApplicant,
	createApplicationInReview,
	createDraftApplication,
	createReviewer,
	createSubmittedApplication,
	readApplication,
} from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";

function declare(userId: string, organisationId: string) {
	return db().conflictOfInterest.create({
		data: { id: newId("coi"), userId, organisationId, reason: "亲属任职" },
	});
}

test("a lead gives many at once, and reads row by row what could not be given", async () => {
	const [lead, first, second] = [
		await createReviewer("ops_lead"),
		await createReviewer(),
		await createReviewer(),
	];
	const fresh = await createSubmittedApplication(await createApplicant());
	const held = await createApplicationInReview(await createApplicant(), first);
	const stale = await createSubmittedApplication(await createApplicant());
	const boundApplicant = await createApplicant();
	const bound = await createSubmittedApplication(boundApplicant);
	await declare(second.userId, boundApplicant.organisationId);
	const draft = await createDraftApplication(await createApplicant());
	const outcome = await assignApplications(lead, {
		targets: [fresh, held, { ...stale, version: stale.version - 1 }, bound, draft],
		assigneeId: second.userId,
	});
	expect(outcome).toMatchObject({
		ok: true,
		rows: [
			{ applicationId: fresh.applicationId, ok: true, version: fresh.version + 1 },
			{ applicationId: held.applicationId, ok: true, version: held.version + 1 },
			{ applicationId: stale.applicationId, ok: false, reason: "STALE_VERSION" },
			{ applicationId: bound.applicationId, ok: false, reason: "CONFLICT_OF_INTEREST" },
			{ applicationId: draft.applicationId, ok: false, reason: "NOT_FOUND" },
		],
	});
	expect(await readApplication(fresh.applicationId)).toMatchObject({
		state: "IN_REVIEW",
		assigneeId: second.userId,
	});
	const moved = await readApplication(held.applicationId);
	expect(moved.assigneeId).toBe(second.userId);
	expect(moved.events.map((event) => event.event)).toEqual(["start", "submit", "claim", "assign"]);
	expect(await db().auditEntry.count({ where: { subjectId: moved.id, action: "application.assign" } })).toBe(
		1,
	);
	const told = (userId: string, kind: string) => db().notification.count({ where: { userId, kind } });
	expect(await told(second.userId, "applicationAssigned")).toBe(2);
	expect(await told(first.userId, "applicationTakenOver")).toBe(1);
	expect(await readApplication(bound.applicationId)).toMatchObject({ state: "SUBMITTED", assigneeId: null });
});

test("only a lead gives, and only to somebody who may review", async () => {
	const [lead, reviewer] = [await createReviewer("ops_lead"), await createReviewer()];
	const target = await createSubmittedApplication(await createApplicant());
	const give = (scope: typeof lead, assigneeId: string) =>
		assignApplications(scope, { targets: [target], assigneeId });
	await expect(give(reviewer, reviewer.userId)).rejects.toThrow("FORBIDDEN");
	const auditor = (await createMember({ role: "auditor" })).scope;
	expect(await give(lead, auditor.userId)).toMatchObject({ reason: "NOT_A_REVIEWER" });
	await db().user.update({ where: { id: reviewer.userId }, data: { status: "DEACTIVATED" } });
	expect(await give(lead, reviewer.userId)).toMatchObject({ reason: "NOT_A_REVIEWER" });
	expect((await listReviewers(lead)).map((one) => one.userId)).not.toContain(reviewer.userId);
	expect((await listReviewers(lead)).find((one) => one.userId === lead.userId)).toMatchObject({
		role: "ops_lead",
		held: 0,
	});
});

test("whoever declared a conflict is refused by the rule, and by the database where the rule did not see it", async () => {
	const reviewer = await createReviewer();
	const applicant = await createApplicant();
	const target = await createSubmittedApplication(applicant);
	await declare(reviewer.userId, applicant.organisationId);
	expect(await claimApplication(reviewer, target)).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
	const involvements = await readInvolvements(reviewer, reviewer.userId, [target.applicationId]);
	expect(involvements.get(target.applicationId)).toEqual({
		hasConflict: true,
		hasOpined: false,
		wasOverturned: false,
	});
	await expect(
		db().application.update({ where: { id: target.applicationId }, data: { assigneeId: reviewer.userId } }),
	).rejects.toThrow("a declared conflict of interest");
});
