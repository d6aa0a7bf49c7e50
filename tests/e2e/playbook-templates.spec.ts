import { expect, test } from "playwright/test";
import { openAs } from "./people";

test("a lead publishes a new version of the template and moves a brand to it; what was done stays", async ({
	browser,
}) => {
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/brands/templates");
	await lead.getByRole("button", { name: "起草新版本" }).click();
	await expect(lead.getByRole("heading", { level: 1, name: "模板草稿" })).toBeVisible();
	await expect(lead.getByText("有改动后才能发布")).toBeVisible();

	await lead.getByRole("button", { name: "停用: 备好样品" }).click();
	await lead.getByRole("button", { name: "新增事项: 渠道特供" }).click();
	await expect(lead.getByText(/名称（中文）: 请填写此项/)).toBeVisible();
	await expect(lead.getByRole("button", { name: "发布", exact: true })).toBeDisabled();
	await lead.getByLabel("名称（中文）").last().fill("核对特供包装");
	await lead.getByLabel("名称（英文）").last().fill("Check the exclusive packing");
	await lead.getByLabel("说明（中文）").last().fill("逐款核对包装上的渠道标识。");
	await lead.getByLabel("说明（英文）").last().fill("Check the channel mark on every pack.");
	await lead.getByLabel("开始后第几天到期").last().fill("90");
	const publish = lead.getByRole("button", { name: "发布", exact: true });
	await publish.click();
	await lead.getByRole("alertdialog").getByRole("button", { name: "发布第 2 版" }).click();
	await expect(lead.getByRole("row", { name: /第 2 版/ })).toContainText("新品牌使用");
	await expect(lead.getByText("核对特供包装").first()).toBeVisible();

	await lead.goto("/ops/brands/templates/migrate");
	const row = lead.getByRole("row").filter({ hasText: "松衡" });
	await row.getByText("看逐项变化").click();
	await expect(row.getByText(/备好样品 · 已完成，保留可见/)).toBeVisible();
	await row.getByRole("checkbox").check();
	await lead.getByRole("button", { name: "迁移 1 个品牌" }).click();
	await lead.getByRole("alertdialog").getByRole("button", { name: "迁移 1 个品牌" }).click();
	// What lies under a dialog has no roles: without this a row that is still there would not be found.
	await expect(lead.getByRole("alertdialog")).toBeHidden();
	await expect(row).toHaveCount(0, { timeout: 30_000 });

	const brand = await openAs(browser, "brand@windmaker.example");
	await brand.goto("/brand/playbook?step=5");
	await expect(brand.getByText("第 2 版", { exact: true })).toBeVisible();
	await expect(brand.getByRole("list", { name: "渠道特供" })).toContainText("核对特供包装");
	await brand.goto("/brand/playbook?step=1");
	await expect(brand.getByText("备好样品").first()).toBeVisible();
	await lead.context().close();
	await brand.context().close();
});
