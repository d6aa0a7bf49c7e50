import { createHash } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Readable } from "node:stream";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { newStorageKey } from "@/lib/platform/files/store/open-store";
import { createS3Store } from "@/lib/platform/files/store/s3-store";
import type { FileStore } from "@/lib/platform/files/store/types";

const objects = new Map<string, Buffer>();
let asked: { method: string; path: string; headers: Record<string, unknown> }[] = [];
let failures = 0;
let store: FileStore;

/** As much of S3 as the store uses: it wants a signature and a true hash, keeps bytes, and may stumble. */
const server = createServer(async (request, response) => {
	const chunks: Buffer[] = [];
	for await (const chunk of request) chunks.push(chunk as Buffer);
	const body = Buffer.concat(chunks);
	const path = request.url ?? "";
	asked.push({ method: request.method ?? "", path, headers: request.headers });
	const answer = (status: number, bytes?: Buffer) => response.writeHead(status).end(bytes);
	const signed =
		/^AWS4-HMAC-SHA256 Credential=key\/\d{8}\/eu-test-1\/s3\/aws4_request, SignedHeaders=[^,]*x-amz-content-sha256[^,]*, Signature=[0-9a-f]{64}$/;
	if (!signed.test(request.headers.authorization ?? "")) return answer(403);
	if (failures > 0) {
		failures--;
		return answer(503);
	}
	if (request.headers["x-amz-content-sha256"] !== createHash("sha256").update(body).digest("hex"))
		return answer(400);
	if (request.method === "PUT") {
		objects.set(path, body);
		return answer(200);
	}
	if (request.method === "DELETE") {
		objects.delete(path);
		return answer(204);
	}
	const found = objects.get(path);
	return found ? answer(200, found) : answer(404);
});

beforeAll(async () => {
	await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
	const { port } = server.address() as AddressInfo;
	const keys = { accessKeyId: "key", secretAccessKey: "secret" };
	store = createS3Store({
		endpoint: `http://127.0.0.1:${port}`,
		bucket: "evidence",
		region: "eu-test-1",
		...keys,
	});
});
beforeEach(() => {
	objects.clear();
	asked = [];
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

async function read(key: string): Promise<Buffer | null> {
	const stream = await store.open(key);
	return stream && Buffer.from(await new Response(stream).arrayBuffer());
}

test("bytes go to the bucket signed and with their length, come back the same, and are removed", async () => {
	const key = newStorageKey();
	const bytes = Buffer.alloc(300_000, "证");
	await store.put(key, Readable.from([bytes.subarray(0, 1_000), bytes.subarray(1_000)]));
	expect(asked).toMatchObject([
		{ method: "PUT", path: `/evidence/${key}`, headers: { "content-length": "300000" } },
	]);
	expect(await read(key)).toEqual(bytes);
	await store.remove(key);
	expect(await read(key)).toBeNull();
	await store.remove(key);
});

test("a source that fails is never sent", async () => {
	async function* broken() {
		yield Buffer.from("half");
		throw new Error("cut off");
	}
	await expect(store.put(newStorageKey(), broken())).rejects.toThrow("cut off");
	expect(asked).toEqual([]);
});

test("a store that stumbles is asked again; one that stays down is an error, and so is a key that is none", async () => {
	const key = newStorageKey();
	failures = 2;
	await store.put(key, Readable.from([Buffer.from("x")]));
	expect(objects.size).toBe(1);
	failures = 99;
	await expect(store.open(key)).rejects.toThrow("503");
	failures = 0;
	for (const key of ["../secret", "a/b", ""])
		await expect(store.open(key)).rejects.toThrow("STORAGE_KEY_INVALID");
});
