import { describe, expect, test } from "vitest";
import { findOwnAppeal, listOwnAppeals } from "@/lib/domains/admission/data/own-appeals";
import { fileAppeal } from "@/lib/domains/admission/mutations/file-appeal";
import { startApplication } from "@/lib/domains/admission/mutations/start-application";
import { withdrawAppeal } from "@/lib/domains/admission/mutations/withdraw-appeal";
import type { RejectionReason } from "@/lib/domains/admission/types";
import { db } from "@/lib/platform/db/client";
import { startOfDay } from "@/lib/platform/time";
import {
	createApplicant,
	createDecidedApplication,
	createReviewer,
	createSubmittedApplication,
	now,
	readApplication,
} from "@/tests/factories/admission";

const grounds = "评分与后台数据不符。\n见附件第 2 页。";
/** 19 November 2026; the window of 15 days ends with 4 December. */
const lastMoment = new Date(startOfDay("2026-12-05").getTime() - 1);

async function createRejected(reasons: RejectionReason[] = ["OTHER"]) {
	const scope = await createApplicant();
	const reviewer = await createReviewer();
	const lead = await createReviewer("ops_lead");
	const { applicationId } = await createDecidedApplication(scope, reviewer, { reject: reasons });
	return { scope, reviewer, lead, applicationId };
}

describe("filing", () => {
	test("is numbered, due in working days, audited and told; of five at once one is filed", async () => {
		const { scope, lead, applicationId } = await createRejected();
		const answers = await Promise.all(
			Array.from({ length: 5 }, () => fileAppeal(scope, { applicationId, grounds, now })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("APPEAL_EXISTS");
		const [appeal] = await listOwnAppeals(scope, applicationId);
		expect(appeal).toMatchObject({ state: "OPEN", submissionNo: 1, grounds, filedAt: now, version: 1 });
		expect(appeal?.number).toMatch(/^AP-2026-\d{6}$/);
		// Three working days after Thursday 19 November.
		expect(appeal?.dueOn).toBe("2026-11-24");
		const where = { subjectId: appeal?.id, action: "appeal.file" };
		expect(await db().auditEntry.count({ where })).toBe(1);
		expect(await db().notification.count({ where: { userId: scope.userId, kind: "appealFiled" } })).toBe(1);
		expect(await db().notification.count({ where: { userId: lead.userId, kind: "appealToDecide" } })).toBe(1);
		expect(
			await db().mailMessage.count({ where: { key: { startsWith: `appealFiled:${applicationId}` } } }),
		).toBe(1);
	});

	test("is open through the last day of the window and closed the moment after", async () => {
		const inTime = await createRejected();
		expect(
			await fileAppeal(inTime.scope, { applicationId: inTime.applicationId, grounds, now: lastMoment }),
		).toMatchObject({ ok: true });
		const late = await createRejected();
		const after = { applicationId: late.applicationId, grounds, now: startOfDay("2026-12-05") };
		expect(await fileAppeal(late.scope, after)).toMatchObject({
			reason: "APPEAL_WINDOW_CLOSED",
			params: { day: "2026-12-04" },
		});
	});

	test("is for rejections only", async () => {
		const scope = await createApplicant();
		const { applicationId } = await createSubmittedApplication(scope);
		expect(await fileAppeal(scope, { applicationId, grounds, now })).toMatchObject({
			reason: "TRANSITION_ILLEGAL",
		});
	});

	test("tells no lead who took part in the decision", async () => {
		const scope = await createApplicant();
		const judge = await createReviewer("ops_lead");
		const { applicationId } = await createDecidedApplication(scope, judge, { reject: ["OTHER"] });
		expect(await fileAppeal(scope, { applicationId, grounds, now })).toMatchObject({ ok: true });
		expect(await db().notification.count({ where: { userId: judge.userId, kind: "appealToDecide" } })).toBe(
			0,
		);
	});
});

describe("withdrawing", () => {
	test("happens once, the rejection stands, and the decision is not appealed again", async () => {
		const { scope, applicationId } = await createRejected();
		const filed = await fileAppeal(scope, { applicationId, grounds, now });
		if (!filed.ok) throw new Error(filed.reason);
		const answers = await Promise.all(
			Array.from({ length: 4 }, () => withdrawAppeal(scope, { appealId: filed.appealId })),
		);
		expect(answers.filter((answer) => answer.ok)).toHaveLength(1);
		for (const answer of answers) if (!answer.ok) expect(answer.reason).toBe("APPEAL_CLOSED");
		expect(await listOwnAppeals(scope, applicationId)).toMatchObject([{ state: "WITHDRAWN", version: 2 }]);
		expect(await readApplication(applicationId)).toMatchObject({ state: "REJECTED" });
		expect(await fileAppeal(scope, { applicationId, grounds, now })).toMatchObject({
			reason: "APPEAL_EXISTS",
		});
	});
});

describe("applying again", () => {
	test.each<[RejectionReason[], string, string]>([
		[["OTHER"], "2026-12-18", "2026-12-19"],
		[["EVIDENCE_INSUFFICIENT", "FALSE_STATEMENT"], "2027-11-18", "2027-11-19"],
	])("after %j: not on %s, on %s", async (reasons, before, day) => {
		const { scope, applicationId } = await createRejected(reasons);
		expect(await startApplication(scope, before)).toEqual({
			ok: false,
			reason: "REAPPLY_LATER",
			params: { day },
		});
		const again = await startApplication(scope, day);
		expect(again).toMatchObject({ ok: true });
		expect(again.ok && again.applicationId).not.toBe(applicationId);
	});

	test("waits for an open appeal, and ends the right to appeal", async () => {
		const { scope, applicationId } = await createRejected();
		const filed = await fileAppeal(scope, { applicationId, grounds, now });
		expect(await startApplication(scope, "2027-01-10")).toMatchObject({ reason: "APPEAL_OPEN" });
		await withdrawAppeal(scope, { appealId: filed.ok ? filed.appealId : "" });
		expect(await startApplication(scope, "2027-01-10")).toMatchObject({ ok: true });

		const other = await createRejected();
		await db().application.update({
			where: { id: other.applicationId },
			data: { decidedAt: new Date("2026-10-01T02:00:00Z") },
		});
		expect(await startApplication(other.scope, "2026-11-19")).toMatchObject({ ok: true });
		expect(await fileAppeal(other.scope, { applicationId: other.applicationId, grounds, now })).toMatchObject(
			{ reason: "NEWER_APPLICATION" },
		);
	});
});

test("another company's rejection and appeal do not exist", async () => {
	const { scope, applicationId } = await createRejected();
	const stranger = await createApplicant();
	await expect(fileAppeal(stranger, { applicationId, grounds, now })).rejects.toThrow("NOT_FOUND");
	const filed = await fileAppeal(scope, { applicationId, grounds, now });
	if (!filed.ok) throw new Error(filed.reason);
	await expect(withdrawAppeal(stranger, { appealId: filed.appealId })).rejects.toThrow("NOT_FOUND");
	expect(await listOwnAppeals(stranger, applicationId)).toEqual([]);
	expect(await findOwnAppeal(stranger, filed.appealId)).toBeNull();
	// The control: the owner can.
	expect(await withdrawAppeal(scope, { appealId: filed.appealId })).toMatchObject({ ok: true });
});
