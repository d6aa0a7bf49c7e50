import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { beforeEach, expect, test } from "vitest";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { listBurstProducts, readCohorts } from "@/lib/domains/playbook/data/burst";
import { computeStepInputs } from "@/lib/domains/playbook/data/step-inputs";
import { readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { pool } from "@/lib/platform/db/pool";
import { addDays } from "@/lib/platform/time";
import { importText } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";
import { inputsFromLines, type SaleLine } from "@/tests/factories/step-inputs";

const header =
	"event_id,line_no,type,occurred_at,shop_id,product_id,product_name,buyer_id,quantity,amount,channel,streamer_id";
const file = (lines: readonly string[]) => `${[header, ...lines].join("\n")}\n`;

const emptySteps = `TRUNCATE playbook_product_days, playbook_products, playbook_streamer_days, playbook_buyer_days, playbook_batches,
	playbook_brand_days, playbook_steps, playbook_step_changes, exclusive_products, live_sessions`;

beforeEach(async () => {
	await pool().query(emptySteps);
	await emptyGmv();
	await pool().query("DELETE FROM brands WHERE id LIKE 'brd_step%'");
	await pool().query("DELETE FROM memberships WHERE organisation_id LIKE 'org_step%'");
	await pool().query("DELETE FROM organisations WHERE id LIKE 'org_step%'");
});

/** Makes every shop of the feed a brand of its own. @returns brand and shop by the shop's code */
async function makeBrands(): Promise<Map<string, { brandId: string; shopId: number }>> {
	const { rows } = await pool().query<{ id: number; code: string }>("SELECT id, code FROM shops");
	for (const { id } of rows) {
		await pool().query("INSERT INTO organisations (id, kind, name) VALUES ($1, 'BRAND', $1)", [
			`org_step${id}`,
		]);
		await pool().query(
			"INSERT INTO brands (id, organisation_id, name, kind, category) VALUES ($1, $2, $1, 'WELL_KNOWN', '食品')",
			[`brd_step${id}`, `org_step${id}`],
		);
		await pool().query("UPDATE shops SET brand_id = $2 WHERE id = $1", [id, `brd_step${id}`]);
	}
	return new Map(rows.map(({ id, code }) => [code, { brandId: `brd_step${id}`, shopId: id }]));
}

type Lines = Map<string, SaleLine[]>;

async function expectSame(lines: Lines, brands: Awaited<ReturnType<typeof makeBrands>>, day: string) {
	const found = await computeStepInputs(pool(), day, null, stepPolicyV1);
	for (const [code, own] of lines) {
		const { brandId, shopId } = brands.get(code) ?? { brandId: "", shopId: 0 };
		const { brandId: _brandId, ...inputs } = found.find((one) => one.brandId === brandId) ?? { brandId: "" };
		expect(inputs).toEqual(inputsFromLines(own, shopId, day));
	}
}

const channels = ["distribution", "public", "self_live", "private", "other"];
let events = 0;

/** Pseudo-random lines of a shop; refunds are a seventh of them. */
function makeLines(
	shop: string,
	from: string,
	count: number,
	seed: number,
): { csv: string[]; lines: SaleLine[] } {
	let state = seed;
	const draw = (n: number) => {
		state = (state * 48_271) % 2_147_483_647;
		return state % n;
	};
	const csv: string[] = [];
	const lines = Array.from({ length: count }, () => {
		const day = addDays(from, draw(110));
		const channel = channels[draw(5)] ?? "";
		const line: SaleLine = {
			day,
			isSale: draw(7) > 0,
			channel,
			product: `P${draw(9)}`,
			buyer: draw(5) ? `B${draw(60)}` : "",
			streamer: channel === "distribution" && draw(4) ? `T${draw(14)}` : "",
			fen: BigInt(1 + draw(20_000)),
		};
		events += 1;
		const amount = `${line.fen / 100n}.${String(line.fen % 100n).padStart(2, "0")}`;
		csv.push(
			[
				`N${events}`,
				1,
				line.isSale ? "sale" : "refund",
				`${day} 12:00:00`,
				shop,
				line.product,
				"杯子",
				line.buyer,
				1,
				amount,
				channel,
				line.streamer,
			].join(","),
		);
		return line;
	});
	return { csv, lines };
}

async function expectReads(lines: readonly SaleLine[], own: { brandId: string; shopId: number } | undefined) {
	const { brandId, shopId } = own ?? { brandId: "", shopId: 0 };
	const { scope } = await createMember({ role: "brand_manager", organisationId: `org_step${shopId}` });
	const { scope: stranger } = await createMember({ role: "brand_manager" });
	const found = await readBrandSteps(scope, brandId, "2026-03-01");
	expect(found?.day).toBe("2026-04-20");
	const { burst } = inputsFromLines(lines, shopId, "2026-04-20");
	expect(found?.steps[0]?.verdict.criteria[2]?.inputs).toEqual(burst);
	expect(await readBrandSteps(stranger, brandId, "2026-03-01")).toBeNull();
	const now = await readBrandSteps(scope, brandId, null);
	expect(now?.steps).toEqual(found?.steps);
	expect(now?.days.map(({ day }) => day)).toEqual(
		found?.days
			.map(({ day }) => day)
			.filter((day) => ["2026-04-13", "2026-04-19", "2026-04-20"].includes(day)),
	);
	expect(await readBrandSteps(stranger, brandId, null)).toBeNull();

	const products = await listBurstProducts(scope, brandId, 200);
	expect(products).toHaveLength(9);
	expect(products.find(({ productId }) => productId === burst?.productId)?.weekFen).toBe(burst?.weekFen);
	for (const { interval, baselineEighths, weekFen } of products) {
		if (baselineEighths === null) continue;
		const value = Number((800n * weekFen) / baselineEighths);
		expect(interval?.lowHundredths).toBeLessThan(value);
		expect(interval?.highHundredths).toBeGreaterThan(value);
	}
	expect(await listBurstProducts(stranger, brandId, 200)).toEqual([]);
	const cohorts = await readCohorts(scope, brandId, "2026-04-20");
	const buyers = new Set(lines.filter(({ isSale, buyer }) => isSale && buyer).map(({ buyer }) => buyer));
	expect(cohorts.reduce((sum, row) => sum + row.buyers, 0)).toBe(buyers.size);
	expect(await readCohorts(stranger, brandId, "2026-04-20")).toEqual([]);
}

test("the rollups come to what the pure rules find in the lines, before and after a correction; judging again changes nothing", async () => {
	const first = makeLines("S-A", "2026-01-01", 700, 7);
	const second = makeLines("S-B", "2026-02-10", 90, 11);
	const lines: Lines = new Map([
		["S-A", first.lines],
		["S-B", second.lines],
	]);
	expect(await importText(file([...first.csv, ...second.csv]))).toMatchObject({ ok: true, rejected: 0 });
	const brands = await makeBrands();
	expect(await judgeUntil("2026-04-18")).toEqual({ renewed: 0, added: 28 });
	expect(await judgeUntil("2026-04-20")).toEqual({ renewed: 0, added: 2 });
	for (const day of ["2026-01-01", "2026-02-12", "2026-03-20", "2026-04-20"])
		await expectSame(lines, brands, day);

	const later = makeLines("S-A", "2025-12-20", 150, 13);
	await importText(file(later.csv));
	first.lines.push(...later.lines);
	expect(await judgeUntil("2026-04-20")).toEqual({ renewed: 30, added: 0 });
	for (const day of ["2026-01-10", "2026-03-20", "2026-04-20"]) await expectSame(lines, brands, day);
	const stored = `SELECT brand_id, gmv_fen, burst_week_fen FROM playbook_brand_days WHERE day = '2026-04-20' ORDER BY 1`;
	const before = (await pool().query(stored)).rows;
	expect(before[0]?.gmv_fen).toBe(inputsFromLines(first.lines, 0, "2026-04-20").gmvFen);
	expect(await judgeUntil("2026-04-20")).toEqual({ renewed: 0, added: 0 });
	await expectReads(first.lines, brands.get("S-A"));
	expect((await pool().query(stored)).rows).toEqual(before);
});

test("a step closes on data and items, and opens again on the 28th day below with what is missing", async () => {
	await importText(file([`E1,1,sale,2026-01-01 10:00:00,S-A,P1,杯子,B1,1,100.00,public,`]));
	const brandId = (await makeBrands()).get("S-A")?.brandId;
	await pool().query(
		`INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind, due_on, state)
		 SELECT 'itm_' || key, $1, key, 1, 2, 1, 'BRAND', true, 'NONE', '2026-01-01', 'DONE' FROM (VALUES ('step-a')) AS v (key)`,
		[brandId],
	);
	const changes = async () =>
		(
			await pool().query(
				"SELECT day, to_state AS to, reason, missing FROM playbook_step_changes WHERE brand_id = $1 ORDER BY day",
				[brandId],
			)
		).rows;
	await judgeUntil("2026-01-01");
	// The sale leaves the window of 28 days with 01-29; the 28th day below is 02-25.
	await judgeUntil("2026-02-24");
	expect(await changes()).toEqual([
		{ day: "2026-01-01", to: "CLOSED", reason: "CRITERIA_AND_ITEMS", missing: [] },
	]);
	await judgeUntil("2026-02-25");
	expect((await changes())[1]).toEqual({
		day: "2026-02-25",
		to: "REOPENED",
		reason: "BELOW_TOO_LONG",
		missing: ["PUBLIC_SHARE", "GROWTH"],
	});
});

test("a step whose data hold closes within the hour of its last item, and not before", async () => {
	await importText(file([`E1,1,sale,2026-01-01 10:00:00,S-A,P1,杯子,B1,1,100.00,public,`]));
	const brandId = (await makeBrands()).get("S-A")?.brandId;
	await pool().query(
		`INSERT INTO playbook_items (id, brand_id, key, template_version, step, position, owner, is_required, evidence_kind, due_on)
		 VALUES ('itm_late', $1, 'late', 1, 2, 1, 'BRAND', true, 'NONE', '2026-01-01')`,
		[brandId],
	);
	const standing = async () =>
		(
			await pool().query(
				"SELECT state, since, (SELECT count(*)::int FROM playbook_step_changes c WHERE c.brand_id = s.brand_id) AS changes FROM playbook_steps s WHERE brand_id = $1 AND step = 2",
				[brandId],
			)
		).rows[0];
	await judgeUntil("2026-01-02");
	await judgeUntil("2026-01-02");
	expect(await standing()).toEqual({ state: "OPEN", since: null, changes: 0 });
	await pool().query("UPDATE playbook_items SET state = 'DONE' WHERE id = 'itm_late'");
	await judgeUntil("2026-01-02");
	expect(await standing()).toEqual({ state: "CLOSED", since: "2026-01-02", changes: 1 });
	await judgeUntil("2026-01-02");
	expect((await standing()).changes).toBe(1);
});

const year = fileURLToPath(new URL("../../../../shared/data/orders-2010.csv.gz", import.meta.url));
const shops = ["NETHERLANDS", "PORTUGAL"];

/**
 * Channels of the year's lines, by rule: the sum of an event's digits modulo 5 is the place in the list of channels, and a
 * line of distribution is of the streamer whose number is that sum modulo 17.
 */
async function readYear(): Promise<{ csv: string[]; lines: Lines }> {
	const lines: Lines = new Map();
	const csv: string[] = [];
	for await (const text of createInterface({ input: createReadStream(year).pipe(createGunzip()) })) {
		const fields = text.split(",");
		const [event = "", , type, at = "", shop = "", product = "", , buyer = "", quantity, amount = ""] =
			fields;
		if (fields.length !== 10 || !shops.includes(shop) || text.includes('"')) continue;
		if (Number(quantity) <= 0 || Number(amount) <= 0) continue;
		const sum = [...event].reduce((total, digit) => total + (Number(digit) || 0), 0);
		const channel = channels[sum % 5] ?? "";
		const streamer = channel === "distribution" ? `T${sum % 17}` : "";
		csv.push(`${text},${channel},${streamer}`);
		const [whole = "0", rest = ""] = amount.split(".");
		const fen = BigInt(whole) * 100n + BigInt(rest.padEnd(2, "0"));
		const own = lines.get(shop) ?? [];
		lines.set(shop, own);
		own.push({ day: at.slice(0, 10), isSale: type === "sale", channel, product, buyer, streamer, fen });
	}
	return { csv, lines };
}

test.skipIf(!existsSync(year))(
	"orders of 2010, shops as brands: the rollups come to what the pure rules find",
	async () => {
		const { csv, lines } = await readYear();
		expect(csv.length).toBeGreaterThan(3_000);
		expect(await importText(file(csv))).toMatchObject({ ok: true, rejected: 0 });
		const brands = await makeBrands();
		await judgeUntil("2010-12-09");
		await expectSame(lines, brands, "2010-12-09");
	},
	60_000,
);
