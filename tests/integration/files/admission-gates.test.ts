import { Readable } from "node:stream";
import { expect, test } from "vitest";
import { fileAppeal } from "@/lib/domains/admission/mutations/file-appeal";
import { reportDeposit } from "@/lib/domains/admission/mutations/report-deposit";
import { findReadableFile, listFiles } from "@/lib/platform/files/data";
import { removeFile } from "@/lib/platform/files/mutations/remove-file";
import { uploadFile } from "@/lib/platform/files/mutations/upload-file";
import type { FilePurpose } from "@/lib/platform/files/types";
import type { Scope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createDecidedApplication,
	createReviewer,
	now,
	payment,
} from "@/tests/factories/admission";
import { png } from "./sample-files";

const upload = (scope: Scope, purpose: FilePurpose, subjectId: string) =>
	uploadFile(scope, { purpose, subjectId, slot: "", name: "a.png", source: Readable.from([png()]) });

async function add(scope: Scope, purpose: FilePurpose, subjectId: string): Promise<string> {
	const outcome = await upload(scope, purpose, subjectId);
	if (!outcome.ok) throw new Error(outcome.reason);
	return outcome.file.id;
}

test("an appeal's evidence: the company's own while it writes, the platform's to read and nobody's to change once filed", async () => {
	const [company, stranger, reviewer] = [
		await createApplicant(),
		await createApplicant(),
		await createReviewer(),
	];
	const { applicationId } = await createDecidedApplication(company, reviewer, {
		reject: ["EVIDENCE_INSUFFICIENT"],
	});
	for (const scope of [stranger, reviewer])
		await expect(upload(scope, "APPEAL", applicationId)).rejects.toThrow("NOT_FOUND");
	const id = await add(company, "APPEAL", applicationId);
	const dropped = await add(company, "APPEAL", applicationId);
	expect(await removeFile(company, dropped)).toEqual({ ok: true, isKept: false });
	for (const scope of [stranger, reviewer]) expect(await findReadableFile(scope, id)).toBeNull();

	const filed = await fileAppeal(company, { applicationId, grounds: "三份授权书已在附件中。", now });
	if (!filed.ok) throw new Error(filed.reason);
	const subject = { purpose: "APPEAL", subjectId: filed.appealId } as const;
	for (const scope of [company, reviewer])
		expect((await listFiles(scope, subject)).map((file) => file.id)).toEqual([id]);
	expect(await listFiles(stranger, subject)).toEqual([]);
	expect(await findReadableFile(stranger, id)).toBeNull();
	for (const subjectId of [applicationId, filed.appealId])
		expect(await upload(company, "APPEAL", subjectId)).toMatchObject({ ok: false, reason: "FILES_LOCKED" });
	expect(await removeFile(company, id)).toMatchObject({ ok: false, reason: "FILES_LOCKED" });
	await expect(removeFile(stranger, id)).rejects.toThrow("NOT_FOUND");
});

test("proof of a deposit: after the approval, read by the platform once the payment is reported", async () => {
	const [company, stranger, reviewer] = [
		await createApplicant(),
		await createApplicant(),
		await createReviewer(),
	];
	const { applicationId } = await createDecidedApplication(company, reviewer);
	for (const scope of [stranger, reviewer])
		await expect(upload(scope, "DEPOSIT", applicationId)).rejects.toThrow("NOT_FOUND");
	expect(await upload(company, "APPLICATION", applicationId)).toMatchObject({ reason: "FILES_LOCKED" });
	const id = await add(company, "DEPOSIT", applicationId);
	expect(await findReadableFile(reviewer, id)).toBeNull();
	const reported = await reportDeposit(company, {
		applicationId,
		version: null,
		...payment,
		now: new Date(),
	});
	expect(reported).toMatchObject({ ok: true });
	expect(await findReadableFile(reviewer, id)).not.toBeNull();
	expect(await findReadableFile(stranger, id)).toBeNull();
	expect(await removeFile(company, id)).toEqual({ ok: true, isKept: true });
	expect(await findReadableFile(reviewer, id)).not.toBeNull();
});
