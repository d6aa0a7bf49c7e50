import { type Browser, expect, type Page, test } from "playwright/test";
import { newPassword, openAs } from "./people";

const opener = "lead@windmaker.example";
const judge = "lead2@windmaker.example";

/** A small partner in good standing that nobody else's test touches: the last of the list, so the least of them all. */
async function findPartner(lead: Page): Promise<{ name: string; url: string }> {
	const list = "/ops/partners?status=ACTIVE&tier=1";
	const links = lead.locator("main table a[href^='/ops/partners/']");
	await lead.goto(list);
	const total = Number((await lead.getByText(/^共 [\d,]+ 条$/).innerText()).replace(/\D/g, ""));
	const perPage = await links.count();
	await lead.goto(`${list}&page=${Math.ceil(total / perPage)}`);
	const link = links.last();
	const name = (await link.innerText()).trim();
	await link.click();
	await expect(lead.getByRole("heading", { level: 1, name })).toBeVisible();
	await expect(lead.getByRole("button", { name: "发出退出通知" })).toBeVisible();
	return { name, url: lead.url() };
}

/** The owner, signed in: the administrator knows the address; who registered in a test has that test's password. */
async function openOwner(browser: Browser, company: string): Promise<Page> {
	const admin = await openAs(browser, "admin@windmaker.example");
	await admin.goto(`/ops/users?q=${encodeURIComponent(company)}`);
	const address = admin.getByText(/@(partners\.windmaker|e2e)\.example/).first();
	const email = (await address.innerText()).trim();
	await admin.context().close();
	return email.endsWith("@e2e.example") ? openAs(browser, email, newPassword) : openAs(browser, email);
}

test("notice, appeal, decision by another lead, and the public notice", async ({ browser }) => {
	test.setTimeout(240_000);
	const lead = await openAs(browser, opener);
	const { name } = await findPartner(lead);

	await test.step("a lead gives notice with reasons", async () => {
		await lead.getByRole("button", { name: "发出退出通知" }).click();
		const dialog = lead.getByRole("dialog");
		await dialog.getByRole("radio", { name: "触碰红线" }).click();
		await dialog.getByRole("checkbox", { name: "虚构交易" }).click();
		await dialog.getByLabel("事实说明").fill("抽查发现异常订单");
		await dialog.getByRole("button", { name: "发出通知" }).click();
		await expect(dialog).toBeHidden();
		await lead.getByRole("link", { name: /退出案 EX-/ }).click();
		await expect(lead.getByText("通知是您发出的，须由另一位负责人决定。")).toBeVisible();
	});
	const caseUrl = lead.url();

	const owner = await openOwner(browser, name);
	await test.step("the partner reads it and appeals", async () => {
		await owner.goto("/partner/partnership");
		await expect(owner.getByText("抽查发现异常订单")).toBeVisible();
		await owner.getByLabel("说明", { exact: false }).last().fill("订单真实，附合同");
		await owner.getByRole("button", { name: "提交答复" }).click();
		await expect(owner.getByText("服务商申诉")).toBeVisible();
	});

	await test.step("another lead decides", async () => {
		const other = await openAs(browser, judge);
		await other.goto(caseUrl);
		await expect(other.getByText("订单真实，附合同")).toBeVisible();
		await other.getByLabel("理由").fill("合同与订单不符，申诉不成立");
		await other.getByRole("button", { name: "确认退出" }).click();
		await expect(other.getByText(/确认退出，合作于/)).toBeVisible();
	});

	await test.step("the partner has left, and everybody can read so", async () => {
		await owner.reload();
		await expect(owner.getByText("合同与订单不符，申诉不成立")).toBeVisible();
		const anybody = await (await browser.newContext()).newPage();
		await anybody.goto(`/notices?q=${encodeURIComponent(name)}`);
		await expect(anybody.getByRole("heading", { name: `${name} 退出造风者计划` })).toBeVisible();
		await expect(anybody.getByText("理由：虚构交易。")).toBeVisible();
		await expect(anybody.getByText("抽查发现异常订单")).toHaveCount(0);
	});
});

test("a partner asks to leave and takes it back", async ({ browser }) => {
	test.setTimeout(180_000);
	const lead = await openAs(browser, opener);
	const { name } = await findPartner(lead);
	const owner = await openOwner(browser, name);
	await owner.goto("/partner/partnership");
	await owner.getByRole("button", { name: "申请退出" }).click();
	const dialog = owner.getByRole("dialog");
	await dialog.getByLabel("原因").fill("业务调整");
	await dialog.getByRole("button", { name: "提交退出申请" }).click();
	await expect(owner.getByText(/退出申请 EX-.* 待平台确认日期/)).toBeVisible();
	await owner.getByRole("button", { name: "撤回退出申请" }).click();
	await owner.getByRole("alertdialog").getByRole("button", { name: "撤回申请" }).click();
	await expect(owner.getByRole("button", { name: "申请退出" })).toBeVisible();
});
