import { beforeAll, expect, test } from "vitest";
import { readBlueprint, readExamPolicy } from "@/lib/domains/certification/data/exam-policy";
import { countBankSections, findExamPolicyDraft } from "@/lib/domains/certification/data/exam-policy-drafts";
import { findWindow } from "@/lib/domains/certification/data/windows";
import { beginExamDraft, saveExamDraft } from "@/lib/domains/certification/mutations/exam-policy/drafts";
import { publishExamPolicy } from "@/lib/domains/certification/mutations/exam-policy/publish";
import { openWindow } from "@/lib/domains/certification/mutations/windows";
import { findNotice, findNoticeIdOf } from "@/lib/domains/partnership/data/notices";
import { can, roles } from "@/lib/platform/access/permissions";
import { db } from "@/lib/platform/db/client";
import type { Outcome } from "@/lib/platform/errors/errors";
import { replaceAt } from "@/lib/platform/forms/merge-drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { createExamPartner, fillBank, publishSmallExams } from "@/tests/factories/exams";
import { createMember } from "@/tests/factories/identity";

const now = new Date();
const today = businessDayOf(now);
let lead: PlatformScope;
let colleague: PlatformScope;

function must<T extends object>(outcome: Outcome<T>): T {
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome;
}

beforeAll(async () => {
	await Promise.all([publishSmallExams(), fillBank("junior", 5)]);
	[lead, colleague] = (await Promise.all(
		[1, 2].map(async () => (await createMember({ role: "ops_lead" })).scope as PlatformScope),
	)) as [PlatformScope, PlatformScope];
});

const window = (at: string) => ({
	...{ level: "junior" as const, nameZh: "考期", nameEn: "Window", seats: null, closesAt: null },
	opensAt: new Date(`${at}T10:00:00+08:00`),
});

test("only leads draft and publish how exams are held", async () => {
	expect(roles.filter((role) => can(role, "exam-policy.manage"))).toEqual(["ops_lead"]);
	const reviewer = await createMember({ role: "ops_reviewer" });
	expect(() => beginExamDraft(reviewer.scope as PlatformScope, { baseVersion: 9, today })).toThrow(
		expect.objectContaining({ code: "FORBIDDEN" }),
	);
	const { owner } = await createExamPartner();
	expect(() => beginExamDraft(owner.scope as unknown as PlatformScope, { baseVersion: 9, today })).toThrow(
		expect.objectContaining({ code: "FORBIDDEN" }),
	);
});

test("a version holds the windows from its first day on; those that are open keep theirs, and everybody is told once", async () => {
	const { owner, member } = await createExamPartner();
	const { owner: gone } = await createExamPartner();
	await db().partner.updateMany({
		where: { organisationId: gone.scope.organisationId },
		data: { status: "EXITED", exitedOn: new Date(`${today}T00:00:00Z`) },
	});
	const running = must(await openWindow(lead, window(today)));
	must(await beginExamDraft(lead, { baseVersion: 9, today }));
	const draft = await findExamPolicyDraft();
	if (!draft) throw new Error("no draft");
	expect(must(await beginExamDraft(colleague, { baseVersion: 9, today }))).toMatchObject({
		...{ draftId: draft.id, isNew: false },
	});
	const at = { draftId: draft.id, version: draft.version };
	expect(await publishExamPolicy(lead, { ...at, effectiveOn: "2099-01-01", now })).toMatchObject({
		reason: "NOTHING_CHANGED",
	});
	const form = replaceAt(
		replaceAt(draft.form, "levels.junior.passBps", "80"),
		"levels.junior.counts.room.1",
		"5",
	);
	const saved = must(await saveExamDraft(lead, { ...at, form }));
	expect(await saveExamDraft(colleague, { ...at, form: draft.form })).toMatchObject({
		reason: "STALE_VERSION",
	});
	expect(await saveExamDraft(lead, { ...saved, draftId: draft.id, form: { levels: 1 } })).toMatchObject({
		reason: "INPUT_INVALID",
	});
	const target = { draftId: draft.id, version: saved.version, now };
	const earliest = addDays(today, 7);
	expect(await publishExamPolicy(lead, { ...target, effectiveOn: addDays(today, 6) })).toMatchObject({
		...{ reason: "EXAM_NOTICE_TOO_SHORT", params: { earliest, days: 7 } },
	});
	const answers = await Promise.all(
		[lead, colleague].map((scope) => publishExamPolicy(scope, { ...target, effectiveOn: earliest })),
	);
	expect(answers.filter(({ ok }) => ok)).toMatchObject([{ publishedVersion: 10 }]);
	expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "DRAFT_PUBLISHED" });

	expect((await readExamPolicy(addDays(today, 6))).version).toBe(9);
	expect((await readExamPolicy(earliest)).version).toBe(10);
	const later = must(await openWindow(lead, window(earliest)));
	const versionOf = async (id: string) => (await findWindow(lead, id))?.policyVersion;
	expect([await versionOf(running.windowId), await versionOf(later.windowId)]).toEqual([9, 10]);
	expect(await readBlueprint("junior", 9)).toMatchObject({ passBps: 7_500, sections: [{ count: 4 }] });
	expect(await readBlueprint("junior", 10)).toMatchObject({ passBps: 8_000, sections: [{ count: 5 }] });

	const policy = await db().policy.findFirstOrThrow({ where: { kind: "exam", version: 10 } });
	const noticeId = await findNoticeIdOf(policy.id);
	expect(noticeId && (await findNotice(noticeId))).toMatchObject({
		params: {
			...{ kind: "exam", version: 10 },
			changesZh: ["初级 · 及格线：由 75% 调整为 80%", "初级 · 直播间（易）：由 4 题 调整为 5 题"],
			changesEn: expect.arrayContaining(["Junior · Live room (Easy): from 4 questions to 5 questions"]),
		},
	});
	const told = (userId: string) =>
		db().notification.count({ where: { userId, kind: "examPolicyPublished" } });
	expect(await Promise.all([owner, member, gone].map(({ user }) => told(user.id)))).toEqual([1, 1, 0]);
});

test("what the bank has is counted as a paper would draw it", async () => {
	expect(await countBankSections(lead)).toEqual([
		{ level: "junior", topic: "room", difficulty: 1, found: 5 },
	]);
});
