import { createReadStream, readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { listUploads } from "@/lib/domains/intake/data/uploads";
import { jobs } from "@/lib/domains/intake/jobs";
import { cancelUpload } from "@/lib/domains/intake/mutations/cancel-upload";
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { receiveUpload } from "@/lib/domains/intake/mutations/receive-upload";
import { db } from "@/lib/platform/db/client";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { newId } from "@/lib/platform/id/id";
import { installJobs } from "@/lib/platform/jobs/install";
import { closeJobQueue } from "@/lib/platform/jobs/queue";
import { startJobWorkers } from "@/lib/platform/jobs/worker";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { createMember } from "@/tests/factories/identity";

const sample = new URL("../../fixtures/orders-sample.csv", import.meta.url);
const never = new AbortController().signal;
let lead: PlatformScope;

beforeAll(async () => {
	await installJobs(jobs);
	lead = (await createMember({ role: "ops_lead" })).scope;
});
afterAll(closeJobQueue);

const receive = (
	source: string,
	bytes: AsyncIterable<Uint8Array> = createReadStream(sample),
	limit?: number,
) => receiveUpload(lead, { name: "订单.csv", source, grain: "ORDER_LINE", mapping: "" }, bytes, limit);

async function receivedId(source: string, bytes?: AsyncIterable<Uint8Array>): Promise<string> {
	const received = await receive(source, bytes);
	if (!received.ok) throw new Error(received.reason);
	return received.id;
}

const find = (id: string) => db().importUpload.findUniqueOrThrow({ where: { id } });
const stored = async (id: string) => (await openFileStore().open((await find(id)).storageKey)) !== null;
async function* pieces(...parts: (string | Error)[]) {
	for (const part of parts) {
		if (part instanceof Error) throw part;
		yield Buffer.from(part);
	}
}

test("a file is stored, queued and imported by a worker; a second file of the same lines adds nothing", async () => {
	const first = await receivedId("upload-a");
	expect(await find(first)).toMatchObject({
		state: "QUEUED",
		sizeBytes: BigInt(readFileSync(sample).length),
	});
	expect(await stored(first)).toBe(true);
	const second = await receivedId("upload-a");
	const worker = startJobWorkers(jobs);
	try {
		await vi.waitFor(async () => expect((await find(second)).state).toBe("DONE"), {
			timeout: 60_000,
			interval: 300,
		});
	} finally {
		await worker.stop();
	}
	const rows = await listUploads(lead, new Date());
	const [again, done] = [second, first].map((id) => rows.find((row) => row.id === id));
	expect(done).toMatchObject({ state: "DONE", phase: "done", lines: 3209, failure: null });
	const batches = await db().importBatch.findMany({
		where: { id: { in: [done?.batchId ?? "", again?.batchId ?? ""] } },
		orderBy: { startedAt: "asc" },
	});
	expect(batches.map(({ accepted, duplicate }) => [accepted, duplicate])).toEqual([
		[3190, 0],
		[0, 3190],
	]);
	expect(await stored(first)).toBe(false);
}, 90_000);

test("a file that cannot be imported says why, and its job ends", async () => {
	const id = await receivedId("upload-b", pieces("\0\0\0,PK\n1,2\n"));
	await importUpload(id, never);
	const row = await find(id);
	expect(row).toMatchObject({ state: "FAILED" });
	expect(row.failure).toContain("FILE_NOT_TEXT");
	expect(await stored(id)).toBe(false);
});

test("an upload that breaks off, is empty or too large leaves nothing", async () => {
	await expect(receive("upload-c", pieces("event_id", new Error("the line is cut")))).rejects.toThrow("cut");
	expect(await receive("upload-c", pieces())).toMatchObject({ ok: false, reason: "FILE_EMPTY" });
	expect(await receive("upload-c", pieces("12345", "6"), 5)).toMatchObject({
		ok: false,
		reason: "FILE_TOO_LARGE",
	});
	expect(await receive("upload-c", pieces("12345"), 5)).toMatchObject({ ok: true });
	expect(await db().importUpload.count({ where: { sourceCode: "upload-c" } })).toBe(1);
});

test("cancelled while it waits it is never imported; once done it can no longer be cancelled", async () => {
	const id = await receivedId("upload-d");
	const { storageKey } = await find(id);
	expect(await cancelUpload(lead, id, new Date())).toEqual({ ok: true });
	expect(await openFileStore().open(storageKey)).toBeNull();
	await importUpload(id, never);
	expect(await find(id)).toMatchObject({ state: "CANCELLED", batchId: null });
	expect(await db().importBatch.count({ where: { source: { code: "upload-d" } } })).toBe(0);
	const other = await receivedId("upload-d");
	await importUpload(other, never);
	expect(await cancelUpload(lead, other, new Date())).toMatchObject({ ok: false, reason: "UPLOAD_FINISHED" });
	await expect(cancelUpload(lead, newId("upl"), new Date())).rejects.toThrow("NOT_FOUND");
});

test("cancelled while it runs, an import is whole or absent", async () => {
	const text = readFileSync(sample, "utf8");
	const id = await receivedId("upload-e", pieces(text));
	const running = importUpload(id, never);
	await vi.waitFor(async () => expect((await find(id)).state).not.toBe("QUEUED"));
	await cancelUpload(lead, id, new Date());
	await running;
	const { state } = await find(id);
	const batches = await db().importBatch.findMany({ where: { source: { code: "upload-e" } } });
	const accepted = batches.reduce((sum, batch) => sum + batch.accepted, 0);
	expect([0, 3190]).toContain(accepted);
	if (accepted === 0) expect(state).toBe("CANCELLED");
});

test("a process that stops lets the next one do it", async () => {
	const id = await receivedId("upload-f");
	const stopping = new AbortController();
	const running = importUpload(id, stopping.signal);
	stopping.abort();
	await running.catch((error: Error) => expect(error.message).toMatch(/STREAM_BROKEN|INTERRUPTED/));
	await importUpload(id, never);
	expect(await find(id)).toMatchObject({ state: "DONE", lines: 3209 });
	const batches = await db().importBatch.findMany({ where: { source: { code: "upload-f" }, state: "DONE" } });
	expect(batches.reduce((sum, batch) => sum + batch.accepted, 0)).toBe(3190);
});
