import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

const lead = "lead@windmaker.example";
const partner = "partner@windmaker.example";

test.slow();

test("the explorer narrows from the platform to the day of a shop, and its export adds up to its total", async ({
	page,
}) => {
	await signIn(page, lead);
	await page.goto("/ops/gmv");
	await expect(page.getByRole("heading", { level: 1, name: "成交分析" })).toBeVisible();
	await page.getByRole("navigation", { name: "日期范围" }).getByRole("link", { name: "上月" }).click();
	await expect(page).toHaveURL(/preset=lastMonth/);
	const table = page.getByRole("region", { name: "按服务商" });
	await expect(table.getByRole("row", { name: /^未归属/ })).toBeVisible();
	const total = await table.getByRole("row", { name: /^合计/ }).getByRole("cell").first().textContent();

	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "导出 CSV" }).click();
	const stream = await (await download).createReadStream();
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece as Buffer);
	const lines = Buffer.concat(pieces).toString("utf8").trim().split("\r\n").slice(1);
	const netFen = (line = "") => BigInt((line.split(",").at(-1) ?? "0").replace(".", ""));
	const sum = lines.slice(0, -1).reduce((fen, line) => fen + netFen(line), 0n);
	expect(lines.at(-1)).toContain("合计");
	expect(sum).toBe(netFen(lines.at(-1)));
	expect(total?.replaceAll(/[^\d.-]/g, "")).toContain((Number(sum) / 100).toFixed(2));

	await table.getByRole("row").nth(1).getByRole("link").click();
	await expect(page).toHaveURL(/group=shop/);
	await page.getByRole("region", { name: "按店铺" }).getByRole("row").nth(1).getByRole("link").click();
	await expect(page).toHaveURL(/\/ops\/gmv\/shops\/\d+/);
	await expect(page.getByRole("heading", { name: "归属时间线" })).toBeVisible();
	await page
		.getByRole("region", { name: "按日成交" })
		.getByRole("row")
		.nth(1)
		.getByRole("link")
		.nth(1)
		.click();
	await expect(page).toHaveURL(/\/days\/\d{4}-\d{2}-\d{2}\?channel=/);
	await expect(page.getByText("只送达了日汇总")).toBeVisible();
});

test("a partner sees its own shops, and not a foreign shop, day or export", async ({ page }) => {
	await signIn(page, partner);
	await page.goto("/partner/gmv");
	await expect(page.getByRole("heading", { level: 1, name: "我的成交" })).toBeVisible();
	await expect(
		page.getByRole("region", { name: "按店铺" }).getByRole("row", { name: /^合计/ }),
	).toBeVisible();
	await expect(page.getByRole("row", { name: /^未归属/ })).toHaveCount(0);
	const own = await page
		.getByRole("region", { name: "按店铺" })
		.getByRole("link")
		.first()
		.getAttribute("href");
	const ids = new Set(Array.from({ length: 8 }, (_, i) => i + 1));
	ids.delete(Number(own?.split("/").at(-1)));
	const answers = await Promise.all(
		[...ids].map(async (id) => (await page.request.get(`/partner/gmv/shops/${id}/days/2026-10-01`)).status()),
	);
	expect(answers).toContain(404);
	expect((await page.request.get("/api/gmv/export")).status()).toBe(404);
	expect((await page.request.get("/api/gmv/own-export?partner=prt_other")).status()).toBe(200);
});

test("a partner proposes a shop, operations confirm, and its GMV is attributed from that day", async ({
	page,
	browser,
}) => {
	await signIn(page, lead);
	await page.goto("/ops/partners/unattributed?page=3");
	const code = await page.getByRole("table").getByRole("rowheader").last().getByRole("link").textContent();
	if (!code) throw new Error("the demo has unattributed shops");

	const owner = await openAs(browser, partner);
	await owner.goto("/partner/shops");
	await owner.getByRole("button", { name: "提出归属" }).click();
	await owner.getByRole("textbox", { name: /店铺代码/ }).fill(code);
	await owner.getByRole("button", { name: "提交提案" }).click();
	await expect(owner.getByRole("row").filter({ hasText: code }).getByText("待确认")).toBeVisible();

	await page.goto(`/ops/partners/proposals?q=${code}`);
	await page.getByRole("button", { name: `确认归属：${code}` }).click();
	await page.getByRole("dialog").getByRole("button", { name: "确认", exact: true }).click();
	await expect(page.getByText("没有这类提案")).toBeVisible();

	await owner.reload();
	const bound = owner
		.getByRole("region", { name: "我的店铺列表" })
		.getByRole("row")
		.filter({ hasText: code });
	await expect(bound.getByText("生效中")).toBeVisible();
	await page.goto(`/ops/partners/unattributed?q=${code}`);
	await expect(page.getByText("没有符合条件的店铺")).toBeVisible();
});
