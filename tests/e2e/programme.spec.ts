import { expect, test } from "playwright/test";
import { signIn } from "./people";

const lead = "lead@windmaker.example";

test("the dashboard says where the programme stands and where each number comes from", async ({ page }) => {
	await signIn(page, lead);
	await page.goto("/ops/programme");
	await expect(page.getByRole("heading", { level: 1, name: "造风者计划" })).toBeVisible();
	for (const [band, target] of [
		["10亿服务商", "/ 100 家"],
		["过亿服务商", "/ 200 家"],
	] as const) {
		const card = page.getByRole("region", { name: band, exact: true });
		await expect(card.getByText(target)).toBeVisible();
		await expect(card.getByText("直线推算")).toBeVisible();
	}
	await page.getByRole("button", { name: /^过亿服务商：这个数怎么来的/ }).click();
	await expect(page.getByText("恰好", { exact: false })).toBeVisible();
	await page.keyboard.press("Escape");

	await page.getByRole("radio", { name: "表", exact: true }).first().click();
	await expect(page.getByRole("region", { name: "净成交额走势" }).getByRole("row")).not.toHaveCount(0);
});

test("track and grain live in the address", async ({ page }) => {
	await signIn(page, lead);
	await page.goto("/ops/programme");
	await page.getByRole("navigation", { name: "选择赛道" }).getByRole("link", { name: "培训赋能" }).click();
	await expect(page).toHaveURL(/track=training/);
	await page.getByRole("navigation", { name: "走势的时间粒度" }).getByRole("link", { name: "按月" }).click();
	await expect(page).toHaveURL(/track=training&by=month/);
	await page.reload();
	await expect(
		page.getByRole("navigation", { name: "选择赛道" }).getByRole("link", { name: "培训赋能" }),
	).toHaveAttribute("aria-current", "page");
});

test("fits a phone without scrolling sideways", async ({ page }) => {
	await page.setViewportSize({ width: 375, height: 812 });
	await signIn(page, lead);
	for (const path of ["/ops/programme", "/ops/evaluations"]) {
		await page.goto(path);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overflow, path).toBeLessThanOrEqual(0);
	}
});
