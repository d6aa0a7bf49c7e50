import { expect, type Page, test } from "playwright/test";
import { openAs, signIn } from "./people";

const lead = "lead@windmaker.example";
const partner = "partner@windmaker.example";
const auditor = "auditor@windmaker.example";

async function readDownload(page: Page, press: () => Promise<void>): Promise<string[]> {
	const download = page.waitForEvent("download");
	await press();
	const stream = await (await download).createReadStream();
	const pieces: Buffer[] = [];
	for await (const piece of stream) pieces.push(piece as Buffer);
	return Buffer.concat(pieces).toString("utf8").trim().split("\r\n");
}

/** The last cell of a line of an export, in fen. */
const lastFen = (line = "") => BigInt((line.split(",").at(-1) ?? "0").replace(".", ""));

/** A key for a source of its own, made on the page as a lead would. */
async function makeKey(page: Page, source: string): Promise<string> {
	await page.goto("/ops/api-keys");
	await page.getByRole("button", { name: "新建密钥" }).first().click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("用途").fill("端到端测试");
	await dialog.getByLabel("来源代码").fill(source);
	await dialog.getByRole("button", { name: "生成密钥" }).click();
	const key = await dialog.locator("code").textContent();
	await dialog.getByRole("button", { name: "我已保存" }).click();
	return key ?? "";
}

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

	const exported = await readDownload(page, () => page.getByRole("link", { name: "导出 CSV" }).click());
	const lines = exported.slice(1);
	const sum = lines.slice(0, -1).reduce((fen, line) => fen + lastFen(line), 0n);
	expect(lines.at(-1)).toContain("合计");
	expect(sum).toBe(lastFen(lines.at(-1)));
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

test("order lines sent by API are told apart from an earlier moment, open to their last line, and can be taken along", async ({
	page,
	browser,
}) => {
	await signIn(page, lead);
	const stamp = Date.now().toString(36);
	const shop = `e2e-${stamp}`;
	const key = await makeKey(page, `e2e-${stamp}`);
	const shanghai = new Date(Date.now() + 8 * 3_600_000);
	const minute = shanghai.toISOString().slice(0, 16);
	const day = `${new Date(Date.UTC(shanghai.getUTCFullYear(), shanghai.getUTCMonth() - 1, 15)).toISOString().slice(0, 8)}15`;

	const question = "/ops/gmv?preset=lastMonth&group=channel";
	const exportNow = async (): Promise<bigint> => {
		const lines = await readDownload(page, () => page.getByRole("link", { name: "导出 CSV" }).click());
		return lastFen(lines.at(-1));
	};
	await page.goto(`${question}&knownOn=${minute}`);
	const known = await exportNow();
	await page.goto(question);
	const before = await exportNow();

	const line = {
		line_no: 1,
		occurred_at: `${day} 10:00:00`,
		shop_id: shop,
		product_id: "P-1",
		buyer_id: "BUYER-1",
		quantity: 1,
	};
	const sent = await page.request.post("/api/v1/orders", {
		headers: { authorization: `Bearer ${key}` },
		data: [
			{ ...line, event_id: "=1+1", type: "sale", product_name: '=HYPERLINK("x")', amount: "120.50" },
			{
				...line,
				event_id: "R-1",
				type: "refund",
				product_name: "茶",
				amount: "20.25",
				sale_event_id: "NEVER",
			},
			{ ...line, event_id: "E-3", type: "sale", product_name: "茶", amount: "0" },
		],
	});
	expect(sent.status()).toBe(200);
	const { results } = await sent.json();
	expect(results.map(({ result, code }: Record<string, string>) => [result, code])).toEqual([
		["accepted", undefined],
		["accepted", undefined],
		["rejected", "AMOUNT_NOT_POSITIVE"],
	]);

	await page.goto(question);
	expect(await exportNow()).toBe(before + 10_025n);
	await page.getByRole("button", { name: "筛选条件" }).click();
	await page.getByLabel("截至时刻已知").fill(minute);
	await page.getByRole("button", { name: "查询" }).click();
	await expect(page).toHaveURL(/knownOn=/);
	await expect(page.getByText(/^截至 .* 已知的数字$/)).toBeVisible();
	expect(await exportNow()).toBe(known);
	await page.getByRole("link", { name: "看现在的数字" }).click();
	await expect(page).not.toHaveURL(/knownOn=/);

	await page.goto(`/ops/gmv?preset=lastMonth&group=shop&shop=${shop}`);
	await page.getByRole("region", { name: "按店铺" }).getByRole("link", { name: shop }).click();
	await expect(page.getByRole("heading", { name: "买家与复购" })).toBeVisible();
	await page
		.getByRole("region", { name: "按日成交" })
		.getByRole("row")
		.nth(1)
		.getByRole("link")
		.first()
		.click();
	await expect(page).toHaveURL(new RegExp(`/days/${day}`));
	const lines = await readDownload(page, () => page.getByRole("link", { name: "导出这些订单行" }).click());
	expect(lines).toHaveLength(3);
	expect(lines[1]).toContain(`'=1+1,1,支付,${day} 10:00:00,`);
	expect(lines[1]).toContain(`"'=HYPERLINK(""x"")"`);
	expect(lines[2]).toContain(",-20.25,");

	const id = /shops\/(\d+)/.exec(page.url())?.[1];
	const owner = await openAs(browser, partner);
	expect((await owner.request.get(`/api/gmv/lines?shop=${id}&day=${day}`)).status()).toBe(404);
	expect((await owner.request.get(`/api/gmv/own-lines?shop=${id}&day=${day}`)).status()).toBe(404);
	await owner.context().close();

	await page.goto(`/ops/gmv/unknown-sales?shop=${shop}`);
	await expect(page.getByRole("row", { name: /R-1.*NEVER.*20\.25/ })).toBeVisible();
});

test("a proof is run from the page with its progress, and read by an auditor who runs none", async ({
	page,
	browser,
}) => {
	await signIn(page, lead);
	await page.goto("/ops/gmv/proofs");
	await page.getByRole("button", { name: "立即核对" }).click();
	await expect(page.getByRole("progressbar", { name: "核对进行中" })).toBeVisible();
	await expect(page.getByRole("button", { name: "立即核对" })).toBeDisabled();
	await expect(page.getByRole("progressbar", { name: "核对进行中" })).toBeHidden({ timeout: 180_000 });
	const history = page.getByRole("region", { name: "历史记录" }).getByRole("row").nth(1);
	await expect(history.getByText("全部一致")).toBeVisible();
	await expect(page.getByRole("row", { name: /店铺日汇总 = 订单事实 通过/ })).toBeVisible();
	await page.goto("/ops/gmv");
	await page.getByRole("link", { name: /核对：全部一致/ }).click();
	await expect(page).toHaveURL(/\/ops\/gmv\/proofs/);

	const reader = await openAs(browser, auditor);
	await reader.goto("/ops/gmv/proofs");
	await expect(reader.getByRole("heading", { name: "逐项结果" })).toBeVisible();
	await expect(reader.getByRole("button", { name: "立即核对" })).toHaveCount(0);
	await reader.context().close();
});
