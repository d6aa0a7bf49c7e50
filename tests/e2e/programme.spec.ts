import { readFileSync } from "node:fs";
import { expect, test } from "playwright/test";
import { signIn } from "./people";

const lead = "lead@windmaker.example";

test("from the glance to the rows, the file, the wall and the paper", async ({ page }) => {
	await signIn(page, lead);
	await page.goto("/ops/programme");
	await expect(page.getByRole("heading", { level: 1, name: "造风者计划" })).toBeVisible();
	const card = page.getByRole("region", { name: "过亿服务商", exact: true });
	await expect(card.getByText("/ 200 家")).toBeVisible();
	await page.getByRole("button", { name: /^过亿服务商：这个数怎么来的/ }).click();
	await expect(page.getByText("恰好 ¥1亿 不计", { exact: false })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(page.getByText("恰好 ¥1亿 不计", { exact: false })).toBeHidden();

	// The number is the number of rows behind it, and of lines in the file.
	const count = (await card.getByRole("link").first().textContent())?.trim() ?? "";
	await card.getByRole("link").first().click();
	await expect(page).toHaveURL(/\/ops\/programme\/partners\?band=[\w-]+$/);
	await expect(page.getByText(`共 ${count} 条`)).toBeVisible();
	await page.getByRole("link", { name: "近一整月" }).click();
	await expect(page).toHaveURL(/sort=month/);
	await expect(page.getByRole("columnheader", { name: "近一整月" })).toHaveAttribute(
		"aria-sort",
		"descending",
	);
	const [file] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "导出 CSV" }).click(),
	]);
	const lines = readFileSync(await file.path(), "utf8")
		.trim()
		.split("\r\n");
	expect(lines).toHaveLength(Number(count) + 1);

	await page.goto("/ops/programme/wall");
	await expect(page.getByRole("heading", { level: 1, name: "造风者计划" })).toBeVisible();
	await expect(page.getByRole("status").filter({ hasText: "刷新于" })).toBeVisible();
	await expect(page.getByRole("navigation")).toHaveCount(0);

	await page.goto("/ops/programme/report");
	await page.emulateMedia({ media: "print" });
	await expect(page.getByRole("button", { name: "打印" })).toBeHidden();
	await expect(page.getByRole("table", { name: "各档家数（月末）" })).toBeVisible();
	await expect(page.getByRole("heading", { name: "口径" })).toBeVisible();
});

test("figures and pictures are saved, and a month of the past names who crossed", async ({ page }) => {
	await signIn(page, lead);
	await page.goto("/ops/programme");
	const [picture] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("button", { name: "导出 PNG" }).click(),
	]);
	expect(picture.suggestedFilename()).toMatch(/^windmaker-dashboard-.*\.png$/);
	expect([...readFileSync(await picture.path()).subarray(1, 4)]).toEqual([...Buffer.from("PNG")]);
	await page.goto("/ops/programme/history?by=month");
	await page.getByRole("navigation", { name: "选择月份" }).getByRole("link").first().click();
	await expect(page).toHaveURL(/month=\d{4}-\d{2}.*by=month/);
	await expect(page.getByText("未达线 → 过亿服务商").first()).toBeVisible();
	await page.goto("/ops/programme/tracks");
	await expect(page.getByText("最落后：").first()).toBeVisible();
});

test("fits a phone without scrolling sideways", async ({ page }) => {
	await page.setViewportSize({ width: 375, height: 812 });
	await signIn(page, lead);
	const paths = ["", "/partners", "/tracks", "/history", "/wall", "/report"].map(
		(path) => `/ops/programme${path}`,
	);
	for (const path of [...paths, "/ops/evaluations"]) {
		await page.goto(path);
		await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
		const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
		expect(overflow, path).toBeLessThanOrEqual(0);
	}
});
