import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { GET as getBatch } from "@/app/api/v1/batches/[id]/route";
import { GET as getDocument } from "@/app/api/v1/openapi.json/route";
import { POST as postOrders } from "@/app/api/v1/orders/route";
import { POST as postShopDays } from "@/app/api/v1/shop-days/route";
import { GET as getTotals } from "@/app/api/v1/totals/route";
import { orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { maxBodyBytes } from "@/lib/domains/intake/constants";
import { revokeKey } from "@/lib/domains/intake/mutations/keys";
import { importAnswer, totalsAnswer } from "@/lib/domains/intake/schema/answers";
import { db } from "@/lib/platform/db/client";
import { newId } from "@/lib/platform/id/id";
import { createMember } from "@/tests/factories/identity";
import { createApiKey } from "@/tests/factories/intake";

type Headers = Record<string, string>;

function request(path: string, key: string | null, init: { body?: string; headers?: Headers } = {}): Request {
	return new Request(`http://localhost:3000${path}`, {
		method: init.body === undefined ? "GET" : "POST",
		body: init.body,
		headers: {
			host: "localhost:3000",
			...(init.body !== undefined && { "content-type": "application/x-ndjson" }),
			...(key && { authorization: `Bearer ${key}` }),
			...init.headers,
		},
	});
}

const sale = (eventId: string, more: object = {}) => ({
	event_id: eventId,
	line_no: 1,
	type: "sale",
	occurred_at: "2026-03-01 10:00:00",
	shop_id: "api-shop",
	product_id: "P1",
	product_name: "碧螺春",
	buyer_id: "B1",
	quantity: 1,
	amount: "10.05",
	...more,
});
const ndjson = (...records: object[]) => records.map((record) => JSON.stringify(record)).join("\n");
const orders = (key: string | null, body: string, headers?: Headers) =>
	postOrders(request("/api/v1/orders", key, { body, headers }));

const sampleFile = new URL("../../fixtures/orders-sample.csv", import.meta.url);
const expectedFile = new URL("../../fixtures/orders-sample.expected.json", import.meta.url);

/** Sends a file's lines as NDJSON, some at a time, as a sending system does. */
async function sendInBatches(key: string, lines: readonly object[], size: number) {
	const answers = [];
	for (let from = 0; from < lines.length; from += size) {
		const response = await orders(key, ndjson(...lines.slice(from, from + size)));
		expect(response.status).toBe(200);
		const answer = importAnswer.parse(await response.json());
		answers.push({
			...answer,
			results: answer.results.map((one) => ({ ...one, record: one.record + from })),
		});
	}
	return answers;
}

const totalsBy = async (key: string, by: string) =>
	totalsAnswer.parse(await (await getTotals(request(`/api/v1/totals?by=${by}`, key))).json());

test("real order lines sent by API in batches give exactly what another engine computed, and nothing the second time", async () => {
	const source = newId("src").replace("_", "-").slice(0, 30);
	const { key } = await createApiKey({ sourceCode: source });
	const lines: Record<string, string>[] = parse(readFileSync(sampleFile), { columns: true, bom: true });
	const { source: _, by_month, top_shops, ...totals } = JSON.parse(readFileSync(expectedFile, "utf8"));
	const sent = await sendInBatches(key, lines, 700);
	const results = sent.flatMap((answer) => answer.results);
	expect(results.map(({ record }) => record)).toEqual(lines.map((_line, index) => index + 1));
	for (const { record, field, value } of results) if (field) expect(lines[record - 1]?.[field]).toBe(value);
	expect(results.filter(({ result }) => result === "rejected")).toHaveLength(
		Object.values(totals.rejected as Record<string, number>).reduce((sum, count) => sum + count, 0),
	);
	const readAll = async () => ({
		total: (await totalsBy(key, "total")).total,
		months: (await totalsBy(key, "month")).months,
		shops: (await totalsBy(key, "shop")).shops?.slice(0, 20),
	});
	const expected = { total: totals, months: by_month, shops: top_shops };
	expect(await readAll()).toEqual(expected);

	const again = (await sendInBatches(key, lines, 1_100)).flatMap((answer) => answer.results);
	expect(new Set(again.map(({ result }) => result))).toEqual(new Set(["duplicate", "rejected"]));
	expect(await readAll()).toEqual(expected);
});

test("each record that is not taken is named with field, value, code and a sentence in the caller's language", async () => {
	const { key } = await createApiKey({ sourceCode: "hub-errors" });
	const body = ndjson(
		sale("E1"),
		sale("E2", { product_name: "两行\n品名", quantity: 0 }),
		sale("E3", { amount: "1.005" }),
		sale("E4", { type: "gift" }),
	);
	const response = await orders(key, body, { "accept-language": "zh-CN,zh;q=0.9" });
	expect(response.status).toBe(200);
	const answer = await response.json();
	expect(answer).toMatchObject({
		lines: 4,
		accepted: 1,
		rejected: 3,
		duplicate: 0,
		conflict: 0,
	});
	expect(
		answer.results.map(({ record, result, field, value, code }: Record<string, unknown>) => [
			record,
			result,
			field,
			value,
			code,
		]),
	).toEqual([
		[1, "accepted", undefined, undefined, undefined],
		[2, "rejected", "quantity", "0", "QUANTITY_NOT_POSITIVE"],
		[3, "rejected", "amount", "1.005", "AMOUNT_TOO_PRECISE"],
		[4, "rejected", "type", "gift", "TYPE_UNKNOWN"],
	]);
	expect(answer.results[1].message).toMatch(/[\u4e00-\u9fff]/);
	const again = await (
		await orders(key, ndjson(sale("E1"), sale("E1", { line_no: 2 }), sale("E1", { amount: 99 })))
	).json();
	expect(again).toMatchObject({ lines: 3, accepted: 1, duplicate: 1, conflict: 1 });
	expect(again.results).toEqual([
		{ record: 1, result: "duplicate", code: "DUPLICATE", message: expect.stringMatching(/^[ -~]+$/) },
		{ record: 2, result: "accepted" },
		{
			record: 3,
			result: "conflict",
			code: "CONFLICT",
			field: "amount",
			value: "99.00",
			message: expect.stringMatching(/^[ -~]+$/),
		},
	]);
	importAnswer.parse(again);
});

test("an answer names the problems alone where that is asked, and refuses a question it does not know", async () => {
	const { key } = await createApiKey({ sourceCode: "hub-problems" });
	const body = ndjson(sale("E1"), sale("E2", { amount: "0" }), sale("E1"));
	const send = (query: string) => postOrders(request(`/api/v1/orders${query}`, key, { body }));
	const answer = importAnswer.parse(await (await send("?results=problems")).json());
	expect(answer).toMatchObject({ lines: 3, accepted: 1, rejected: 1, duplicate: 1 });
	expect(answer.results.map(({ record, result }) => [record, result])).toEqual([
		[2, "rejected"],
		[3, "duplicate"],
	]);
	expect((await send("?results=none")).status).toBe(400);
	expect((await send("?limit=1")).status).toBe(400);
	expect(await db().importBatch.count({ where: { source: { code: "hub-problems" } } })).toBe(1);
});

test("an Idempotency-Key gives one effect and one answer; with another body it is refused", async () => {
	const { key } = await createApiKey({ sourceCode: "hub-once" });
	const send = (body: string) => orders(key, body, { "idempotency-key": "delivery-1" });
	const answers = await Promise.all(Array.from({ length: 5 }, () => send(ndjson(sale("ONCE")))));
	const statuses = answers.map((one) => one.status);
	expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
	expect(statuses).toContain(200);
	const first = await answers.find((one) => one.status === 200)?.json();
	expect(first).toMatchObject({ accepted: 1 });
	const replay = await send(ndjson(sale("ONCE")));
	expect(replay.headers.get("idempotency-replayed")).toBe("true");
	expect(await replay.json()).toEqual(first);
	expect(await db().importBatch.count({ where: { source: { code: "hub-once" } } })).toBe(1);
	const other = await send(ndjson(sale("OTHER")));
	expect(other.status).toBe(422);
	expect(await other.json()).toMatchObject({ code: "IDEMPOTENCY_KEY_REUSED" });
	// A key of somebody else may use the same words.
	const stranger = await createApiKey({ sourceCode: "hub-twice" });
	expect((await orders(stranger.key, ndjson(sale("ONCE")), { "idempotency-key": "delivery-1" })).status).toBe(
		200,
	);
});

test.each([
	["", "BODY_EMPTY", 400],
	['{"event_id": ', "BODY_NOT_JSON", 400],
	['{"event_id":"E1"}\n[1]', "RECORD_NOT_FLAT", 400],
	['{"event_id":{"a":1}}', "RECORD_NOT_FLAT", 400],
	['{"event_id":"E1","colour":"red"}', "FIELD_UNKNOWN", 400],
])("a body that cannot be read records nothing: %j", async (body, code, status) => {
	const { key } = await createApiKey({ sourceCode: "hub-bad" });
	const response = await orders(key, body);
	expect(response.status).toBe(status);
	expect(response.headers.get("content-type")).toBe("application/problem+json");
	expect(await response.json()).toMatchObject({ code, status });
	expect(await db().importBatch.count({ where: { source: { code: "hub-bad" } } })).toBe(0);
});

test("bytes that are no text, a foreign media type, an over-long body", async () => {
	const { key } = await createApiKey();
	const bytes = new Request("http://localhost:3000/api/v1/orders", {
		method: "POST",
		body: new Uint8Array([0xff, 0xfe, 0x00]),
		headers: {
			host: "localhost:3000",
			authorization: `Bearer ${key}`,
			"content-type": "application/json",
		},
	});
	expect(await (await postOrders(bytes)).json()).toMatchObject({ code: "BODY_NOT_JSON" });
	expect((await orders(key, "a,b", { "content-type": "text/csv" })).status).toBe(415);
	expect((await orders(key, " ".repeat(maxBodyBytes + 1))).status).toBe(413);
	expect((await orders(key, ndjson(sale("E")), { "idempotency-key": "ä" })).status).toBe(400);
});

test("a key opens what it may, until it expires or is revoked", async () => {
	const { key, id, scope } = await createApiKey({ sourceCode: "hub-scope", scopes: ["orders:write"] });
	expect((await orders(null, "{}")).status).toBe(401);
	expect((await orders("wmk_wrong", "{}")).status).toBe(401);
	expect((await getTotals(request("/api/v1/totals", key))).status).toBe(403);
	const shopDays = await postShopDays(request("/api/v1/shop-days", key, { body: "{}" }));
	expect(shopDays.status).toBe(403);
	expect((await orders(key, ndjson(sale("S1")))).status).toBe(200);
	const stored = await db().apiKey.findUniqueOrThrow({ where: { id } });
	expect(stored.lastUsedAt).not.toBeNull();
	expect(JSON.stringify(stored)).not.toContain(key.slice(stored.prefix.length));
	expect(await revokeKey(scope, id, new Date())).toEqual({ ok: true });
	expect(await revokeKey(scope, id, new Date())).toMatchObject({ ok: false, reason: "STALE_VERSION" });
	expect((await orders(key, ndjson(sale("S2")))).status).toBe(401);
	const monthAgo = new Date(Date.now() - 31 * 86_400_000);
	const expired = await createApiKey({ days: 30, now: monthAgo });
	expect((await orders(expired.key, ndjson(sale("S3")))).status).toBe(401);
	const { scope: lead } = await createMember({ role: "ops_lead" });
	await expect(revokeKey(lead, newId("key"), new Date())).rejects.toThrow("NOT_FOUND");
	const actions = await db().auditEntry.findMany({ where: { subjectId: id }, orderBy: { id: "asc" } });
	expect(actions.map((row) => row.action)).toEqual(["api-key.create", "api-key.revoke"]);
});

test("one source's batches and totals are nobody else's", async () => {
	const mine = await createApiKey({ sourceCode: "tenant-a" });
	const theirs = await createApiKey({ sourceCode: "tenant-b" });
	const { batchId } = await (await orders(mine.key, ndjson(sale("T1")))).json();
	await orders(theirs.key, ndjson(sale("T1", { amount: "3.00" })));
	const read = (key: string) =>
		getBatch(request(`/api/v1/batches/${batchId}`, key), { params: Promise.resolve({ id: batchId }) });
	expect(await (await read(mine.key)).json()).toMatchObject({
		batchId,
		state: "DONE",
		accepted: 1,
		source: "tenant-a",
	});
	expect((await read(theirs.key)).status).toBe(404);
	const { total } = await (await getTotals(request("/api/v1/totals", theirs.key))).json();
	expect(total.accepted.sale_amount).toBe("3.00");
	expect((await getTotals(request("/api/v1/totals?by=year", theirs.key))).status).toBe(400);
});

test("a source that sends shop-days takes no order lines", async () => {
	const { key } = await createApiKey({ sourceCode: "days-only" });
	const day = { day: "2026-03-01", shop_id: "api-shop", paid: "100.00", refunded: "0", sale_orders: 3 };
	const sent = await postShopDays(
		request("/api/v1/shop-days", key, {
			body: JSON.stringify([day]),
			headers: { "content-type": "application/json" },
		}),
	);
	expect(await sent.json()).toMatchObject({ accepted: 1 });
	const refused = await orders(key, ndjson(sale("E1")));
	expect(refused.status).toBe(422);
	expect(await refused.json()).toMatchObject({ code: "IMPORT_REFUSED", detail: "SOURCE_OTHER_GRAIN" });
});

test("the document names the fields the import reads", async () => {
	const document = await getDocument(request("/api/v1/openapi.json", null)).json();
	const body = document.paths["/api/v1/orders"].post.requestBody.content["application/x-ndjson"].schema;
	expect(Object.keys(body.properties).sort()).toEqual(
		[...orderLineColumns.required, ...orderLineColumns.optional].sort(),
	);
	expect(body.additionalProperties).toBe(false);
	expect(Object.keys(document.paths).sort()).toEqual([
		"/api/v1/batches/{id}",
		"/api/v1/claims",
		"/api/v1/claims/{number}",
		"/api/v1/claims/{number}/appeal",
		"/api/v1/complaints",
		"/api/v1/force-metrics",
		"/api/v1/live-sessions",
		"/api/v1/orders",
		"/api/v1/shop-days",
		"/api/v1/totals",
	]);
});
