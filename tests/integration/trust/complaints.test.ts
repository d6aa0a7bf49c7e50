import { Readable } from "node:stream";
import { beforeAll, expect, test } from "vitest";
import { POST as postComplaints } from "@/app/api/v1/complaints/route";
import { importComplaints } from "@/lib/domains/gmv/mutations/import-file";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { rollWeeks } from "@/lib/domains/trust/mutations/scorecard/roll-weeks";
import { systemActor } from "@/lib/platform/audit/actor";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { readRejections } from "@/tests/factories/gmv";
import { createApiKey } from "@/tests/factories/intake";
import { createTrustShop, sell, type TrustShop } from "@/tests/factories/trust-claims";

const week = "2026-11-09";
let shop: TrustShop;

/** Day of the month, kind, complaints and where given the revision, of the shop unless another is named. */
type Line = readonly [day: string, kind: string, complaints: string, revision?: number, code?: string];

function request(lines: readonly Line[], sourceCode = "test-complaints") {
	const rows = lines.map(([day, kind, complaints, revision = "", code = shop.code]) =>
		[code, `2026-11-${day}`, kind, complaints, revision].join(","),
	);
	const text = `${["shop_id,day,complaint_kind,complaints,revision", ...rows].join("\n")}\n`;
	return {
		...{ stream: Readable.from([Buffer.from(text)]), sourceCode, fileName: "complaints.csv" },
		actor: systemActor("test"),
	};
}
const send = (lines: readonly Line[], sourceCode?: string) => importComplaints(request(lines, sourceCode));

async function counted(): Promise<Record<string, [number, number]>> {
	await rollWeeks("2026-11-20", 2);
	const { rows } = await pool().query<{ indicator: string; events: number; over: number }>(
		`SELECT indicator, events, over FROM trust_score_counts
		  WHERE shop_id = $1 AND week = $2 AND indicator IN ('CONTENT_COMPLAINTS', 'PRICE_DISPUTES')`,
		[shop.shopId, week],
	);
	return Object.fromEntries(rows.map(({ indicator, events, over }) => [indicator, [events, over]]));
}

beforeAll(async () => {
	shop = await createTrustShop();
	const sale = (event: string, at: string) => ({ event, at, buyer: event, product: "P1", amount: "50.00" });
	await sell(shop, [
		sale("C1", "2026-11-09 10:00:00"),
		sale("C2", "2026-11-09 11:00:00"),
		sale("C3", "2026-11-10 10:00:00"),
	]);
});

test("a day that was told counts with its orders, one that was not told is unknown; the highest revision counts", async () => {
	expect(await counted()).toEqual({});
	expect(
		await send([
			["09", "content", "0"],
			["10", "price", "2"],
		]),
	).toMatchObject({ ok: true, accepted: 2, rejected: 0 });
	expect(await counted()).toEqual({ CONTENT_COMPLAINTS: [0, 2], PRICE_DISPUTES: [2, 1] });
	expect(await send([["10", "price", "1", 2]])).toMatchObject({ accepted: 1 });
	expect(await counted()).toEqual({ CONTENT_COMPLAINTS: [0, 2], PRICE_DISPUTES: [1, 1] });
	expect(await db().complaintDay.count({ where: { shopCode: shop.code } })).toBe(3);
});

test("the same file again changes nothing; other content of a revision is a conflict; every refusal is named", async () => {
	const before = await counted();
	expect(await send([["10", "price", "1", 2]], "another-source")).toMatchObject({
		accepted: 0,
		duplicate: 1,
	});
	const outcome = await send([
		["10", "price", "9", 2],
		["31", "content", "1"],
		["11", "weather", "1"],
		["11", "content", "-1"],
		["11", "content", "1.5"],
		["11", "content", "1", 0],
		["11", "content", "1", 1, ""],
	]);
	if (!outcome.ok) return expect.fail(outcome.reason);
	expect(outcome).toMatchObject({ accepted: 0, conflict: 1, rejected: 6 });
	const refused = await readRejections(outcome.batchId);
	expect(refused.map(({ line, column }) => [line, column])).toEqual([
		[2, "complaints"],
		[3, "day"],
		[4, "complaint_kind"],
		[5, "complaints"],
		[6, "complaints"],
		[7, "revision"],
		[8, "shop_id"],
	]);
	expect(refused[0]?.code).toBe("CONFLICT");
	expect(await counted()).toEqual(before);
	const entries = await db().auditEntry.findMany({ where: { subjectId: outcome.batchId } });
	expect(entries.map(({ action }) => action)).toEqual(["import.complete"]);
});

test("a dry run says what would count and what it would correct, and writes nothing", async () => {
	const before = await db().complaintDay.count();
	const lines: Line[] = [
		["09", "content", "3", 2],
		["12", "price", "4"],
		["12", "content", "5", 1, "SHOP-UNSEEN"],
	];
	expect(await rehearseFile({ grain: "COMPLAINT_DAY", ...request(lines) })).toMatchObject({
		ok: true,
		accepted: 3,
		shops: 2,
		newShopCodes: ["SHOP-UNSEEN"],
		fromDay: "2026-11-09",
		toDay: "2026-11-12",
		complaints: { content: 8, price: 4, corrections: 1 },
	});
	expect(await db().complaintDay.count()).toBe(before);
});

test("complaints sent by API are answered one by one, and only to a key that may send them", async () => {
	const records = [
		{ shop_id: shop.code, day: "2026-11-13", complaint_kind: "content", complaints: 2 },
		{ shop_id: shop.code, day: "2026-11-13", complaint_kind: "weather", complaints: 2 },
	];
	const post = (key: string) =>
		postComplaints(
			new Request("http://localhost:3000/api/v1/complaints", {
				method: "POST",
				headers: {
					host: "localhost:3000",
					authorization: `Bearer ${key}`,
					"content-type": "application/json",
				},
				body: JSON.stringify(records),
			}),
		);
	const own = await createApiKey({ sourceCode: "hub-complaints", scopes: ["complaints:write"] });
	const answer = await post(own.key);
	expect(answer.status).toBe(200);
	expect(await answer.json()).toMatchObject({ accepted: 1, rejected: 1 });
	const other = await createApiKey({ sourceCode: "hub-orders", scopes: ["orders:write"] });
	expect((await post(other.key)).status).toBe(403);
	expect(await db().complaintDay.count({ where: { shopCode: shop.code, day: new Date("2026-11-13") } })).toBe(
		1,
	);
});
