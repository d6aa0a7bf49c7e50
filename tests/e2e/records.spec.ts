import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

const reviewer = "reviewer@windmaker.example";
const lead = "lead@windmaker.example";

test("a reviewer registers a certificate, is told what is wrong with it, and takes it back", async ({
	page,
}) => {
	test.setTimeout(120_000);
	await signIn(page, reviewer);
	await page.goto("/ops/certificates");
	await expect(page.getByRole("heading", { level: 1, name: "专家证书" })).toBeVisible();
	const partner = await page.getByRole("row").nth(1).getByRole("link").textContent();
	const number = `E2E-${Date.now().toString(36)}`;
	await page.getByRole("button", { name: "登记证书" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("服务商").fill("没有这家公司");
	await dialog.getByLabel("持证人").fill("林青");
	await dialog.getByLabel("证书编号").fill(number);
	await dialog.getByRole("button", { name: "登记" }).click();
	await dialog.getByLabel("级别").selectOption("junior");
	await dialog.getByRole("button", { name: "登记" }).click();
	await expect(dialog.getByText("没有找到这家服务商")).toBeVisible();
	await expect(dialog.getByLabel("证书编号")).toHaveValue(number);
	await dialog.getByLabel("服务商").fill(partner ?? "");
	await dialog.getByRole("button", { name: "登记" }).click();
	await expect(page.getByText(`证书 ${number} 已登记。`)).toBeVisible();

	await page.getByLabel("持证人、服务商或证书编号").fill(number);
	await page.getByRole("button", { name: "查询" }).click();
	const row = page.getByRole("row").filter({ hasText: number });
	await expect(row).toContainText(partner ?? "");
	await row.getByRole("button", { name: "收回 林青 的证书" }).click();
	await page.getByRole("dialog").getByLabel("收回的理由").fill("登记有误");
	await page.getByRole("dialog").getByRole("button", { name: "收回证书" }).click();
	await expect(page.getByText(`证书 ${number} 已收回。`)).toBeVisible();
	await page.getByRole("link", { name: /已失效/ }).click();
	await expect(page.getByRole("row").filter({ hasText: number })).toContainText("登记有误");
});

test("a lead records a red line and withdraws it; others read and cannot", async ({ page, browser }) => {
	test.setTimeout(120_000);
	await signIn(page, lead);
	await page.goto("/ops/certificates?tab=ended");
	const partner = await page.getByRole("row").nth(1).getByRole("link").textContent();
	await page.goto("/ops/red-lines");
	await page.getByRole("button", { name: "记录红线" }).click();
	const dialog = page.getByRole("dialog");
	const note = `抽查 ${Date.now().toString(36)}`;
	await dialog.getByLabel("服务商").fill(partner ?? "");
	await dialog.getByLabel("类型").selectOption("FORGED_CREDENTIALS");
	await dialog.getByLabel("事实与依据").fill(note);
	await dialog.getByRole("button", { name: "记录" }).click();
	await expect(page.getByText("红线已记录，已通知服务商。")).toBeVisible();
	const row = page.getByRole("row").filter({ hasText: note });
	await expect(row).toContainText("伪造资质");

	const other = await openAs(browser, reviewer);
	await other.goto("/ops/red-lines");
	await expect(other.getByRole("row").filter({ hasText: note })).toBeVisible();
	await expect(other.getByRole("button", { name: "记录红线" })).toHaveCount(0);
	await expect(other.getByRole("button", { name: /撤销/ })).toHaveCount(0);
	await other.context().close();

	await row.getByRole("button", { name: /撤销/ }).click();
	await page.getByRole("dialog").getByLabel("撤销的理由").fill("查证有误");
	await page.getByRole("dialog").getByRole("button", { name: "撤销记录" }).click();
	await expect(page.getByText("记录已撤销，已通知服务商。")).toBeVisible();
	await page.getByRole("link", { name: /已撤销/ }).click();
	await expect(page.getByRole("row").filter({ hasText: note })).toContainText("查证有误");
});
