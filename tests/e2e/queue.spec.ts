import { expect, test } from "playwright/test";
import { openAs } from "./people";

test("the queue is searched, narrowed, walked by keys, and its columns are chosen", async ({ browser }) => {
	const page = await openAs(browser, "lead@windmaker.example");
	await page.goto("/ops/applications");
	await expect(page.getByRole("heading", { name: "准入审核" })).toBeVisible();
	const rows = page.locator("tr[data-row]");
	const name = await rows.first().locator("[data-row-link]").textContent();

	await page.keyboard.press("j");
	await expect(rows.first().locator("[data-row-link]")).toBeFocused();
	await page.keyboard.press("x");
	await expect(page.getByText("已选 1 条")).toBeVisible();
	await page.keyboard.press("x");
	await page.keyboard.press("?");
	await expect(page.getByRole("dialog", { name: "键盘操作" })).toBeVisible();
	await page.keyboard.press("Escape");
	await expect(rows.first().locator("[data-row-link]")).toBeFocused();

	const header = page.getByRole("columnheader", { name: "联系人" });
	await expect(header).toBeVisible();
	await page.getByRole("button", { name: "列设置" }).click();
	await page.getByRole("checkbox", { name: "联系人" }).click();
	await expect(header).toHaveCount(0);
	await page.getByRole("checkbox", { name: "联系人" }).click();
	await expect(header).toBeVisible();
	await page.keyboard.press("Escape");
	// The menu gives the focus back as it closes; only then do keys belong to the list again.
	await expect(page.getByRole("button", { name: "列设置" })).toBeFocused();

	await page.keyboard.press("/");
	await expect(page.getByRole("searchbox").or(page.locator("input[name=q]")).first()).toBeFocused();
	await page.keyboard.type((name ?? "").slice(0, 2));
	await page.getByRole("button", { name: "查询" }).click();
	await expect(page).toHaveURL(/q=/);
	await expect(page.getByRole("link", { name: name ?? "", exact: true })).toBeVisible();

	await page.goto("/ops/applications?tab=all&q=龘龘");
	await expect(page.getByText("没有符合条件的申请")).toBeVisible();
	await page.context().close();
});

test("the lead's figures say what they are made of; an auditor takes nothing", async ({ browser }) => {
	const page = await openAs(browser, "auditor@windmaker.example");
	await page.goto("/ops/applications");
	await expect(page.getByRole("button", { name: "领取下一件" })).toHaveCount(0);
	await page.getByRole("link", { name: "审核数据" }).click();
	await expect(page.getByRole("heading", { name: "审核数据" })).toBeVisible();
	await expect(page.getByText("这些数怎么来的")).toBeVisible();
	await expect(page.getByRole("heading", { name: "审核员之间的一致性" })).toBeVisible();
	await page.context().close();
});
