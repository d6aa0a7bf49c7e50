import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { POST as postSessions } from "@/app/api/v1/live-sessions/route";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { liveSessionRecord } from "@/lib/domains/intake/schema/records";
import { judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { readRejections } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createApiKey } from "@/tests/factories/intake";
import { importSessionLines, type SessionLine, sessionFile } from "@/tests/factories/live-sessions";

beforeEach(async () => {
	await pool().query("TRUNCATE playbook_batches, playbook_brand_days, playbook_steps, playbook_step_changes");
	await emptyGmv();
	await pool().query("DELETE FROM brands WHERE id = 'brd_live'");
	await pool().query("DELETE FROM organisations WHERE id = 'org_live'");
});

const readMinutes = async () =>
	(
		await pool().query<{ session: string; day: string; minutes: number }>(
			"SELECT session_id AS session, day::text, minutes FROM live_sessions ORDER BY session_id, shop_code",
		)
	).rows.map(({ session, day, minutes }) => [session, day, minutes]);

const line = (id: string, from: string, to: string, ...more: SessionLine): SessionLine => [
	"S-LIVE",
	id,
	"self_live",
	`2026-03-${from}:00`,
	`2026-03-${to}:00`,
	...more,
];

test("minutes that sessions of a shop and channel share count once; each shop, channel and day for itself", async () => {
	const outcome = await importSessionLines([
		line("A", "01 10:00", "01 12:00", "1200.50", "T-1"),
		// Half of it is covered by A, and it covers the whole of C.
		line("B", "01 11:00", "01 13:00"),
		line("C", "01 12:10", "01 12:40"),
		// Begins where B ends: nothing shared.
		line("D", "01 13:00", "01 13:01"),
		line("E", "01 23:00", "02 01:00"),
		["S-LIVE", "F", "distribution", "2026-03-01 10:00:00", "2026-03-01 12:00:00"],
		["S-NEW", "A", "self_live", "2026-03-01 10:00:00", "2026-03-01 12:00:00"],
	]);
	expect(outcome).toMatchObject({ ok: true, accepted: 7, rejected: 0 });
	expect(await readMinutes()).toEqual([
		["A", "2026-03-01", 120],
		["A", "2026-03-01", 120],
		["B", "2026-03-01", 60],
		["C", "2026-03-01", 0],
		["D", "2026-03-01", 1],
		["E", "2026-03-01", 120],
		["F", "2026-03-01", 120],
	]);
	// A shop never seen is there now, nobody's.
	expect(
		await db().shop.findMany({ select: { code: true, brandId: true }, orderBy: { code: "asc" } }),
	).toEqual([
		{ code: "S-LIVE", brandId: null },
		{ code: "S-NEW", brandId: null },
	]);
	// A is shorter than was said: B and C are on air by themselves for longer.
	expect(await importSessionLines([line("A", "01 10:00", "01 11:30", "", "", 2)])).toMatchObject({
		accepted: 1,
	});
	expect((await readMinutes()).slice(1, 4)).toEqual([
		["A", "2026-03-01", 120],
		["B", "2026-03-01", 90],
		["C", "2026-03-01", 0],
	]);
	// B never was.
	expect(
		await importSessionLines([line("B", "01 11:00", "01 13:00", "", "", 2, "true")], "by-hand"),
	).toMatchObject({ accepted: 1 });
	expect((await readMinutes()).map(([session, , minutes]) => [session, minutes])).toEqual([
		["A", 90],
		["A", 120],
		["C", 30],
		["D", 1],
		["E", 120],
		["F", 120],
	]);
	for (const statement of [
		"UPDATE live_session_revisions SET paid_fen = 0",
		"DELETE FROM live_session_revisions",
	])
		await expect(pool().query(statement)).rejects.toThrow(/its rows never change/);
});

test("the same file again changes nothing; other content of a revision is a conflict; every refusal is named", async () => {
	const lines = [line("A", "01 10:00", "01 12:00", "10"), line("B", "02 10:00", "02 12:00")];
	expect(await importSessionLines([...lines, lines[0] ?? []])).toMatchObject({ accepted: 2, duplicate: 1 });
	const again = await importSessionLines(lines, "another-source");
	expect(again).toMatchObject({ ok: true, accepted: 0, duplicate: 2 });
	const outcome = await importSessionLines([
		line("A", "01 10:00", "01 12:30", "10"),
		line("C", "03 10:00", "03 09:00"),
		line("D", "03 10:00", "04 10:01"),
		line("E", "03 10:00", "03 10:00"),
		["", "G", "self_live", "2026-03-01 10:00:00", "2026-03-01 12:00:00"],
		["S-CONFLICT-ONLY", "G", "tv", "2026-03-01 10:00:00", "2026-03-01 12:00:00"],
	]);
	if (!outcome.ok) return expect.fail(outcome.reason);
	expect(outcome).toMatchObject({ accepted: 0, conflict: 1, rejected: 5 });
	expect(
		(await readRejections(outcome.batchId)).map(({ line: at, column, code }) => [at, column, code]),
	).toEqual([
		[2, "ended_at", "CONFLICT"],
		[3, "ended_at", "SESSION_ENDS_BEFORE_START"],
		[4, "ended_at", "SESSION_TOO_LONG"],
		[5, "ended_at", "SESSION_TOO_SHORT"],
		[6, "shop_id", "VALUE_MISSING"],
		[7, "channel", "CHANNEL_UNKNOWN"],
	]);
	expect(await readMinutes()).toEqual([
		["A", "2026-03-01", 120],
		["B", "2026-03-02", 120],
	]);
	const entries = await db().auditEntry.findMany({ where: { subjectId: outcome.batchId } });
	expect(entries.map(({ action }) => action)).toEqual(["import.complete"]);
});

test("a dry run says what would count, overlap and be corrected, and writes nothing", async () => {
	await importSessionLines([line("A", "01 10:00", "01 12:00")]);
	const outcome = await rehearseFile({
		grain: "LIVE_SESSION",
		stream: Readable.from([
			Buffer.from(
				sessionFile([
					line("A", "01 10:00", "01 11:00", "5.50", "", 2),
					line("B", "01 10:30", "01 11:30"),
					line("C", "01 23:00", "02 00:00"),
					line("D", "02 23:00", "03 00:01"),
					line("E", "03 10:00", "03 11:00", "", "", 2, "1"),
					["S-UNSEEN", "A", "self_live", "2026-03-09 10:00:00", "2026-03-09 12:00:00"],
				]),
			),
		]),
		sourceCode: "test-live",
		fileName: "sessions.csv",
		actor: systemActor("test"),
	});
	expect(outcome).toMatchObject({
		ok: true,
		accepted: 6,
		paidFen: "550",
		shops: 2,
		newShopCodes: ["S-UNSEEN"],
		fromDay: "2026-03-01",
		toDay: "2026-03-09",
		sessions: {
			count: 5,
			minutes: 60 + 30 + 60 + 61 + 120,
			corrections: 1,
			withdrawn: 1,
			overlapping: 1,
			overnight: 1,
		},
	});
	expect(await readMinutes()).toEqual([["A", "2026-03-01", 120]]);
});

test("a correction moves the steps' figures on the day it leaves and on the day it comes to", async () => {
	await importSessionLines([line("A", "02 10:00", "02 12:00"), line("B", "05 10:00", "05 11:00")]);
	await pool().query("INSERT INTO organisations (id, kind, name) VALUES ('org_live', 'BRAND', 'live')");
	await pool().query(
		"INSERT INTO brands (id, organisation_id, name, kind, category) VALUES ('brd_live', 'org_live', 'live', 'WELL_KNOWN', '食品')",
	);
	await pool().query("UPDATE shops SET brand_id = 'brd_live'");
	await judgeUntil("2026-03-10");
	const read = async () =>
		(
			await pool().query<{ day: string; days: number; minutes: number }>(
				`SELECT to_char(day, 'DD') AS day, live_days AS days, live_minutes AS minutes FROM playbook_brand_days
				  WHERE brand_id = 'brd_live' AND day IN ('2026-03-01', '2026-03-02', '2026-03-05', '2026-03-10') ORDER BY 1`,
			)
		).rows.map(({ day, days, minutes }) => [day, days, minutes]);
	expect(await read()).toEqual([
		["01", 0, 0],
		["02", 1, 120],
		["05", 2, 180],
		["10", 2, 180],
	]);
	// It was a day later, and inside B: neither an hour nor a day of its own.
	await importSessionLines([line("A", "05 10:15", "05 10:45", "", "", 2)]);
	expect((await judgeUntil("2026-03-10")).renewed).toBe(9);
	expect(await read()).toEqual([
		["01", 0, 0],
		["02", 0, 0],
		["05", 1, 60],
		["10", 1, 60],
	]);
	expect((await judgeUntil("2026-03-10")).renewed).toBe(0);
});

test("sessions sent by API are answered one by one, and only to a key that may send them", async () => {
	const records = [
		{
			shop_id: "S-1",
			session_id: "L-1",
			channel: "self_live",
			started_at: "2026-03-01T19:00:00",
			ended_at: "2026-03-01T21:00:00",
			paid: "12.00",
		},
		{
			shop_id: "S-1",
			session_id: "L-2",
			channel: "self_live",
			started_at: "2026-03-01T19:00:00",
			ended_at: "2026-03-01T18:00:00",
		},
	];
	expect(records.every((record) => liveSessionRecord.safeParse(record).success)).toBe(true);
	const send = (key: string) =>
		postSessions(
			new Request("http://localhost:3000/api/v1/live-sessions", {
				method: "POST",
				body: JSON.stringify(records),
				headers: {
					host: "localhost:3000",
					"content-type": "application/json",
					authorization: `Bearer ${key}`,
				},
			}),
		);
	const { key } = await createApiKey({ sourceCode: "hub-live", scopes: ["live-sessions:write"] });
	const response = await send(key);
	expect(response.status).toBe(200);
	expect(await response.json()).toMatchObject({
		accepted: 1,
		rejected: 1,
		results: [
			{ record: 1, result: "accepted" },
			{
				record: 2,
				result: "rejected",
				field: "ended_at",
				code: "SESSION_ENDS_BEFORE_START",
				message: expect.any(String),
			},
		],
	});
	const orders = await createApiKey({ sourceCode: "hub-orders", scopes: ["orders:write"] });
	expect((await send(orders.key)).status).toBe(403);
});
