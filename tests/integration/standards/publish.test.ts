import { expect, test } from "vitest";
import { findStandardsDraft, readStandards } from "@/lib/domains/admission/data/standards";
import { beginPolicyDraftFrom, savePolicyDraftForm } from "@/lib/domains/admission/mutations/policy-drafts";
import { publishPolicy } from "@/lib/domains/admission/mutations/publish-policy";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { findNotice, findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import { db } from "@/lib/platform/db/client";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createDraftApplication,
	createReviewer,
	createSubmittedApplication,
	fullDraft,
	now,
	readApplication,
} from "@/tests/factories/admission";

const today = "2026-11-19";

async function draftWithStaff(lead: PlatformScope, staff: string, baseVersion: number) {
	const begun = await beginPolicyDraftFrom(lead, { kind: "admission", baseVersion, today });
	if (!begun.ok) throw new Error(begun.reason);
	const draft = await findStandardsDraft();
	if (!draft) throw new Error("no draft");
	const form = structuredClone(draft.form);
	const standard = form.standards.staff_count;
	if (standard) standard.value = staff;
	const saved = await savePolicyDraftForm(lead, {
		kind: "admission",
		draftId: draft.id,
		version: draft.version,
		form,
	});
	if (!saved.ok) throw new Error(saved.reason);
	return { kind: "admission" as const, draftId: draft.id, version: saved.version };
}

test("a draft is published once, after its notice, and an application keeps the version it agreed to", async () => {
	const [lead, colleague] = [await createReviewer("ops_lead"), await createReviewer("ops_lead")];
	const early = await createApplicant();
	const agreed = await createSubmittedApplication(early);
	const late = await createApplicant();
	const open = await createDraftApplication(late);
	const target = await draftWithStaff(lead, "200", 1);

	expect(
		await savePolicyDraftForm(colleague, { ...target, version: target.version - 1, form: {} }),
	).toMatchObject({
		reason: "INPUT_INVALID",
	});
	expect(await publishPolicy(lead, { ...target, effectiveOn: "2026-11-25", now })).toMatchObject({
		reason: "NOTICE_TOO_SHORT",
		params: { earliest: "2026-11-26", affected: 2, days: 7 },
	});

	const answers = await Promise.all(
		[lead, colleague].map((scope) => publishPolicy(scope, { ...target, effectiveOn: "2026-11-26", now })),
	);
	expect(answers.filter((answer) => answer.ok)).toEqual([
		expect.objectContaining({ publishedVersion: 2, affected: 2 }),
	]);
	expect(answers.find((answer) => !answer.ok)).toMatchObject({
		reason: "DRAFT_PUBLISHED",
		params: { version: 2 },
	});

	const policy = await db().policy.findUniqueOrThrow({
		where: { kind_version: { kind: "admission", version: 2 } },
	});
	expect(await db().publicNotice.findMany({ where: { subjectId: policy.id } })).toEqual([
		expect.objectContaining({
			kind: "RULES",
			params: expect.objectContaining({ version: 2, changesZh: ["员工人数：由 10 人 调整为 200 人"] }),
		}),
	]);
	const noticeId = await findNoticeIdOf(policy.id);
	expect(await findNotice(noticeId ?? "")).toMatchObject({
		kind: "RULES",
		params: {
			kind: "admission",
			version: 2,
			changesZh: ["员工人数：由 10 人 调整为 200 人"],
			changesEn: [expect.stringMatching(/10.*200/)],
		},
	});
	expect(await db().auditEntry.count({ where: { action: "policy.publish", subjectId: policy.id } })).toBe(1);
	for (const { userId } of [early, late]) {
		expect(await db().notification.count({ where: { userId, kind: "rulesPublished" } })).toBe(1);
		expect(await db().mailMessage.count({ where: { key: `rulesPublished:2:${userId}` } })).toBe(1);
	}
	await expect(
		db().policy.update({
			where: { id: policy.id },
			data: { effectiveFrom: new Date("2026-11-20T00:00:00Z") },
		}),
	).rejects.toThrow();

	expect((await readStandards("2026-11-25")).version).toBe(1);
	expect((await readStandards("2026-11-26")).version).toBe(2);
	expect(await readApplication(agreed.applicationId)).toMatchObject({ policyVersion: 1 });
	const onTheDay = new Date("2026-11-26T02:00:00Z");
	expect(await submitApplication(late, { ...open, now: onTheDay })).toMatchObject({
		reason: "INPUT_INVALID",
		fieldErrors: { "agreement.accepted": "RULES_CHANGED" },
	});
});

test("begun twice is one draft; nothing changed and a day before an announced version are refused", async () => {
	const lead = await createReviewer("ops_lead");
	const values = { kind: "admission" as const, baseVersion: 1, today };
	const begun = await Promise.all(Array.from({ length: 4 }, () => beginPolicyDraftFrom(lead, values)));
	expect(new Set(begun.map((answer) => answer.ok && answer.draftId)).size).toBe(1);
	const same = await draftWithStaff(lead, "200", 1);
	expect(await publishPolicy(lead, { ...same, effectiveOn: "2026-12-30", now })).toMatchObject({
		reason: "NOTHING_CHANGED",
	});
	const next = await draftWithStaff(lead, "15", 1);
	expect(await publishPolicy(lead, { ...next, effectiveOn: "2026-11-25", now })).toMatchObject({
		reason: "NOTICE_TOO_SHORT",
	});
	expect(await publishPolicy(lead, { ...next, effectiveOn: "2026-11-26", now })).toMatchObject({
		ok: true,
		publishedVersion: 3,
	});
	expect((await readStandards("2026-11-26")).version).toBe(3);
});

test("51 affected applications are owed fifteen days", async () => {
	const lead = await createReviewer("ops_lead");
	const open = await db().application.count({ where: { state: { in: ["DRAFT", "CHANGES_REQUESTED"] } } });
	for (let count = open; count < 51; count++)
		await createDraftApplication(await createApplicant(), fullDraft());
	const target = await draftWithStaff(lead, "16", 3);
	expect(await publishPolicy(lead, { ...target, effectiveOn: "2026-12-03", now })).toMatchObject({
		reason: "NOTICE_TOO_SHORT",
		params: { earliest: "2026-12-04", days: 15 },
	});
	expect(await publishPolicy(lead, { ...target, effectiveOn: "2026-12-04", now })).toMatchObject({
		ok: true,
	});
});
