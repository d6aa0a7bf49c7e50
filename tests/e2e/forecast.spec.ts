import { expect, test } from "playwright/test";
import { signIn } from "./people";

test("the lead reads the forecast, its table, its assumptions, and how good earlier ones were", async ({
	page,
}) => {
	await signIn(page, "lead@windmaker.example");
	await page.goto("/ops/programme");
	await page.getByRole("link", { name: "预测", exact: true }).click();
	await expect(page).toHaveURL(/\/ops\/programme\/forecast$/);
	const bands = page.getByRole("img", { name: /期末家数的分布/ });
	await expect(bands).toHaveCount(2);
	await expect(page.getByText("期末家数（80% 区间）").first()).toBeVisible();
	await page.getByText("查看分布数据").first().click();
	await expect(page.getByRole("columnheader", { name: "达到该家数的概率" }).first()).toBeVisible();
	await expect(page.getByRole("row", { name: /各家互不相干/ })).toBeVisible();
	const likely = page.getByRole("table").filter({ hasText: "每 30 天还需" }).first();
	await expect(likely.getByRole("link").first()).toHaveAttribute("href", /^\/ops\/partners\/par_/);
	const backtest = page.getByRole("region", { name: /公开数据 orders-2010/ });
	await expect(backtest.getByRole("row", { name: /^合计/ })).toContainText("75.8%");
	await expect(page.getByText("windmaker-2021")).toBeVisible();
});

test("a partner sees its own target, chance and months, and of others only groups of five and more", async ({
	page,
}) => {
	await signIn(page, "partner@windmaker.example");
	await page.goto("/partner");
	await page.getByRole("link", { name: "造风者目标", exact: true }).first().click();
	await expect(page.getByRole("heading", { level: 1, name: "造风者目标" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "期末预测" })).toBeVisible();
	await expect(page.getByText("期末净成交额（80% 区间）").first()).toBeVisible();
	await expect(page.getByText("100%")).toBeVisible();
	const peers = page.getByRole("table", { name: "与其他服务商相比" });
	await expect(peers.getByText("你在这里")).toHaveCount(1);
	for (const text of await peers.getByText(/^\d+ 家$/).allTextContents())
		expect(Number.parseInt(text, 10)).toBeGreaterThanOrEqual(5);
	await page.getByRole("radio", { name: "表" }).click();
	await expect(page.getByRole("region", { name: "我的每月净成交额" }).getByRole("table")).toBeVisible();
	expect((await page.goto("/ops/programme/forecast"))?.status()).toBe(404);
});
