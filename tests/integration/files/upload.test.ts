import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { GET } from "@/app/api/files/[id]/route";
import { POST } from "@/app/api/files/route";
import { applicationStates } from "@/lib/domains/admission/constants";
import { findSubmittedApplication } from "@/lib/domains/admission/data/applications";
import { listEvidence } from "@/lib/domains/admission/data/evidence";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { moveApplication } from "@/lib/domains/admission/mutations/move";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { isEditable } from "@/lib/domains/admission/rules/transitions";
import { actorOf } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { maxFileBytes } from "@/lib/platform/files/constants";
import { editableStates } from "@/lib/platform/files/gates/admission";
import { removeFile } from "@/lib/platform/files/mutations/remove-file";
import type { EvidenceFile } from "@/lib/platform/files/types";
import {
	createApplicant,
	createDraftApplication,
	createReviewer,
	readApplication,
} from "@/tests/factories/admission";
import { createMember } from "@/tests/factories/identity";
import { jpeg, pdf, png } from "./sample-files";
import { downloadRequest, openTemporaryStore, type Sent, signInAs, uploadRequest } from "./upload-helpers";

vi.mock("next/headers", async () => (await import("./upload-helpers")).headersOfTest);

const { folder, storedKeys } = openTemporaryStore();
type Applicant = Awaited<ReturnType<typeof createApplicant>>;
let applicant: Applicant;
let subject: string;

beforeEach(async () => {
	applicant = await createApplicant();
	subject = (await createDraftApplication(applicant)).applicationId;
	await signInAs(applicant);
});

async function post(sent: Omit<Sent, "subject"> & { subject?: string }) {
	const response = await POST(uploadRequest({ subject, ...sent }));
	const text = await response.text();
	const answer = (text ? JSON.parse(text) : {}) as {
		ok?: boolean;
		reason?: string;
		file: EvidenceFile;
		wasKnown?: boolean;
	};
	return { status: response.status, headers: response.headers, ...answer };
}

function countRows() {
	return db().storedFile.count({ where: { subjectId: subject } });
}

test("a file goes in and comes out the same, under a name nobody can misuse, for its company and the platform", async () => {
	const bytes = png();
	const sent = await post({ body: bytes, name: '../授权"书\r\nX: 1.png' });
	expect(sent).toMatchObject({ status: 200, ok: true, wasKnown: false });
	expect(sent.file).toMatchObject({
		name: '授权"书X: 1.png',
		mediaType: "image/png",
		sizeBytes: bytes.length,
		slot: "supply",
	});
	expect(JSON.stringify(sent.file)).not.toContain("storageKey");
	const row = await db().storedFile.findUniqueOrThrow({ where: { id: sent.file.id } });
	expect(row).toMatchObject({
		organisationId: applicant.organisationId,
		uploadedById: applicant.userId,
		sha256: createHash("sha256").update(bytes).digest("hex"),
	});
	const path = join(folder, "files", row.storageKey.slice(0, 2), row.storageKey);
	expect(statSync(path).mode & 0o777).toBe(0o600);
	const audit = await db().auditEntry.findMany({ where: { subjectId: row.id } });
	expect(audit.map((entry) => [entry.action, entry.organisationId])).toEqual([
		["file.upload", applicant.organisationId],
	]);

	const response = await GET(...downloadRequest(row.id));
	expect(Buffer.from(await response.arrayBuffer())).toEqual(bytes);
	expect(Object.fromEntries(response.headers)).toMatchObject({
		"content-type": "image/png",
		"content-disposition": `attachment; filename="____X: 1.png"; filename*=UTF-8''%E6%8E%88%E6%9D%83%22%E4%B9%A6X%3A%201.png`,
		"x-content-type-options": "nosniff",
		"cache-control": "private, no-store",
		"content-security-policy": expect.stringContaining("sandbox"),
	});
});

test("empty, renamed, cut off, foreign to the list: refused by name, and nothing stays", async () => {
	const before = storedKeys();
	const cases: [string, Omit<Sent, "subject">, number][] = [
		["FILE_EMPTY", { body: "" }, 422],
		["FILE_MISMATCH", { body: pdf() }, 422],
		["FILE_MISMATCH", { body: png(), name: "a.pdf" }, 422],
		["FILE_TRUNCATED", { body: png().subarray(0, -5) }, 422],
		["FILE_TRUNCATED", { body: jpeg().subarray(0, -2), name: "a.jpg" }, 422],
		["FILE_EXTENSION", { body: "<svg/>", name: "a.svg" }, 422],
		["FILE_EXTENSION", { body: png(), name: "a.png.html" }, 422],
		["INPUT_INVALID", { body: png(), slot: "../x" }, 400],
		["INPUT_INVALID", { body: png(), purpose: "OTHER" as never }, 400],
	];
	for (const [reason, sent, status] of cases)
		expect(await post(sent), reason).toMatchObject({ ok: false, reason, status });
	expect(storedKeys()).toEqual(before);
	expect(await countRows()).toBe(0);
	for (const sent of [
		{ body: jpeg(), name: "b.JPEG" },
		{ body: pdf(), name: "c.Pdf" },
	])
		expect(await post(sent)).toMatchObject({ ok: true });
});

function endless(first: Buffer) {
	let pulled = 0;
	let isCancelled = false;
	const stream = new ReadableStream<Uint8Array>({
		pull(controller) {
			controller.enqueue(pulled++ === 0 ? first : new Uint8Array(256 * 1024));
		},
		cancel() {
			isCancelled = true;
		},
	});
	return { stream, pulled: () => pulled, isCancelled: () => isCancelled };
}

test("10 MB is taken, a byte more is not; an endless body is cut off as soon as it is too much", async () => {
	expect(await post({ body: pdf(maxFileBytes), name: "full.pdf" })).toMatchObject({ ok: true });
	const before = storedKeys();
	const tooMuch = await post({ body: pdf(maxFileBytes + 1), name: "over.pdf" });
	expect(tooMuch).toMatchObject({ status: 413, reason: "FILE_TOO_LARGE" });
	const said = await post({ body: png(), headers: { "content-length": String(maxFileBytes + 1) } });
	expect(said).toMatchObject({ status: 413, reason: "FILE_TOO_LARGE" });

	const flood = endless(Buffer.from("%PDF-1.4\n"));
	expect(await post({ body: flood.stream, name: "flood.pdf" })).toMatchObject({ status: 413 });
	expect(flood.isCancelled()).toBe(true);
	expect(flood.pulled()).toBeLessThan(50);
	const wrong = endless(Buffer.from("MZ not a picture"));
	expect(await post({ body: wrong.stream })).toMatchObject({ reason: "FILE_MISMATCH" });
	expect(wrong.pulled()).toBeLessThan(5);
	expect(storedKeys()).toEqual(before);
});

test("a sender that goes away in the middle leaves nothing", async () => {
	const before = storedKeys();
	const broken = new ReadableStream<Uint8Array>({
		start: (controller) => controller.enqueue(png().subarray(0, 40)),
		pull: (controller) => controller.error(new Error("gone")),
	});
	expect(await post({ body: broken })).toMatchObject({ status: 400, reason: "UPLOAD_BROKEN" });
	expect(storedKeys()).toEqual(before);
	expect(await countRows()).toBe(0);
});

test("the same bytes in the same slot stand once: a retry after a lost answer adds nothing", async () => {
	const body = png();
	const first = await post({ body });
	const keys = storedKeys();
	expect(await post({ body })).toMatchObject({ ok: true, wasKnown: true, file: { id: first.file.id } });
	expect(storedKeys()).toEqual(keys);
	expect(await post({ body, slot: "traffic" })).toMatchObject({ ok: true, wasKnown: false });
});

test("ten files to a slot and forty to an application, however many arrive at once", async () => {
	const slot = await Promise.all(Array.from({ length: 16 }, () => post({ body: png() })));
	expect(slot.filter((answer) => answer.ok)).toHaveLength(10);
	expect(slot.filter((answer) => answer.reason === "FILES_SLOT_FULL")).toHaveLength(6);
	for (const name of ["traffic", "livestream"])
		await Promise.all(Array.from({ length: 10 }, () => post({ body: png(), slot: name })));
	const rest = await Promise.all(
		Array.from({ length: 14 }, (_, index) =>
			post({ body: png(), slot: index % 2 ? "incubation" : "fulfilment" }),
		),
	);
	expect(rest.filter((answer) => answer.reason === "FILES_SUBJECT_FULL")).toHaveLength(4);
	expect(await countRows()).toBe(40);
	expect(storedKeys().filter((name) => name.endsWith(".part"))).toEqual([]);
	const full = slot.find((answer) => answer.ok);
	const swap = await post({ body: png(), replaces: full?.file.id });
	expect(swap).toMatchObject({ ok: true });
	expect(await db().storedFile.findUnique({ where: { id: full?.file.id } })).toBeNull();
	expect(await countRows()).toBe(40);
});

test("another company's application and files do not exist: upload, replace, download, remove", async () => {
	const own = await post({ body: png() });
	const stranger = await createApplicant();
	const strangersOwn = (await createDraftApplication(stranger)).applicationId;
	const brand = await createMember({ role: "brand_manager" });
	const reviewer = await createReviewer();
	const before = storedKeys();
	for (const scope of [stranger, brand.scope, reviewer]) {
		await signInAs(scope);
		expect(await post({ body: png() })).toMatchObject({ status: 404, reason: "NOT_FOUND" });
		expect((await GET(...downloadRequest(own.file.id))).status).toBe(404);
		await expect(removeFile(scope, own.file.id)).rejects.toThrow("NOT_FOUND");
	}
	await signInAs(stranger);
	const swap = await post({ subject: strangersOwn, body: png(), replaces: own.file.id });
	expect(swap).toMatchObject({ status: 404 });
	expect((await GET(...downloadRequest("fil_nobody"))).status).toBe(404);
	expect(storedKeys()).toEqual(before);
	expect(await countRows()).toBe(1);

	await signInAs(applicant);
	expect((await GET(...downloadRequest(own.file.id))).status).toBe(200);
});

test("signed out, from another site, for another host", async () => {
	const own = await post({ body: png() });
	expect(await post({ body: png(), headers: { origin: "https://evil.example" } })).toMatchObject({
		status: 403,
	});
	expect(await post({ body: png(), headers: { origin: "null" } })).toMatchObject({ status: 403 });
	expect(await post({ body: png(), headers: { host: "evil.example" } })).toMatchObject({ status: 421 });
	await signInAs(null);
	const refused = await post({ body: png() });
	expect(refused).toMatchObject({ status: 401, reason: "SIGNED_OUT" });
	expect(refused.headers.get("x-content-type-options")).toBe("nosniff");
	expect((await GET(...downloadRequest(own.file.id))).status).toBe(401);
	expect(await countRows()).toBe(1);
});

test("what nobody saw is deleted; what a reviewer saw is kept for the platform only", async () => {
	expect(editableStates).toEqual(applicationStates.filter(isEditable));
	const unseen = await post({ body: png() });
	const keys = storedKeys();
	expect(await removeFile(applicant, unseen.file.id)).toEqual({ ok: true, isKept: false });
	expect(storedKeys()).toHaveLength(keys.length - 1);
	expect(await countRows()).toBe(0);
	await expect(removeFile(applicant, unseen.file.id)).rejects.toThrow("NOT_FOUND");

	const seen = await post({ body: png() });
	const reviewer = await createReviewer();
	const now = new Date();
	const { version } = await readApplication(subject);
	const submitted = await submitApplication(applicant, { applicationId: subject, version, now });
	if (!submitted.ok) throw new Error(submitted.reason);
	const claimed = await claimApplication(reviewer, { applicationId: subject, version: submitted.version });
	if (!claimed.ok) throw new Error(claimed.reason);
	await db().$transaction(async (tx) => {
		const application = await findSubmittedApplication(reviewer, subject, tx);
		if (!application) throw new Error("submitted");
		await moveApplication(tx, application, {
			event: "request_changes",
			side: "reviewer",
			actor: actorOf(reviewer),
		});
	});
	const later = await post({ body: png() });
	expect(await removeFile(applicant, later.file.id)).toEqual({ ok: true, isKept: false });
	expect(await removeFile(applicant, seen.file.id)).toEqual({ ok: true, isKept: true });
	expect((await GET(...downloadRequest(seen.file.id))).status).toBe(404);
	await signInAs(reviewer);
	expect((await GET(...downloadRequest(seen.file.id))).status).toBe(200);
	const audit = await db().auditEntry.findMany({ where: { action: "file.remove" }, orderBy: { id: "asc" } });
	expect(audit.slice(-3).map((entry) => entry.after)).toEqual([
		{ isKept: false },
		{ isKept: false },
		{ isKept: true },
	]);
});

test("a submitted application takes no files and gives none up; the platform reads them", async () => {
	const company = await createApplicant();
	const reviewer = await createReviewer();
	const draft = await createDraftApplication(company);
	await signInAs(company);
	const { file } = await post({ subject: draft.applicationId, body: png() });
	expect(await submitApplication(company, { ...draft, now: new Date() })).toMatchObject({ ok: true });
	const refused = await post({ subject: draft.applicationId, body: png() });
	expect(refused).toMatchObject({ status: 409, reason: "FILES_LOCKED" });
	expect(await removeFile(company, file.id)).toMatchObject({ ok: false, reason: "FILES_LOCKED" });
	expect(await listEvidence(reviewer, draft.applicationId)).toEqual([
		{ ...file, createdAt: new Date(file.createdAt) },
	]);
	await signInAs(reviewer);
	expect((await GET(...downloadRequest(file.id))).status).toBe(200);
	expect(await post({ subject: draft.applicationId, body: png() })).toMatchObject({ reason: "FILES_LOCKED" });
});
