import pg from "pg";
import { beforeAll, expect, test, vi } from "vitest";
import { findBrief, listBriefWeeks, wantsBriefMail } from "@/lib/domains/playbook/data/briefs";
import { listBurstProducts, readCohorts } from "@/lib/domains/playbook/data/burst";
import { findProductStory, listStreamers, nameProducts } from "@/lib/domains/playbook/data/products";
import { readStepsView } from "@/lib/domains/playbook/loaders/steps";
import { chooseBriefMail } from "@/lib/domains/playbook/mutations/briefs/choose-mail";
import { writeBriefs } from "@/lib/domains/playbook/mutations/briefs/write-briefs";
import { judgeUntil } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import type { BrandScope } from "@/lib/platform/session/scope";
import { importText } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";

const brandId = "brd_stations";
const week = "2026-03-09";
let own: { scope: BrandScope; shopId: number };
let stranger: BrandScope;

const header =
	"event_id,line_no,type,occurred_at,shop_id,product_id,product_name,buyer_id,quantity,amount,channel,streamer_id";
const sale = (id: string, day: string, product: string, amount: number, streamer = "") =>
	`${id},1,sale,${day} 12:00:00,S-ST,${product},名${product},B${id},1,${amount}.00,${streamer ? "distribution" : "public"},${streamer}`;

beforeAll(async () => {
	await emptyGmv();
	const manager = await createMember({ role: "brand_manager" });
	stranger = (await createMember({ role: "brand_manager" })).scope as BrandScope;
	await db().brand.create({
		data: {
			...{
				id: brandId,
				organisationId: manager.organisation.id,
				name: "听松",
				kind: "WELL_KNOWN",
				category: "茶饮",
			},
			playbookFrom: new Date("2026-02-01"),
		},
	});
	const csv = [
		header,
		...[sale("E1", "2026-02-10", "P1", 400), sale("E2", "2026-03-03", "P2", 100)],
		...[sale("E3", "2026-03-10", "P1", 300, "阿岚"), sale("E4", "2026-03-11", "P1", 200, "北北")],
		...[sale("E5", "2026-03-11", "P2", 50, "北北"), sale("E6", "2026-03-12", "P3", 10)],
	];
	await importText(`${csv.join("\n")}\n`);
	const { rows } = await pool().query("UPDATE shops SET brand_id = $1 WHERE code = 'S-ST' RETURNING id", [
		brandId,
	]);
	own = { scope: manager.scope as BrandScope, shopId: rows[0].id };
	await judgeUntil("2026-03-15");
});

test("a product's story names its best week and who sold in it; streamers are ranked; strangers find nothing", async () => {
	const key = { shopId: own.shopId, productId: "P1" };
	const story = await findProductStory(own.scope, brandId, key, 200);
	// 500 in the best seven days over a week's hundred, 400 in the 28 days before.
	expect(story).toMatchObject({ weekFen: 50_000n, weekSales: 2, baselineKind: "OWN", weekTo: "2026-03-11" });
	expect(Number(story?.baselineEighths) / 8).toBe(10_000);
	expect(story?.streamers.map(({ streamerId }) => streamerId)).toEqual(["阿岚", "北北"]);
	expect(story?.interval?.rounds).toBe(1000);
	expect([...(await nameProducts([key])).values()]).toEqual(["名P1"]);
	const period = { before: "2026-02-01", from: "2026-03-09", to: "2026-03-15" };
	expect(await listStreamers(own.scope, brandId, period)).toMatchObject([
		{ streamerId: "阿岚", fen: 30_000n },
		{ streamerId: "北北", fen: 25_000n, sales: 2, days: 1 },
	]);
	expect(await findProductStory(stranger, brandId, key, 200)).toBeNull();
	expect(await findProductStory(own.scope, brandId, { ...key, productId: "P3" }, 200)).toBeNull();
	expect(await listStreamers(stranger, brandId, period)).toEqual([]);
});

const mails = () => db().mailMessage.findMany({ where: { key: { startsWith: `playbookBrief:${brandId}` } } });

test("a week's brief is written and mailed once; who switched the mail off gets none", async () => {
	expect(await writeBriefs(week)).toBe(1);
	expect(await writeBriefs(week)).toBe(0);
	const { brief } = (await findBrief(own.scope, brandId, week)) ?? {};
	expect(brief).toMatchObject({
		...{ netFen: "56000", beforeFen: "10000", product: { productId: "P1", fen: "50000", hundredths: 500 } },
		streamers: { count: 2, before: 0, top: [{ streamerId: "阿岚", fen: "30000" }, { streamerId: "北北" }] },
	});
	expect(brief?.moves.map(({ code }) => code)).toContain("STREAMERS");
	expect(brief?.policyVersion).toBe(1);
	const [mail, ...more] = await mails();
	expect(more).toEqual([]);
	expect(mail?.subject).toBe("听松 周报：净成交额 ¥560.00，环比增长 460%");
	expect(mail?.text).toContain("名P1：7 天分销 ¥500.00，2 笔，本周为基线的 5.00 倍");
	expect(mail?.text).toContain("数据标准的变化 (按步骤标准第 1 版)");

	expect(await findBrief(stranger, brandId, week)).toBeNull();
	expect(await listBriefWeeks(stranger, brandId)).toEqual([]);
	await expect(chooseBriefMail(stranger, { brandId, isOn: false })).rejects.toMatchObject({
		code: "NOT_FOUND",
	});

	expect(await chooseBriefMail(own.scope, { brandId, isOn: false })).toEqual({ ok: true });
	expect(await chooseBriefMail(own.scope, { brandId, isOn: false })).toEqual({ ok: true });
	expect(await db().auditEntry.count({ where: { action: "playbook.brief-mail" } })).toBe(1);
	expect(await wantsBriefMail(own.scope, brandId)).toBe(false);
	expect(await writeBriefs("2026-03-02")).toBe(1);
	expect(await mails()).toHaveLength(1);
	expect(await listBriefWeeks(own.scope, brandId)).toEqual([week, "2026-03-02"]);
	await chooseBriefMail(own.scope, { brandId, isOn: true });
	expect(await wantsBriefMail(own.scope, brandId)).toBe(true);
});

test("a page about a brand's numbers asks a fixed number of questions, whatever there is to show", async () => {
	const asked = vi.spyOn(pg.Client.prototype, "query");
	const count = async (read: () => Promise<unknown>) => {
		asked.mockClear();
		await read();
		return asked.mock.calls.length;
	};
	const period = { before: "2026-02-01", from: "2026-03-09", to: "2026-03-15" };
	const pages = async () => [
		await count(() => readStepsView(own.scope, brandId, "2026-03-16")),
		await count(async () => nameProducts(await listBurstProducts(own.scope, brandId, 200))),
		await count(() => listStreamers(own.scope, brandId, period)),
		await count(() => readCohorts(own.scope, brandId, "2026-03-15")),
		await count(() => findBrief(own.scope, brandId, week)),
	];
	const budget = [5, 3, 1, 1, 1];
	expect(await pages()).toEqual(budget);
	const lines = Array.from({ length: 30 }, (_, n) => sale(`M${n}`, "2026-03-14", `Q${n}`, 20, `主播${n}`));
	await importText(`${[header, ...lines].join("\n")}\n`);
	await judgeUntil("2026-03-15");
	expect(await listBurstProducts(own.scope, brandId, 200)).toHaveLength(32);
	expect(await pages()).toEqual(budget);
	expect(await readStepsView(stranger, brandId, "2026-03-16")).toBeNull();
	asked.mockRestore();
});
