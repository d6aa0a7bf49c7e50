import { expect, test } from "vitest";
import { assignApplications, claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { claimAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { declareConflict } from "@/lib/domains/admission/mutations/declare-conflict";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	createAppealedApplication,
	createApplicant,
	createApplicationInReview,
	createDraftApplication,
	createReviewer,
	createSubmittedApplication,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";

const declare = (scope: PlatformScope, applicationId: string) =>
	declareConflict(scope, { applicationId, reason: "配偶在该企业任职", now });

test("whoever declares one hands the application back and never has a part in it again", async () => {
	const reviewer = await createReviewer();
	const applicant = await createApplicant();
	const target = await createApplicationInReview(applicant, reviewer);
	expect(await declare(reviewer, target.applicationId)).toMatchObject({ ok: true, released: 1 });
	const row = await readApplication(target.applicationId);
	expect(row).toMatchObject({ state: "IN_REVIEW", assigneeId: null, version: target.version + 1 });
	expect(row.events.at(-1)).toMatchObject({ event: "release", note: null });
	const free = { applicationId: row.id, version: row.version };
	expect(await claimApplication(reviewer, free)).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
	const lead = await createReviewer("ops_lead");
	expect(await assignApplications(lead, { targets: [free], assigneeId: reviewer.userId })).toMatchObject({
		rows: [{ reason: "CONFLICT_OF_INTEREST" }],
	});
	expect(
		await decideApplication(reviewer, {
			...free,
			review: { decision: "APPROVE", scores: passingScores, comment: "" },
			now,
		}),
	).toMatchObject({ reason: "CONFLICT_OF_INTEREST" });
	expect(await declare(reviewer, row.id)).toMatchObject({ reason: "CONFLICT_DECLARED" });
	const audits = await db().auditEntry.findMany({
		where: { action: "conflict.declare", organisationId: applicant.organisationId },
	});
	expect(audits).toMatchObject([{ actorUserId: reviewer.userId, reason: "配偶在该企业任职" }]);
	const notes = await db().notification.findMany({ where: { userId: applicant.userId } });
	expect(JSON.stringify(notes.map((note) => note.params))).not.toContain("配偶");
});

test("a draft is nobody's to be bound to", async () => {
	const draft = await createDraftApplication(await createApplicant());
	await expect(declare(await createReviewer(), draft.applicationId)).rejects.toThrow("NOT_FOUND");
});

test("an appeal in the hands of whoever declares one goes back too, and does not come again", async () => {
	const { appeal, applicationId } = await createAppealedApplication();
	const judge = await createReviewer();
	expect(await claimAppeal(judge, { appealId: appeal.id, version: 1 })).toMatchObject({ ok: true });
	expect(await declare(judge, applicationId)).toMatchObject({ ok: true, released: 1 });
	expect(await claimAppeal(judge, { appealId: appeal.id, version: 3 })).toMatchObject({
		reason: "CONFLICT_OF_INTEREST",
	});
	await expect(
		db().appeal.update({ where: { id: appeal.id }, data: { assigneeId: judge.userId } }),
	).rejects.toThrow("no part in the decision");
});

test("a claim that read before the declaration is refused by the database, and told by the same code", async () => {
	const reviewer = await createReviewer();
	const applicant = await createApplicant();
	const target = await createSubmittedApplication(applicant);
	const client = await pool().connect();
	try {
		await client.query("BEGIN");
		await client.query("SELECT 1 FROM applications WHERE id = $1 FOR UPDATE", [target.applicationId]);
		const claiming = claimApplication(reviewer, target);
		await waitForLock();
		await client.query(
			"INSERT INTO conflicts_of_interest (id, user_id, organisation_id, reason) VALUES ($1, $2, $3, 'x')",
			[`coi_${target.applicationId}`, reviewer.userId, applicant.organisationId],
		);
		await client.query("COMMIT");
		expect(await claiming).toMatchObject({ ok: false, reason: "CONFLICT_OF_INTEREST" });
	} finally {
		client.release();
	}
	expect(await readApplication(target.applicationId)).toMatchObject({ state: "SUBMITTED", assigneeId: null });
});

async function waitForLock(): Promise<void> {
	for (let tries = 0; tries < 100; tries++) {
		const { rows } = await pool().query<{ waits: number }>(
			"SELECT count(*)::int AS waits FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'",
		);
		if (rows[0]?.waits) return;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	throw new Error("nobody waits for the lock");
}
