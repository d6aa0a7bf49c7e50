import { Readable } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { findReadableFile, listFiles } from "@/lib/platform/files/data";
import { adoptFiles } from "@/lib/platform/files/mutations/adopt-files";
import { removeFile } from "@/lib/platform/files/mutations/remove-file";
import { uploadFile } from "@/lib/platform/files/mutations/upload-file";
import type { FilePurpose } from "@/lib/platform/files/types";
import type { Scope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";
import { createPartner } from "@/tests/factories/tiers";
import { png } from "./sample-files";

const day = new Date("2026-12-01T00:00:00Z");
const now = new Date("2026-11-20T02:00:00Z");
let company: Scope;
let stranger: Scope;
let reviewer: Scope;
let lead: Scope;
let partnerId: string;

beforeAll(async () => {
	[company, stranger] = (await Promise.all(
		[1, 2].map(async () => (await createMember({ role: "partner_member" })).scope),
	)) as [Scope, Scope];
	reviewer = (await createMember({ role: "ops_reviewer" })).scope;
	lead = (await createMember({ role: "ops_lead" })).scope;
	partnerId = (await createPartner({ organisationId: company.organisationId })).id;
});

const upload = (scope: Scope, purpose: FilePurpose, subjectId: string) =>
	uploadFile(scope, { purpose, subjectId, slot: "", name: "a.png", source: Readable.from([png()]) });

async function mayNot(scope: Scope, purpose: FilePurpose, subjectId: string): Promise<void> {
	await expect(upload(scope, purpose, subjectId)).rejects.toThrow("NOT_FOUND");
}

async function add(scope: Scope, purpose: FilePurpose, subjectId: string): Promise<string> {
	const outcome = await upload(scope, purpose, subjectId);
	if (!outcome.ok) throw new Error(outcome.reason);
	const foreign = stranger;
	expect(await findReadableFile(foreign, outcome.file.id)).toBeNull();
	expect(await listFiles(foreign, { purpose, subjectId })).toEqual([]);
	await expect(removeFile(foreign, outcome.file.id)).rejects.toThrow("NOT_FOUND");
	return outcome.file.id;
}

const owned = () => ({ partnerId, organisationId: company.organisationId });

test("what a notice rests on: written by the lead, handed over with the notice, then read by the partner concerned", async () => {
	const draftSubjectId = partnerId;
	for (const scope of [company, stranger, reviewer]) await mayNot(scope, "EXIT_NOTICE", draftSubjectId);
	const id = await add(lead, "EXIT_NOTICE", draftSubjectId);
	expect(await findReadableFile(company, id)).toBeNull();
	const subjectId = "ext_1";
	await db().$transaction(async (tx) => {
		await tx.partner.update({ where: { id: partnerId }, data: { status: "EXIT_NOTICE" } });
		await tx.exitCase.create({
			data: {
				...{
					id: subjectId,
					...owned(),
					number: "EX-2026-000901",
					kind: "FAILED_STANDARDS",
					priorStatus: "ACTIVE",
				},
				...{ statement: "不再达标", openedById: lead.userId, openedAt: now, replyBy: day },
			},
		});
		const adoption = {
			purpose: "EXIT_NOTICE",
			draftSubjectId,
			subjectId,
			organisationId: company.organisationId,
		} as const;
		expect(await adoptFiles(tx, adoption)).toBe(1);
	});
	expect((await listFiles(company, { purpose: "EXIT_NOTICE", subjectId })).map((file) => file.id)).toEqual([
		id,
	]);
	expect(await listFiles(lead, { purpose: "EXIT_NOTICE", subjectId: draftSubjectId })).toEqual([]);
	expect(await upload(lead, "EXIT_NOTICE", subjectId)).toMatchObject({ reason: "FILES_LOCKED" });
	expect(await removeFile(lead, id)).toMatchObject({ reason: "FILES_LOCKED" });
	expect(await listFiles(stranger, { purpose: "EXIT_NOTICE", subjectId })).toEqual([]);
});

test("the answer to a notice: the partner's own until it is given, the platform's to read from then on", async () => {
	const subjectId = "ext_1";
	for (const scope of [stranger, reviewer, lead]) await mayNot(scope, "EXIT_REPLY", subjectId);
	const id = await add(company, "EXIT_REPLY", subjectId);
	expect(await findReadableFile(lead, id)).toBeNull();
	await db().exitCase.update({
		where: { id: subjectId },
		data: { state: "REPLIED", reply: "说明", repliedAt: new Date() },
	});
	expect(await findReadableFile(lead, id)).not.toBeNull();
	expect(await upload(company, "EXIT_REPLY", subjectId)).toMatchObject({ reason: "FILES_LOCKED" });
	expect(await upload(lead, "EXIT_REPLY", subjectId)).toMatchObject({ reason: "FILES_LOCKED" });
});

test("probation: seen as it comes, and kept when taken back; a re-verification: read once submitted", async () => {
	await db().probation.create({
		data: { id: "prb_1", ...owned(), reason: "连续两次排名靠后", plan: [], deadline: day, openedAt: now },
	});
	const progress = await add(company, "PROBATION", "prb_1");
	expect(await findReadableFile(reviewer, progress)).not.toBeNull();
	expect(await removeFile(company, progress)).toEqual({ ok: true, isKept: true });
	expect(await findReadableFile(company, progress)).toBeNull();
	expect(await findReadableFile(reviewer, progress)).not.toBeNull();

	await db().verification.create({ data: { id: "ver_1", ...owned(), dueOn: day, openedAt: now } });
	const proof = await add(company, "VERIFICATION", "ver_1");
	expect(await findReadableFile(reviewer, proof)).toBeNull();
	await db().verification.update({
		where: { id: "ver_1" },
		data: { state: "SUBMITTED", submittedAt: new Date() },
	});
	expect(await findReadableFile(reviewer, proof)).not.toBeNull();
	expect(await upload(company, "VERIFICATION", "ver_1")).toMatchObject({ reason: "FILES_LOCKED" });
});
