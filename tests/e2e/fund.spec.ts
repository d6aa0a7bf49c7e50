import { expect, type Page, test } from "playwright/test";
import { openAs, signIn } from "./people";

async function move(page: Page, stage: string): Promise<void> {
	await page.getByRole("button", { name: /^移动/ }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("移到").selectOption({ label: stage });
	await dialog.getByRole("button", { name: "确认移动" }).click();
	await expect(dialog).toBeHidden();
}

async function vote(page: Page, choice: string): Promise<void> {
	await page.getByRole("radio", { name: choice }).click();
	await page.getByLabel("理由").fill("里程碑明确");
	await page.getByRole("button", { name: "投票" }).click();
	await expect(page.getByRole("button", { name: "更改我的票" })).toBeVisible();
}

test("a partner applies to the fund, the committee votes, the lead commits, and the partner sees it", async ({
	page,
	browser,
}) => {
	const title = `直播基地 ${Date.now().toString(36)}`;
	await signIn(page, "partner@windmaker.example");
	await page.goto("/partner/fund/new");
	await page.getByRole("button", { name: "提交申请" }).click();
	await expect(page.getByText("请填写此项。").first()).toBeVisible();
	await page.getByLabel("项目名称").fill(title);
	await page.getByLabel("申请金额（元）").fill("300万");
	await expect(page.getByText("即 ¥3,000,000.00")).toBeVisible();
	await page.getByLabel("企业与项目").fill("三年自有基地");
	await page.getByLabel("资金用途").fill("设备 200 万，培训 100 万");
	await page.getByRole("button", { name: "提交申请" }).click();
	await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();

	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto(`/ops/fund?q=${encodeURIComponent(title)}`);
	const card = (stage: string) =>
		lead.locator(`[data-stage="${stage}"]`).getByRole("listitem").filter({ hasText: title });
	await card("APPLIED").dragTo(lead.locator('[data-stage="SCREENING"]'));
	await lead.getByRole("dialog").getByRole("button", { name: "确认移动" }).click();
	await expect(card("SCREENING")).toBeVisible();
	await card("SCREENING").dragTo(lead.locator('[data-stage="INVESTED"]'));
	await expect(lead.getByRole("dialog"), "a column that may not take it does nothing").toBeHidden();
	await lead.getByRole("link", { name: title }).click();
	await expect(lead.getByRole("heading", { level: 1, name: title })).toBeVisible();
	const address = lead.url();
	for (const stage of ["尽职调查", "投决会"]) await move(lead, stage);
	await expect(lead.getByText("还差 3 票可作决定")).toBeVisible();
	await lead.getByLabel("新备注").fill("只给自己人看");
	await lead.getByRole("button", { name: "添加备注" }).click();
	await vote(lead, "赞成");
	for (const member of ["lead2@windmaker.example", "reviewer@windmaker.example"]) {
		const other = await openAs(browser, member);
		await other.goto(address);
		await vote(other, "赞成");
		await other.context().close();
	}
	await lead.reload();
	await lead.getByRole("button", { name: "决定投资" }).click();
	const dialog = lead.getByRole("dialog");
	await dialog.getByLabel("金额（元）").fill("3,000,001");
	await dialog.getByLabel("决定理由").fill("同意，分期拨付");
	await dialog.getByRole("button", { name: "承诺投资" }).click();
	await expect(dialog.getByText("不能超过申请金额。")).toBeVisible();
	await dialog.getByLabel("金额（元）").fill("250万");
	await dialog.getByRole("button", { name: "承诺投资" }).click();
	await expect(lead.getByRole("heading", { name: "承诺与拨付" })).toBeVisible();
	await expect(lead.getByRole("row").filter({ hasText: "承诺预留" })).toContainText("¥2,500,000.00");

	await page.reload();
	await expect(page.getByText("基金决定投资 ¥2,500,000.00")).toBeVisible();
	await expect(page.getByText("同意，分期拨付").first()).toBeVisible();
	await expect(page.getByText("只给自己人看")).toHaveCount(0);
});
