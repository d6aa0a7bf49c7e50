import { expect, test } from "playwright/test";
import { openAs } from "./people";

test("a guarantee's policy is drafted, held to the law and thrown away", async ({ browser }) => {
	test.setTimeout(90_000);
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/trust/policies/trust_tenfold");
	await lead.getByRole("button", { name: "从第 1 版起草" }).click();
	await lead.waitForURL(/trust_tenfold\/draft/);
	await expect(lead.getByText("还没有改动。")).toBeVisible();

	const least = lead.getByLabel("商品：最低赔偿");
	await least.fill("499.99");
	await expect(lead.getByText(/消费者权益保护法第五十五条/)).toBeVisible();
	await expect(lead.getByText("商品：最低赔偿：由 ¥500.00 调整为 ¥499.99")).toBeVisible();
	await expect(lead.getByRole("button", { name: "公示发布" })).toBeDisabled();
	await expect(lead.getByText(/已自动保存/)).toBeVisible();
	await lead.reload();
	await expect(least).toHaveValue("499.99");

	await least.fill("600");
	await lead.getByRole("button", { name: "公示发布" }).click();
	const dialog = lead.getByRole("dialog");
	await expect(dialog.getByText(/须提前 15 天公示/)).toBeVisible();
	await expect(dialog.getByLabel("生效日")).not.toHaveValue("");
	await dialog.getByRole("button", { name: "关闭" }).click();
	await expect(dialog).toBeHidden();
	await lead.getByRole("button", { name: "放弃草稿" }).click();
	await lead.getByRole("alertdialog").getByRole("button", { name: "放弃草稿" }).click();
	await lead.waitForURL(/trust_tenfold$/);
	await expect(lead.getByRole("button", { name: "从第 1 版起草" })).toBeVisible();
	await lead.context().close();
});

test("a brand moves the assumptions and sees what its promises would cost", async ({ browser }) => {
	test.setTimeout(60_000);
	const brand = await openAs(browser, "brand@windmaker.example");
	await brand.goto("/brand/trust/stress");
	const row = brand.getByRole("row", { name: /退货补运费/ });
	await expect(row).toContainText("¥8,480.00");
	await brand.getByRole("spinbutton", { name: "退货率", exact: true }).fill("16");
	await expect(row).toContainText("¥16,960.00");
	await brand.getByRole("checkbox", { name: "退货补运费" }).click();
	await expect(row).toHaveCount(0);
	await brand.goto("/trust-terms");
	await expect(brand.getByRole("heading", { name: /始终不适用七天无理由/ })).toBeVisible();
	await brand.context().close();
});
