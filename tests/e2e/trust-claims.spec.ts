import { randomUUID } from "node:crypto";
import { expect, type Page, test } from "playwright/test";
import { openAs, signIn } from "./people";

const lead = "lead@windmaker.example";
const brand = "brand@windmaker.example";

test.slow();

/** A key for a source of its own that may send orders and open claims. */
async function makeKey(page: Page, source: string): Promise<string> {
	await page.goto("/ops/api-keys");
	await page.getByRole("button", { name: "新建密钥" }).first().click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("用途").fill("信任卡端到端测试");
	await dialog.getByLabel("来源代码").fill(source);
	await dialog.getByLabel("提交赔付申请与申诉").check();
	await dialog.getByLabel("查询赔付申请").check();
	await dialog.getByRole("button", { name: "生成密钥" }).click();
	const key = await dialog.locator("code").textContent();
	await dialog.getByRole("button", { name: "我已保存" }).click();
	return key ?? "";
}

const shanghaiNow = () => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19).replace("T", " ");

/** A scarf paid for this moment. */
async function sendOrder(page: Page, headers: Record<string, string>, of: Record<string, string>) {
	const order = {
		...{ line_no: 1, type: "sale", occurred_at: shanghaiNow(), quantity: 1 },
		...{ product_id: "P-T", product_name: "羊绒围巾", buyer_id: "BUYER-T", ...of },
	};
	const sent = await page.request.post("/api/v1/orders", { headers, data: [order] });
	expect((await sent.json()).accepted).toBe(1);
}

/** A shop of the demo brand whose card nothing stands on yet. */
async function openBareCard(page: Page): Promise<{ code: string; shopId: string }> {
	await page.goto("/brand/trust?state=none");
	const row = page.getByRole("row").last();
	const code = (await row.getByText(/^DS\d+$/).textContent()) ?? "";
	await row.getByRole("link").first().click();
	await page.waitForURL(/\/brand\/trust\/cards\/\d+$/);
	return { code, shopId: page.url().split("/").at(-1) ?? "" };
}

test("from the card to a claim, its payment once the deposit reaches, the shop's appeal and what comes of it", async ({
	page,
	browser,
}) => {
	const shop = await openAs(browser, brand);
	const { code, shopId } = await openBareCard(shop);
	await shop.getByRole("button", { name: /加入.*七天无理由|七天无理由.*加入/ }).click();
	const consent = shop.getByRole("dialog");
	await consent.getByRole("checkbox").check();
	await consent.getByRole("button", { name: "同意并加入" }).click();
	await expect(consent).toBeHidden();

	await signIn(page, lead);
	const key = await makeKey(page, `trust-${randomUUID().slice(0, 8)}`);
	const headers = { authorization: `Bearer ${key}` };
	await sendOrder(page, headers, { event_id: "T-1", shop_id: code, amount: "88.80" });
	const claim = {
		...{ key: "claim-1", eventId: "T-1", lineNo: 1, guarantee: "SEVEN_DAY_RETURN", reason: "NO_REASON" },
		statement: "尺寸不合适，七天内申请退货",
		facts: { signedOn: shanghaiNow().slice(0, 10), goodsClass: "ORDINARY" },
	};
	const opened = await page.request.post("/api/v1/claims", { headers, data: claim });
	const answer = await opened.json();
	expect(answer).toMatchObject({ outcome: "GRANTED", amount: "88.80", payment: "QUEUED" });
	const again = await page.request.post("/api/v1/claims", { headers, data: claim });
	expect((await again.json()).number).toBe(answer.number);

	await page.goto(`/ops/trust/claims?tab=queued&q=${answer.number}`);
	await expect(page.getByText("保证金不足，排队支付")).toBeVisible();
	await page.goto(`/ops/trust/accounts/${shopId}`);
	await page.getByRole("button", { name: "登记到账或转出" }).click();
	const money = page.getByRole("dialog");
	await money.getByLabel("金额（元）").fill("0");
	await money.getByLabel("事由").fill("店铺补足保证金");
	await money.getByRole("button", { name: "登记" }).click();
	await expect(money.getByRole("alert").first()).toBeVisible();
	await money.getByLabel("金额（元）").fill("100");
	await money.getByRole("button", { name: "登记" }).click();
	await expect(money).toBeHidden();
	await expect(page.getByRole("row").filter({ hasText: answer.number })).toContainText("88.80");

	await shop.goto("/brand/trust/claims");
	await shop.getByRole("link", { name: answer.number }).click();
	await expect(shop.getByText("承诺").or(shop.getByText("实付货款")).first()).toBeVisible();
	await shop.getByLabel("申诉理由").fill("商品已拆封使用，附开箱视频");
	await shop.getByRole("button", { name: "提出申诉" }).click();
	await expect(shop.getByText("店铺申诉")).toBeVisible();

	await page.goto(`/ops/trust/claims?tab=appeals&q=${answer.number}`);
	await page.getByRole("link", { name: answer.number }).click();
	await page.getByLabel("答复申诉").selectOption("成立");
	await page.getByRole("textbox", { name: /^答复/ }).fill("证据充分，平台承担");
	await page.getByRole("button", { name: "答复申诉" }).click();
	await expect(page.getByText("平台已补偿店铺 ¥88.80")).toBeVisible();

	await shop.goto(`/brand/trust/accounts/${shopId}`);
	await expect(shop.getByRole("row").filter({ hasText: "申诉补偿" })).toContainText("88.80");

	await page.goto("/ops/trust/scorecards");
	await page.getByRole("rowheader").getByRole("link").first().click();
	await expect(page.getByRole("heading", { name: "售前" })).toBeVisible();
	await expect(page.getByRole("region", { name: "按周数据" }).getByRole("row")).toHaveCount(13);
	await page.goto("/ops/trust/repurchase?window=30");
	await expect(page.getByRole("rowheader", { name: "全部店铺合计" })).toBeVisible();
	await page.goto("/ops/trust/repurchase?window=90&guarantee=TENFOLD_COMPENSATION");
	await expect(page.getByText("数据不足").first()).toBeVisible();
	await shop.goto("/brand/trust/repurchase");
	await expect(shop.getByRole("rowheader", { name: "全部店铺合计" })).toHaveCount(0);

	const other = await openAs(browser, "partner@windmaker.example");
	expect((await other.goto(`/brand/trust/claims/${answer.number}`))?.status()).toBe(404);
	await other.context().close();
	await shop.context().close();
});

test("a shop sets its own ceilings: within them the machine grants, above them a person, and used up none", async ({
	page,
	browser,
}) => {
	const shop = await openAs(browser, brand);
	const { code, shopId } = await openBareCard(shop);
	const own = shop.locator('[data-guarantee="REFUND_WITHOUT_RETURN"]');
	await expect(own.getByText(/保证金不低于 ¥1,000.00/)).toBeVisible();
	await expect(own.getByRole("button", { name: /加入/ })).toHaveCount(0);

	await signIn(page, lead);
	await page.goto(`/ops/trust/accounts/${shopId}`);
	await page.getByRole("button", { name: "登记到账或转出" }).click();
	const money = page.getByRole("dialog");
	await money.getByLabel("金额（元）").fill("1000");
	await money.getByLabel("事由").fill("店铺缴纳保证金");
	await money.getByRole("button", { name: "登记" }).click();
	await expect(money).toBeHidden();

	await shop.reload();
	await own.getByRole("button", { name: /加入/ }).click();
	const consent = shop.getByRole("dialog");
	const [ofOrder, ofBuyer] = [consent.getByLabel("每单额度（元）"), consent.getByLabel("每位买家额度（元）")];
	await consent.getByRole("checkbox").check();
	await ofOrder.fill("50");
	await ofBuyer.fill("30");
	await consent.getByRole("button", { name: "同意并加入" }).click();
	await expect(consent.getByText(/每位买家的额度不低于每单额度/)).toBeVisible();
	await expect(ofBuyer).toHaveValue("30");
	await ofBuyer.fill("60");
	await consent.getByRole("button", { name: "同意并加入" }).click();
	await expect(own.getByText("每单额度 ¥50.00，每位买家额度 ¥60.00")).toBeVisible();

	const key = await makeKey(page, `trust-${randomUUID().slice(0, 8)}`);
	const headers = { authorization: `Bearer ${key}` };
	const buyer_id = `BUYER-${randomUUID().slice(0, 8)}`;
	async function claim(eventId: string, amount: string) {
		await sendOrder(page, headers, { event_id: eventId, shop_id: code, amount, buyer_id });
		const data = {
			...{ key: `claim-${eventId}`, eventId, lineNo: 1, guarantee: "REFUND_WITHOUT_RETURN" },
			...{ reason: "DAMAGED", statement: "到货时已破损", facts: { signedOn: shanghaiNow().slice(0, 10) } },
		};
		return (await page.request.post("/api/v1/claims", { headers, data })).json();
	}
	expect(await claim("R-1", "40.00")).toMatchObject({ outcome: "GRANTED", amount: "40.00", payment: "PAID" });

	const over = await claim("R-2", "88.80");
	expect(over).toMatchObject({ outcome: null });
	await page.goto(`/ops/trust/claims?tab=all&q=${over.number}`);
	await page.getByRole("link", { name: over.number }).click();
	await expect(page.getByText("超出每单额度")).toBeVisible();
	await expect(page.getByText("超出买家剩余额度")).toBeVisible();
	await expect(page.getByText(/可用额度（每单 ¥50.00，买家剩余 ¥20.00）/)).toBeVisible();
	await page.getByText("支持 ¥20.00").click();
	await page.getByRole("button", { name: "支持并支付" }).click();
	await expect(page.getByText("已支付").first()).toBeVisible();

	const used = await claim("R-3", "30.00");
	await page.goto(`/ops/trust/claims?tab=all&q=${used.number}`);
	await page.getByRole("link", { name: used.number }).click();
	await expect(page.getByText("买家额度已用完；仍可依法退货")).toBeVisible();

	await shop.reload();
	await shop.getByRole("button", { name: /调整额度/ }).click();
	await shop.getByRole("dialog").getByLabel("每单额度（元）").fill("20");
	await shop.getByRole("dialog").getByRole("button", { name: "保存额度" }).click();
	await expect(own.getByText("每单额度 ¥20.00，每位买家额度 ¥60.00")).toBeVisible();
	await expect(shop.getByText("调整退款不退货的额度")).toBeVisible();
	await shop.goto(`/brand/trust/accounts/${shopId}`);
	await expect(shop.getByText("¥940.00").first()).toBeVisible();
	await shop.context().close();
});
