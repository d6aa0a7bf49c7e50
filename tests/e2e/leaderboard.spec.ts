import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

test("a reviewer finds a partner in the ranking and looks at what is odd; the partner is named only while it chooses so", async ({
	page,
	browser,
}) => {
	test.setTimeout(90_000);
	await signIn(page, "reviewer@windmaker.example");
	await page.goto("/ops/evaluations");
	await page.getByRole("row").filter({ hasText: "已定稿" }).first().getByRole("link").first().click();
	const ranking = page.getByRole("region", { name: "品牌运营赛道排名" });
	await expect(ranking).toBeVisible();
	await page.getByLabel("服务商名称或编号").fill("北京鹿岸品牌运营有限公司");
	await page.getByRole("button", { name: "查询" }).click();
	const marked = ranking.getByRole("row").filter({ has: page.locator("[aria-current=true]") });
	await expect(marked).toContainText("北京鹿岸品牌运营有限公司");
	await expect(marked.getByRole("img", { name: /最好第 \d+ 名/ })).toBeVisible();
	await page.getByRole("link", { name: /^末段/ }).click();
	await expect(page).toHaveURL(/zone=bottom/);
	await expect(page.getByText("共 4 条")).toBeVisible();

	await page.getByRole("link", { name: "去复核" }).click();
	await page.getByRole("button", { name: /检查/ }).click();
	await expect(page.getByText(/^已看 \d+ \/ \d+ 条异常$/)).toBeVisible();
	await page
		.getByRole("checkbox", { name: /^选择 / })
		.first()
		.check();
	await page.getByRole("button", { name: "标为已看" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("复核说明").fill("与数据负责人核对过");
	await dialog.getByRole("button", { name: "标为已看" }).click();
	await expect(page.getByRole("cell", { name: /与数据负责人核对过/ })).toBeVisible();
	await page.getByRole("button", { name: /^撤回对/ }).click();
	await expect(page.getByText("与数据负责人核对过")).toHaveCount(0);

	const partner = await openAs(browser, "partner@windmaker.example");
	await partner.goto("/partner/tier/ranking");
	await expect(partner.locator("li[aria-current=true]")).toContainText("北京鹿岸品牌运营有限公司");
	const choice = partner.getByRole("switch", { name: "在赛道排名中显示贵司名称" });
	await expect(choice).not.toBeChecked();
	await expect(partner.getByText(/只有一种情况例外：各家回单都会列出入围线的分数/)).toBeVisible();
	await choice.click();
	await expect(partner.getByText("已在赛道排名中显示贵司名称")).toBeVisible();
	await choice.click();
	await expect(partner.getByText("已不再显示贵司名称")).toBeVisible();
	await partner.context().close();
});
