import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { POST as postForceMetrics } from "@/app/api/v1/force-metrics/route";
import { listForceMonths, readForceFacts } from "@/lib/domains/forces/data";
import { findOwnPartnerId } from "@/lib/domains/gmv/data/bindings";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { forceMonthRecord } from "@/lib/domains/intake/schema/records";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { forceFile, forceRecord, importForceRecords } from "@/tests/factories/force-months";
import { readRejections } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { createApiKey } from "@/tests/factories/intake";
import { createPartner } from "@/tests/factories/tiers";

const range = { from: "2026-01-01", to: "2027-01-01" };

beforeEach(async () => {
	await pool().query("TRUNCATE force_months");
	await emptyGmv();
});

async function readFacts(): Promise<Awaited<ReturnType<typeof readForceFacts>>> {
	const client = await pool().connect();
	try {
		const { rows } = await client.query<{ id: string }>("SELECT id FROM partners");
		return await readForceFacts(
			client,
			range,
			rows.map(({ id }) => id),
		);
	} finally {
		client.release();
	}
}

test("months of partners named by USCC and by id are recorded to the fen, once, with an audit entry", async () => {
	const [one, other] = [await createPartner(), await createPartner()];
	const records = [
		forceRecord(one.uscc.toLowerCase(), "2026-02", { traffic_spend: "320.05", content_views: 5_000_000_000 }),
		forceRecord(one.id, "2026-03", { paid_orders: 10, disputes: 10 }),
		forceRecord(other.id, "2026-03", { live_minutes: 61 }),
		// The same month of the same partner under its other name.
		forceRecord(one.id, "2026-02", { traffic_spend: "320.05", content_views: 5_000_000_000 }),
	];
	const first = await importForceRecords(records);
	if (!first.ok) return expect.fail(first.reason);
	expect(first).toMatchObject({ lines: 4, accepted: 3, duplicate: 1, conflict: 0, rejected: 0 });
	const facts = await readFacts();
	expect(facts.get(one.id)).toMatchObject([
		{ month: "2026-02", trafficSpendFen: 32_005n, contentViews: 5_000_000_000n },
		{ month: "2026-03", disputes: 10 },
	]);
	expect(facts.get(other.id)).toMatchObject([{ month: "2026-03", liveMinutes: 61 }]);
	const entries = await db().auditEntry.findMany({ where: { subjectId: first.batchId } });
	expect(entries.map(({ action }) => action)).toEqual(["import.complete"]);

	expect(await importForceRecords(records)).toMatchObject({ ok: true, accepted: 0, duplicate: 4 });
	// Whoever sends it: a partner has one month of a revision.
	expect(await importForceRecords(records, "other-metrics")).toMatchObject({ accepted: 0, duplicate: 4 });
});

test("a correction is a further revision: it counts, what was there stays, and neither ever changes", async () => {
	const { id } = await createPartner();
	const month = (values: Record<string, string | number>) =>
		forceRecord(id, "2026-03", { orders_due: 100, ...values });
	await importForceRecords([month({ orders_shipped_on_time: 90 })]);
	const conflict = await importForceRecords([month({ orders_shipped_on_time: 95 })]);
	if (!conflict.ok) return expect.fail(conflict.reason);
	expect(conflict).toMatchObject({ accepted: 0, conflict: 1 });
	expect(await readRejections(conflict.batchId)).toMatchObject([
		{ column: "orders_shipped_on_time", value: "95", code: "CONFLICT" },
	]);
	expect((await readFacts()).get(id)).toMatchObject([{ ordersShippedOnTime: 90 }]);

	const corrected = await importForceRecords([month({ orders_shipped_on_time: 95, revision: 2 })], "by-hand");
	if (!corrected.ok) return expect.fail(corrected.reason);
	expect((await readFacts()).get(id)).toMatchObject([{ month: "2026-03", ordersShippedOnTime: 95 }]);
	const revisions = await listForceMonths(id, range);
	expect(revisions).toMatchObject([
		{ revision: 2, ordersShippedOnTime: 95, batchId: corrected.batchId, sourceCode: "by-hand" },
		{ revision: 1, ordersShippedOnTime: 90, sourceCode: "test-metrics" },
	]);
	const [after, before] = revisions;
	expect(Number(after?.knownAt)).toBeGreaterThan(Number(before?.knownAt));
	// The first file again changes nothing.
	expect(await importForceRecords([month({ orders_shipped_on_time: 90 })])).toMatchObject({ duplicate: 1 });
	expect((await readFacts()).get(id)).toMatchObject([{ ordersShippedOnTime: 95 }]);
	for (const statement of ["UPDATE force_months SET disputes = 0", "DELETE FROM force_months"])
		await expect(pool().query(statement)).rejects.toThrow(/its rows never change/);
});

test("a line that cannot be taken is named with row, column and reason; the others are taken", async () => {
	const { id } = await createPartner();
	const outcome = await importForceRecords([
		forceRecord(id, "2026-03"),
		forceRecord("91350900587527783P", "2026-03"),
		forceRecord(id, "2099-01"),
		forceRecord(id, "2026-04", { signed_streamers: 3, qualified_streamers: 4 }),
		forceRecord(id, "2026-05", { live_gmv: "1.005" }),
	]);
	if (!outcome.ok) return expect.fail(outcome.reason);
	expect(outcome).toMatchObject({ lines: 5, accepted: 1, rejected: 4 });
	expect(await readRejections(outcome.batchId)).toEqual([
		{ line: 3, column: "partner_id", value: "91350900587527783P", code: "PARTNER_UNKNOWN" },
		{ line: 4, column: "month", value: "2099-01", code: "MONTH_NOT_ENDED" },
		{ line: 5, column: "qualified_streamers", value: "4", code: "STREAMERS_EXCEED_SIGNED" },
		{ line: 6, column: "live_gmv", value: "1.005", code: "AMOUNT_TOO_PRECISE" },
	]);
});

test("a dry run says whose months and how many corrections there would be, and writes nothing", async () => {
	const { id } = await createPartner();
	await importForceRecords([forceRecord(id, "2026-03")]);
	const records = [
		forceRecord(id, "2026-03", { c2m_orders: 5, revision: 2 }),
		forceRecord(id, "2026-04"),
		forceRecord("nobody", "2026-04"),
	];
	const outcome = await rehearseFile({
		grain: "FORCE_MONTH",
		stream: Readable.from([Buffer.from(forceFile(records))]),
		sourceCode: "test-metrics",
		fileName: "metrics.csv",
		actor: systemActor("test"),
	});
	expect(outcome).toMatchObject({
		ok: true,
		accepted: 2,
		rejected: 1,
		metrics: { partners: 1, fromMonth: "2026-03", toMonth: "2026-04", corrections: 1 },
	});
	expect(await listForceMonths(id, range)).toHaveLength(1);
});

test("two sources that send the same month at once: one is taken, the other told apart", async () => {
	const { id } = await createPartner();
	const send = (disputes: number, source: string) =>
		importForceRecords([forceRecord(id, "2026-03", { paid_orders: 9, disputes })], source);
	const outcomes = await Promise.all([send(1, "left"), send(2, "right"), send(1, "middle")]);
	const sum = (name: "accepted" | "duplicate" | "conflict") =>
		outcomes.reduce((total, outcome) => total + (outcome.ok ? outcome[name] : Number.NaN), 0);
	expect(sum("accepted")).toBe(1);
	expect(sum("duplicate") + sum("conflict")).toBe(2);
	expect(await listForceMonths(id, range)).toHaveLength(1);
});

test("a partner is shown its own months and nobody else's", async () => {
	const own = await createMember({ role: "partner_owner" });
	const mine = await createPartner({ organisationId: own.scope.organisationId });
	const theirs = await createPartner();
	await importForceRecords([
		forceRecord(mine.id, "2026-03", { disputes: 0 }),
		forceRecord(theirs.id, "2026-03", { live_minutes: 77 }),
	]);
	const partnerId = await findOwnPartnerId(own.scope);
	expect(partnerId).toBe(mine.id);
	expect(await listForceMonths(partnerId ?? "", range)).toMatchObject([{ month: "2026-03", liveMinutes: 0 }]);
	const stranger = await createMember({ role: "partner_owner" });
	expect(await findOwnPartnerId(stranger.scope)).toBeNull();
});

test("records sent by API are answered one by one, and only to a key that may send them", async () => {
	const { uscc, id } = await createPartner();
	const send = (key: string, records: readonly object[]) =>
		postForceMetrics(
			new Request("http://localhost:3000/api/v1/force-metrics", {
				method: "POST",
				body: JSON.stringify(records),
				headers: {
					host: "localhost:3000",
					"content-type": "application/json",
					authorization: `Bearer ${key}`,
					"idempotency-key": "metrics-1",
				},
			}),
		);
	const records = [
		forceRecord(uscc, "2026-03", { paid_orders: 8, revision: 1 }),
		forceRecord(uscc, "2026-04", { paid_orders: 8, disputes: 9 }),
		forceRecord("nobody", "2026-04"),
	];
	expect(forceMonthRecord.safeParse(records[0]).success).toBe(true);
	const { key } = await createApiKey({ sourceCode: "hub-metrics", scopes: ["force-metrics:write"] });
	const response = await send(key, records);
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({
		lines: 3,
		accepted: 1,
		rejected: 2,
		results: [
			{ record: 1, result: "accepted" },
			{ record: 2, result: "rejected", field: "disputes", value: "9", code: "DISPUTES_EXCEED_ORDERS" },
			{
				record: 3,
				result: "rejected",
				field: "partner_id",
				code: "PARTNER_UNKNOWN",
				message: expect.any(String),
			},
		],
	});
	const replayed = await send(key, records);
	expect(replayed.headers.get("idempotency-replayed")).toBe("true");
	expect(await listForceMonths(id, range)).toHaveLength(1);
	const orders = await createApiKey({ sourceCode: "hub-orders", scopes: ["orders:write"] });
	expect((await send(orders.key, records)).status).toBe(403);
});
