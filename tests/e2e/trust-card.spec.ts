import { expect, type Page, test } from "playwright/test";
import { openAs } from "./people";

const guarantee = "七天无理由";

/** What the badge says, as another site would fetch it. */
async function readBadge(page: Page, path: string) {
	const answer = await page.request.get(path);
	return { text: await answer.text(), headers: answer.headers() };
}

test("a guarantee is taken on, shown to everybody, suspended, appealed and held again", async ({
	browser,
}) => {
	test.setTimeout(90_000);
	const brand = await openAs(browser, "brand@windmaker.example");
	await brand.goto("/brand/trust?state=none");
	await brand.getByRole("rowheader").getByRole("link").first().click();
	await brand.waitForURL(/\/brand\/trust\/cards\/\d+/);
	const shopId = brand.url().split("/").at(-1);
	const own = brand.locator('[data-guarantee="SEVEN_DAY_RETURN"]');
	await own.getByRole("button", { name: `加入 ${guarantee}` }).click();
	const consent = brand.getByRole("dialog");
	await consent.getByRole("button", { name: "同意并加入" }).click();
	await expect(consent.getByText("请先阅读并同意条款。")).toBeVisible();
	await consent.getByRole("checkbox").click();
	await consent.getByRole("button", { name: "同意并加入" }).click();
	await expect(own.getByText("生效中")).toBeVisible();

	const snippet = await brand.getByLabel("嵌入代码").inputValue();
	const image = new URL(/src="([^"]+)"/.exec(snippet)?.[1] ?? "");
	const card = new URL(/href="([^"]+)"/.exec(snippet)?.[1] ?? "").pathname;
	const anybody = await (await browser.newContext()).newPage();
	const { text, headers } = await readBadge(anybody, image.pathname);
	expect(text).toContain(guarantee);
	expect(headers).toMatchObject({ "content-type": "image/svg+xml; charset=utf-8" });
	expect(headers["cache-control"]).toContain("public");
	expect(headers["set-cookie"]).toBeUndefined();
	const again = await anybody.request.get(image.pathname, {
		headers: { "if-none-match": headers.etag ?? "" },
	});
	expect(again.status()).toBe(304);
	expect((await readBadge(anybody, `${image.pathname}?lang=en`)).text).toContain("Trust card");
	await anybody.goto(card);
	await expect(anybody.getByText(guarantee, { exact: true })).toBeVisible();

	const reviewer = await openAs(browser, "reviewer@windmaker.example");
	await reviewer.goto(`/ops/trust/cards/${shopId}`);
	await reviewer.getByRole("button", { name: `暂停 ${guarantee}` }).click();
	const suspend = reviewer.getByRole("dialog");
	await suspend.getByLabel("理由").selectOption("FALSE_PROMISE");
	await suspend.getByLabel("说明").fill("详情页与承诺不符");
	await suspend.getByRole("button", { name: "暂停" }).click();
	await expect(reviewer.getByRole("button", { name: "恢复" })).toBeVisible();
	expect((await readBadge(anybody, image.pathname)).text).toContain("暂无保障");

	await brand.reload();
	await own.getByRole("button", { name: "提出申诉" }).click();
	await brand.getByRole("dialog").getByLabel("申诉理由").fill("详情页已更正");
	await brand.getByRole("dialog").getByRole("button", { name: "提出申诉" }).click();
	await expect(own.getByText(/前答复/)).toBeVisible();
	await reviewer.reload();
	await expect(reviewer.getByText("您是暂停人，须由他人答复。")).toBeVisible();
	await reviewer.context().close();

	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/trust/cards?state=appealed");
	await lead.locator(`a[href="/ops/trust/cards/${shopId}"]`).click();
	await lead.getByRole("button", { name: "答复申诉" }).click();
	const answer = lead.getByRole("dialog");
	await answer.getByLabel("结论").selectOption("UPHELD");
	await answer.getByLabel("答复", { exact: false }).last().fill("已核实");
	await answer.getByRole("button", { name: "答复申诉" }).click();
	await expect(lead.locator('[data-guarantee="SEVEN_DAY_RETURN"]').getByText("生效中")).toBeVisible();
	await lead.context().close();
	await anybody.reload();
	await expect(anybody.getByText(guarantee, { exact: true })).toBeVisible();
	await anybody.context().close();

	await brand.reload();
	await own.getByRole("button", { name: `退出 ${guarantee}` }).click();
	await brand
		.getByRole("dialog")
		.or(brand.getByRole("alertdialog"))
		.getByRole("button", { name: "确认退出" })
		.click();
	await expect(own.getByText("未加入")).toBeVisible();
	for (const missing of ["/brand/trust/cards/2147483647", "/brand/trust/claims/none", "/cards/none"])
		expect((await brand.request.get(missing)).status()).toBe(404);
	await brand.context().close();
});
