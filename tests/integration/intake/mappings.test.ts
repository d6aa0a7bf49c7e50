import { buffer } from "node:stream/consumers";
import type { ReadableStream as WebStream } from "node:stream/web";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { findBatch } from "@/lib/domains/gmv/data/batches";
import { findMappingByName, listMappings, listMappingsAsOperator } from "@/lib/domains/intake/data/mappings";
import { findRehearsal, findRehearsalErrors } from "@/lib/domains/intake/data/rehearsals";
import { findMappableUpload } from "@/lib/domains/intake/data/uploads";
import { jobs } from "@/lib/domains/intake/jobs";
import { cancelUpload, discardUnmapped } from "@/lib/domains/intake/mutations/cancel-upload";
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { holdUpload, importMapped } from "@/lib/domains/intake/mutations/map-upload";
import { archiveMapping, createMapping, updateMapping } from "@/lib/domains/intake/mutations/mappings";
import { receiveUpload } from "@/lib/domains/intake/mutations/receive-upload";
import { cancelRehearsal, startRehearsal } from "@/lib/domains/intake/mutations/rehearsals";
import { rehearseUpload } from "@/lib/domains/intake/mutations/rehearse-upload";
import { createMappingSchema } from "@/lib/domains/intake/schema/mappings";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { openFileStore } from "@/lib/platform/files/store/open-store";
import { newId } from "@/lib/platform/id/id";
import { installJobs } from "@/lib/platform/jobs/install";
import { closeJobQueue } from "@/lib/platform/jobs/queue";
import { startJobWorkers } from "@/lib/platform/jobs/worker";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	importText,
	orderFile,
	orderLine,
	readPlatformTotal,
	readRejections,
	sampleExpected,
} from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { foreignMapping, foreignSample } from "@/tests/factories/mapping";

const never = new AbortController().signal;
const now = new Date("2026-11-22T08:00:00Z");
let lead: PlatformScope;

beforeAll(async () => {
	await installJobs(jobs);
	lead = (await createMember({ role: "ops_lead" })).scope;
});
beforeEach(emptyGmv);
afterAll(closeJobQueue);

async function* pieces(...parts: (string | Buffer)[]) {
	for (const part of parts) yield Buffer.from(part);
}

async function receive(content: string | Buffer, mapping = "", source = "ledger") {
	const received = await receiveUpload(
		lead,
		{ name: "台账.csv", source, grain: "ORDER_LINE", mapping },
		pieces(content),
	);
	if (!received.ok) throw new Error(received.reason);
	return received.id;
}

async function save(name: string, mapping = foreignMapping()) {
	const saved = await createMapping(lead, { name, mapping }, now);
	if (!saved.ok) throw new Error(saved.reason);
	return saved;
}

async function rehearse(uploadId: string, mapping = foreignMapping()) {
	const started = await startRehearsal(lead, { uploadId, mapping }, now);
	if (!started.ok) throw new Error(started.reason);
	await rehearseUpload(started.id, never);
	const found = await findRehearsal(lead, uploadId, now);
	if (!found) throw new Error("no dry run");
	return found;
}

const find = (id: string) => db().importUpload.findUniqueOrThrow({ where: { id } });
const fen = (amount: string) => BigInt(amount.replace(".", ""));
const count = async (table: string) =>
	Number((await pool().query<{ n: string }>(`SELECT count(*) AS n FROM ${table}`)).rows[0]?.n);
const audits = async (subjectId: string) =>
	(await db().auditEntry.findMany({ where: { subjectId }, orderBy: { id: "asc" } })).map(
		({ action }) => action,
	);

const goodLines = Number(sampleExpected.accepted.sale_lines) + Number(sampleExpected.accepted.refund_lines);
const badLines = Object.values<number>(sampleExpected.rejected).reduce((sum, some) => sum + some, 0);

async function expectSampleTotals(batchId: string | null) {
	const { accepted, rejected, rows } = sampleExpected;
	const batch = await findBatch(lead, batchId ?? "");
	expect(batch).toMatchObject({
		lines: rows,
		accepted: goodLines,
		rejected: badLines,
		conflict: 0,
		duplicate: 0,
	});
	expect(await readPlatformTotal()).toMatchObject({
		paid: fen(accepted.sale_amount),
		refunded: fen(accepted.refund_amount),
	});
	const refused = await readRejections(batchId ?? "");
	const counted = Object.fromEntries(
		Object.keys(rejected).map((code) => [code, refused.filter((row) => row.code === code).length]),
	);
	expect(counted).toEqual(rejected);
	expect(new Set(refused.map(({ column }) => column))).toEqual(new Set(["件头", "发生额(分)"]));
	const { rows: months } = await pool().query<{ month: string; paid: string; refunded: string }>(
		`SELECT to_char(day, 'YYYY-MM') AS month, (sum(paid_fen)::numeric / 100)::numeric(20, 2)::text AS paid,
		        (sum(refunded_fen)::numeric / 100)::numeric(20, 2)::text AS refunded
		   FROM gmv_platform_days GROUP BY 1 ORDER BY 1`,
	);
	const expected = sampleExpected.by_month as { month: string; sale_amount: string; refund_amount: string }[];
	expect(months).toEqual(
		expected.map(({ month, sale_amount, refund_amount }) => ({
			month,
			paid: sale_amount,
			refunded: refund_amount,
		})),
	);
}

describe("a file of another system", () => {
	test("waits with its beginning read; mapped and imported it gives exactly the expected figures", async () => {
		const id = await receive(foreignSample());
		expect(await find(id)).toMatchObject({ state: "UNMAPPED" });
		const found = await findMappableUpload(lead, id, now);
		expect(found?.opening).toMatchObject({ encoding: "gb18030", delimiter: ";", lines: 3209 });
		expect(found?.opening?.header.slice(0, 3)).toEqual(["单据", "笔序", "单据性质"]);
		expect(found?.opening?.rows).toHaveLength(20);
		expect(found?.opening?.rows[0]).toMatchObject({
			line: 2,
			fields: expect.arrayContaining(["490616", "出库"]),
		});
		expect(found?.opening?.values[2]).toEqual(["出库", "冲销"]);
		expect(found?.opening?.values[5]).toBeNull();
		// Nobody's job takes it.
		await importUpload(id, never);
		expect(await find(id)).toMatchObject({ state: "UNMAPPED" });

		expect(await importMapped(lead, { uploadId: id, mapping: foreignMapping(), saved: null })).toEqual({
			ok: true,
		});
		const worker = startJobWorkers(jobs);
		try {
			await vi.waitFor(async () => expect((await find(id)).state).toBe("DONE"), {
				timeout: 60_000,
				interval: 200,
			});
		} finally {
			await worker.stop();
		}
		const row = await find(id);
		await expectSampleTotals(row.batchId);
		expect(row.opening).toBeNull();
		expect(await audits(id)).toEqual(["import.upload", "import.map"]);
		// The same lines in our own form are the same facts.
		const { readFileSync } = await import("node:fs");
		const own = readFileSync(new URL("../../fixtures/orders-sample.csv", import.meta.url), "utf8");
		expect(await importText(own, "ledger")).toMatchObject({
			ok: true,
			accepted: 0,
			duplicate: goodLines,
			conflict: 0,
		});
	}, 120_000);

	test("sent with a saved mapping it is imported at once, and the batch says by which", async () => {
		const saved = await save("台账 A");
		const id = await receive(foreignSample(), saved.id, "ledger-2");
		expect(await find(id)).toMatchObject({ state: "QUEUED", opening: null });
		await updateMapping(lead, { ...saved, mapping: foreignMapping({ unit: "yuan" }) }, now);
		await importUpload(id, never);
		const row = await find(id);
		await expectSampleTotals(row.batchId);
		const batch = await db().importBatch.findUniqueOrThrow({ where: { id: row.batchId ?? "" } });
		expect(batch.mapping).toMatchObject({ name: "台账 A", version: 1, definition: { unit: "fen" } });
	});

	test("of shop-day sums is mapped too: its channel in words, its orders a constant", async () => {
		const content =
			"统计日\t门店\t成交(元)\t退回(元)\t来源\n3/1/2026\tS-7\t¥1,234.50\t0.50\t直播间\n3/2/2026\tS-7\t¥8.00\t¥10.00\t电视\n";
		const id = await receive(content, "ask", "sums");
		const column = (name: string) => ({ from: "column", column: name }) as const;
		const mapping = {
			grain: "SHOP_DAY" as const,
			definition: {
				fields: {
					day: column("统计日"),
					shop_id: column("门店"),
					paid: column("成交(元)"),
					refunded: column("退回(元)"),
					sale_orders: { from: "constant", value: "0" } as const,
					channel: column("来源"),
				},
				time: "mdy" as const,
				unit: "yuan" as const,
				isGrouped: true,
				types: {},
				channels: { 直播间: "self_live" as const },
			},
		};
		// Sent as order lines by mistake: the mapping says what it is.
		expect(await importMapped(lead, { uploadId: id, mapping, saved: null })).toEqual({ ok: true });
		await importUpload(id, never);
		const row = await find(id);
		expect(await findBatch(lead, row.batchId ?? "")).toMatchObject({
			grain: "SHOP_DAY",
			lines: 2,
			accepted: 1,
			rejected: 1,
		});
		expect(await readRejections(row.batchId ?? "")).toEqual([
			{ line: 3, column: "来源", value: "电视", code: "CHANNEL_UNKNOWN" },
		]);
		expect(await readPlatformTotal()).toMatchObject({ paid: 123_450n, refunded: 50n });
	});

	test("that lacks the mapping's columns is refused by their names", async () => {
		const saved = await save("台账 B");
		const id = await receive("单据,别的\n1,2\n", saved.id);
		await importUpload(id, never);
		const row = await find(id);
		expect(row.state).toBe("FAILED");
		expect(row.failure).toContain("HEADER_COLUMN_MISSING");
		expect(row.failure).toContain("发生额(分) (amount / 金额)");
	});
});

test("which files wait: an unknown header, or by choice; a known header and no text do not", async () => {
	const own = orderFile([orderLine()]);
	expect(await find(await receive(own))).toMatchObject({ state: "QUEUED" });
	expect(await find(await receive(own, "ask"))).toMatchObject({ state: "UNMAPPED" });
	expect(await find(await receive("a,b\n1,2\n"))).toMatchObject({ state: "UNMAPPED" });
	expect(await find(await receive("\0\0\0,b\n1,2\n"))).toMatchObject({ state: "QUEUED" });
	const queued = await receive(own);
	expect(await holdUpload(lead, queued)).toEqual({ ok: true });
	await importUpload(queued, never);
	expect(await find(queued)).toMatchObject({ state: "UNMAPPED" });
	expect((await findMappableUpload(lead, queued, now))?.opening?.header).toContain("event_id");
	expect(await holdUpload(lead, queued)).toMatchObject({ ok: false, reason: "UPLOAD_NOT_WAITING" });
	await expect(holdUpload(lead, newId("upl"))).rejects.toThrow("NOT_FOUND");
});

test("a mapping that is gone, archived or for other content takes no file", async () => {
	const query = { name: "a.csv", source: "ledger", grain: "ORDER_LINE" } as const;
	const send = (mapping: string, grain: "ORDER_LINE" | "SHOP_DAY" = "ORDER_LINE") =>
		receiveUpload(lead, { ...query, grain, mapping }, pieces("a,b\n1,2\n"));
	const saved = await save("台账 C");
	expect(await send(newId("map"))).toMatchObject({ ok: false, reason: "MAPPING_GONE" });
	expect(await send(saved.id, "SHOP_DAY")).toMatchObject({ ok: false, reason: "MAPPING_OTHER_GRAIN" });
	await archiveMapping(lead, { id: saved.id, version: 1, isArchived: true }, now);
	expect(await send(saved.id)).toMatchObject({ ok: false, reason: "MAPPING_GONE" });
});

describe("a dry run", () => {
	test("says what the import will do, and writes nothing", async () => {
		const id = await receive(foreignSample());
		const tables = [
			"import_batches",
			"import_rejections",
			"order_lines",
			"order_line_keys",
			"shops",
			"gmv_shop_days",
			"gmv_platform_days",
			"gmv_sources",
		];
		const before = await Promise.all(tables.map(count));
		const dry = await rehearse(id);
		expect(await Promise.all(tables.map(count))).toEqual(before);
		const { accepted, rows } = sampleExpected;
		expect(dry).toMatchObject({ state: "DONE", failure: null, hasErrors: true, lines: rows });
		expect(dry.result).toMatchObject({
			lines: rows,
			accepted: goodLines,
			duplicate: 0,
			conflict: 0,
			rejected: badLines,
			paidFen: String(fen(accepted.sale_amount)),
			refundedFen: String(fen(accepted.refund_amount)),
			newShops: Number(accepted.shops),
			shops: Number(accepted.shops),
			fromDay: accepted.first.slice(0, 10),
			toDay: accepted.last.slice(0, 10),
		});
		expect(dry.result?.reasons).toEqual([
			{ code: "QUANTITY_NOT_POSITIVE", count: 13 },
			{ code: "AMOUNT_NOT_POSITIVE", count: 6 },
		]);
		expect(dry.result?.errors).toHaveLength(badLines);
		expect(new Set(dry.result?.errors.map(({ column }) => column))).toEqual(new Set(["件头", "发生额(分)"]));

		await importMapped(lead, { uploadId: id, mapping: foreignMapping(), saved: null });
		await importUpload(id, never);
		await expectSampleTotals((await find(id)).batchId);
		expect(await findRehearsal(lead, id, now)).toBeNull();
	});

	test("tells duplicates, conflicts and new shops from what is there, the same as the import after it", async () => {
		const line = (event: string, shop: string, amount: string) =>
			`${event};1;出库;01/03/2026 10:00:00;${shop};P1;杯子;B1;1;${amount}`;
		await importText(
			orderFile([orderLine({ event: "E1", shop: "S-1" }), orderLine({ event: "E2", shop: "S-1" })]),
			"ledger",
		);
		const first = foreignSample(0).toString("latin1");
		const header = new TextDecoder("gb18030").decode(Buffer.from(first, "latin1")).trimEnd();
		const text = [
			header,
			line("E1", "S-1", "1000"),
			line("E2", "S-1", "1100"),
			line("E3", "S-9", "500"),
			line("E3", "S-9", "500"),
			line("E4", "S-1", "x"),
		].join("\n");
		const id = await receive(text);
		const dry = await rehearse(id);
		expect(dry.result).toMatchObject({
			lines: 5,
			accepted: 1,
			duplicate: 2,
			conflict: 1,
			rejected: 1,
			newShops: 1,
			newShopCodes: ["S-9"],
			paidFen: "500",
			refundedFen: "0",
		});
		expect(dry.result?.errors).toMatchObject([
			{ line: 3, column: "发生额(分)", value: "11.00", code: "CONFLICT" },
			{ line: 6, column: "发生额(分)", value: "x", code: "FEN_INVALID" },
		]);
		const errors = await findRehearsalErrors(lead, dry.id);
		const stored = await openFileStore().open(errors?.errorsKey ?? "");
		const lines = (await buffer(stored as WebStream<Uint8Array>)).toString().trim().split("\n");
		expect(lines.map((one) => JSON.parse(one))).toEqual(dry.result?.errors);
		await importMapped(lead, { uploadId: id, mapping: foreignMapping(), saved: null });
		await importUpload(id, never);
		expect(await findBatch(lead, (await find(id)).batchId ?? "")).toMatchObject({
			lines: 5,
			accepted: 1,
			duplicate: 2,
			conflict: 1,
			rejected: 1,
		});
		expect(await openFileStore().open(errors?.errorsKey ?? "")).toBeNull();
	});

	test("of the wrong format refuses every line, each with its field", async () => {
		const id = await receive(foreignSample(30));
		const dry = await rehearse(id, foreignMapping({ time: "ymd" }));
		expect(dry.result).toMatchObject({
			accepted: 0,
			rejected: 30,
			paidFen: "0",
			fromDay: null,
			reasons: [{ code: "DATE_UNREADABLE", count: 30 }],
		});
		const again = await rehearse(id);
		expect(again.result).toMatchObject({ accepted: 28, rejected: 2 });
		expect(await db().importRehearsal.count({ where: { uploadId: id } })).toBe(1);
	});

	test("of a header without its columns fails with their names; of a source with other content too", async () => {
		const id = await receive("单据;别的\n1;2\n");
		const dry = await rehearse(id);
		expect(dry).toMatchObject({ state: "FAILED", result: null });
		expect(dry.failure).toContain("发生额(分) (amount / 金额)");
		await importText(orderFile([orderLine()]), "ledger");
		const other = await rehearse(id, {
			grain: "SHOP_DAY",
			definition: { ...foreignMapping().definition, fields: { shop_id: { from: "column", column: "单据" } } },
		});
		expect(other.failure).toBe("SOURCE_OTHER_GRAIN ledger");
	});

	test("is cancelled, replaced, or taken up again; a file that no longer waits has none", async () => {
		const id = await receive(foreignSample());
		const first = await startRehearsal(lead, { uploadId: id, mapping: foreignMapping() }, now);
		if (!first.ok) throw new Error(first.reason);
		expect(await cancelRehearsal(lead, first.id, now)).toEqual({ ok: true });
		await rehearseUpload(first.id, never);
		expect(await findRehearsal(lead, id, now)).toMatchObject({ state: "CANCELLED", result: null });
		expect(await cancelRehearsal(lead, first.id, now)).toMatchObject({
			ok: false,
			reason: "UPLOAD_FINISHED",
		});
		await expect(cancelRehearsal(lead, newId("reh"), now)).rejects.toThrow("NOT_FOUND");
		const second = await startRehearsal(lead, { uploadId: id, mapping: foreignMapping() }, now);
		await rehearseUpload(first.id, never);
		expect(await findRehearsal(lead, id, now)).toMatchObject({ id: second.ok && second.id, state: "QUEUED" });
		const stopping = new AbortController();
		stopping.abort();
		await expect(rehearseUpload(second.ok ? second.id : "", stopping.signal)).rejects.toThrow();
		await rehearseUpload(second.ok ? second.id : "", never);
		expect(await findRehearsal(lead, id, now)).toMatchObject({ state: "DONE" });
		await cancelUpload(lead, id, now);
		expect(await findRehearsal(lead, id, now)).toBeNull();
		expect(await startRehearsal(lead, { uploadId: id, mapping: foreignMapping() }, now)).toMatchObject({
			ok: false,
			reason: "UPLOAD_NOT_WAITING",
		});
		expect(await importMapped(lead, { uploadId: id, mapping: foreignMapping(), saved: null })).toMatchObject({
			ok: false,
			reason: "UPLOAD_NOT_WAITING",
		});
		await expect(
			startRehearsal(lead, { uploadId: newId("upl"), mapping: foreignMapping() }, now),
		).rejects.toThrow("NOT_FOUND");
		await expect(
			importMapped(lead, { uploadId: newId("upl"), mapping: foreignMapping(), saved: null }),
		).rejects.toThrow("NOT_FOUND");
	});
});

test("a file nobody maps is given up after its time, and not before", async () => {
	const id = await receive("a,b\n1,2\n");
	const { createdAt, storageKey } = await find(id);
	await discardUnmapped(createdAt, now);
	expect(await find(id)).toMatchObject({ state: "UNMAPPED" });
	await discardUnmapped(new Date(createdAt.getTime() + 1), now);
	expect(await find(id)).toMatchObject({ state: "CANCELLED", opening: null });
	expect(await openFileStore().open(storageKey)).toBeNull();
	expect(await audits(id)).toEqual(["import.upload", "import.cancel"]);
});

describe("saved mappings", () => {
	test("have one name each, a version, and an audit row for every change", async () => {
		const saved = await save("台账");
		expect(await createMapping(lead, { name: "台账", mapping: foreignMapping() }, now)).toMatchObject({
			ok: false,
			reason: "MAPPING_NAME_TAKEN",
			fieldErrors: { name: "MAPPING_NAME_TAKEN" },
		});
		const other = await save("台账二");
		const change = (version: number, name = "台账") =>
			updateMapping(lead, { id: saved.id, version, name, mapping: foreignMapping({ unit: "yuan" }) }, now);
		expect(await change(1)).toMatchObject({ ok: true, version: 2 });
		expect(await change(1)).toMatchObject({ ok: false, reason: "CHANGED_MEANWHILE" });
		expect(await change(2, "台账二")).toMatchObject({ ok: false, reason: "MAPPING_NAME_TAKEN" });
		expect(await archiveMapping(lead, { id: saved.id, version: 1, isArchived: true }, now)).toMatchObject({
			reason: "CHANGED_MEANWHILE",
		});
		expect(await archiveMapping(lead, { id: saved.id, version: 2, isArchived: true }, now)).toEqual({
			ok: true,
		});
		expect(await change(3)).toMatchObject({ ok: false, reason: "MAPPING_ARCHIVED" });
		expect(await findMappingByName("台账")).toBeNull();
		expect((await listMappings(lead)).map(({ name }) => name)).not.toContain("台账");
		expect((await listMappingsAsOperator()).map(({ id }) => id)).toContain(other.id);
		expect(
			(await listMappings(lead, { withArchived: true })).find(({ id }) => id === saved.id),
		).toMatchObject({
			isArchived: true,
		});
		expect(await archiveMapping(lead, { id: saved.id, version: 3, isArchived: false }, now)).toEqual({
			ok: true,
		});
		expect(await findMappingByName("台账")).toMatchObject({ version: 4, definition: { unit: "yuan" } });
		expect(await audits(saved.id)).toEqual([
			"import-mapping.create",
			"import-mapping.update",
			"import-mapping.archive",
			"import-mapping.restore",
		]);
		await expect(
			archiveMapping(lead, { id: newId("map"), version: 1, isArchived: true }, now),
		).rejects.toThrow("NOT_FOUND");
		await expect(
			updateMapping(lead, { id: newId("map"), version: 1, name: "x", mapping: foreignMapping() }, now),
		).rejects.toThrow("NOT_FOUND");
	});

	test("of two people who save at once under one name, one does", async () => {
		const outcomes = await Promise.all(
			Array.from({ length: 4 }, () => createMapping(lead, { name: "同名", mapping: foreignMapping() }, now)),
		);
		expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
		expect(await db().importMapping.count({ where: { name: "同名" } })).toBe(1);
	});

	test("changed since somebody chose it, a mapping imports nothing", async () => {
		const saved = await save("台账 D");
		const id = await receive(foreignSample(5));
		await updateMapping(lead, { ...saved, mapping: foreignMapping() }, now);
		const choose = (version: number) =>
			importMapped(lead, {
				uploadId: id,
				mapping: foreignMapping({ unit: "yuan" }),
				saved: { id: saved.id, version },
			});
		expect(await choose(1)).toMatchObject({ ok: false, reason: "CHANGED_MEANWHILE" });
		expect(await choose(2)).toEqual({ ok: true });
		// What was saved counts, and not what came with it.
		expect((await find(id)).mapping).toMatchObject({
			name: "台账 D",
			version: 2,
			definition: { unit: "fen" },
		});
	});

	test("bad ones are refused at the field", () => {
		const { definition } = foreignMapping();
		const { amount: _, ...fields } = definition.fields;
		const parsed = createMappingSchema.safeParse({
			name: " ",
			mapping: {
				grain: "ORDER_LINE",
				definition: { ...definition, fields: { ...fields, line_no: { from: "constant", value: "0" } } },
			},
		});
		expect(parsed.error?.issues.map(({ path, message }) => [path.join("."), message])).toEqual(
			expect.arrayContaining([
				["name", "REQUIRED"],
				["mapping.definition.fields.line_no", "LINE_NO_NOT_POSITIVE"],
				["mapping.definition.fields.amount", "MAPPING_FIELD_MISSING"],
			]),
		);
	});
});

test("a source is one number, however often it sends", async () => {
	const last = async () =>
		Number(
			(await pool().query<{ n: string }>("SELECT coalesce(last_value, 0) AS n FROM gmv_sources_id_seq"))
				.rows[0]?.n,
		);
	await importText(orderFile([orderLine()]), "often");
	const before = await last();
	for (let times = 0; times < 3; times++) await importText(orderFile([orderLine()]), "often");
	expect(await last()).toBe(before);
});
