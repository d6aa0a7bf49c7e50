import { expect, test } from "playwright/test";
import { newAddress, openAs, readMailedLink } from "./people";

test("a brand asks, operations refuse with reasons, it asks again and is taken in", async ({
	browser,
	page,
}) => {
	const name = `听雨轩${Date.now().toString(36)}`;
	const email = newAddress("brand");
	async function ask() {
		await page.goto("/brands/join");
		await page.getByLabel("品牌名称").fill(name);
		await page.getByLabel("品牌类型").selectOption("NEW_CONSUMPTION");
		await page.getByLabel("主营类目").fill("茶饮");
		await page.getByLabel("联系人姓名").fill("陆知夏");
		await page.getByLabel("联系邮箱").fill(email);
		await page.getByLabel("品牌介绍与入驻计划").fill("先试达人分销");
		await page.getByRole("button", { name: "提交申请" }).click();
	}
	await ask();
	await expect(page.getByText("申请已提交")).toBeVisible();
	await ask();
	await expect(page.getByText("已有一份正在处理的申请")).toBeVisible();

	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/brands/requests");
	await lead.getByRole("link", { name }).click();
	await lead.getByRole("button", { name: "不予通过" }).click();
	await lead.getByLabel("资料不完整").check();
	await lead.getByLabel("补充说明").fill("请补充商标注册证");
	await lead.getByRole("dialog").getByRole("button", { name: "不予通过" }).click();
	await expect(lead.getByText("请补充商标注册证")).toBeVisible();

	const admin = await openAs(browser, "admin@windmaker.example");
	await page.goto(await readMailedLink(admin, email, "入驻申请已收到"));
	await expect(page.getByText("未通过", { exact: true })).toBeVisible();
	await expect(page.getByText("请补充商标注册证")).toBeVisible();

	await page.getByRole("link", { name: "重新申请" }).click();
	await ask();
	await expect(page.getByText("申请已提交")).toBeVisible();
	await lead.goto("/ops/brands/requests");
	await lead.getByRole("link", { name }).click();
	await lead.getByRole("button", { name: "通过并开通" }).click();
	await lead.getByRole("dialog").getByRole("button", { name: "通过并开通" }).click();
	await expect(lead.getByRole("heading", { level: 1, name })).toBeVisible();
	const invitation = await readMailedLink(admin, email, "邀请您加入");
	expect(invitation).toContain("/invitation");
	await lead.context().close();
	await admin.context().close();
});
