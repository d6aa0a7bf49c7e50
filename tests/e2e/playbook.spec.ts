import { expect, test } from "playwright/test";
import { openAs } from "./people";

test("a tick made offline is kept and sent; a second person is told; the item is reopened", async ({
	browser,
}) => {
	const page = await openAs(browser, "brand@windmaker.example");
	await page.setViewportSize({ width: 375, height: 800 });
	const item = page.locator('[data-item="cohort-review"]');
	// A route keeps the browser from its cache: what a first touch fetches is not there yet, as on a phone that just came in.
	await page.route("**/*", (route) => route.continue());
	await page.goto("/brand/playbook?step=4");
	await expect(item.getByRole("button", { name: "完成“看首购周复购”" })).toBeVisible();
	const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
	expect(overflow, "nothing is wider than a phone").toBeLessThanOrEqual(0);

	const other = await openAs(browser, "brand@windmaker.example");
	await other.goto("/brand/playbook?step=4");
	const same = other.locator('[data-item="cohort-review"]');
	await expect(same.getByRole("button")).toBeVisible();

	await page.context().setOffline(true);
	await item.getByRole("button").press("Space");
	await expect(item.getByText(/离线：已保存在本机/)).toBeVisible();
	await expect(
		page.getByRole("heading", { level: 1 }),
		"the first touch without a line keeps the page",
	).toBeVisible();
	await page.context().setOffline(false);
	await expect(item.getByText(/叶棠 完成于/)).toBeVisible();

	await same.getByRole("button").click();
	await expect(same.getByText("叶棠已经完成了这一项，您的操作没有重复记录。")).toBeVisible();

	await page.reload();
	await item.getByRole("button", { name: "重新打开“看首购周复购”" }).click();
	await expect(item.getByText(/到期/)).toBeVisible();
	await expect(item.getByRole("button", { name: "完成“看首购周复购”" })).toBeVisible();
	await page.context().close();
	await other.context().close();
});
