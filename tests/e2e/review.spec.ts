import { type Browser, expect, type Page, test } from "playwright/test";
import { completeUscc } from "@/lib/domains/admission/rules/uscc";
import { newAddress, openAs, readMailedLink, signIn } from "./people";

const password = "Gale7-ridge-over-lake";
const people = {
	reviewer: "reviewer@windmaker.example",
	second: "reviewer2@windmaker.example",
	third: "reviewer3@windmaker.example",
	lead: "lead2@windmaker.example",
};

function newUscc(): string {
	return completeUscc("91330106", `MW${Date.now().toString().slice(-6)}`);
}

async function registerCompany(page: Page, browser: Browser, company: string): Promise<void> {
	const email = newAddress("reviewed");
	await page.goto("/register");
	await page.getByLabel("公司名称").fill(company);
	await page.getByLabel("您的姓名").fill("林青");
	await page.getByLabel("邮箱").fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();
	const admin = await openAs(browser, "admin@windmaker.example");
	await page.goto(await readMailedLink(admin, email, "请确认您的邮箱地址"));
	await admin.context().close();
	await page.getByRole("button", { name: "确认邮箱" }).click();
	await expect(page.getByRole("heading", { name: "邮箱已确认" })).toBeVisible();
	await signIn(page, email, password);
}

async function openStep(page: Page, name: string): Promise<void> {
	await page.getByRole("navigation", { name: "申请步骤" }).getByRole("button", { name }).click();
}

/** Fills and submits an application of the supply chain track, which two people have to see. */
async function submitSupplyChain(page: Page): Promise<void> {
	await page.goto("/partner");
	await page.getByRole("button", { name: "开始申请" }).click();
	await page.getByLabel("统一社会信用代码").fill(newUscc());
	await page.getByLabel("统一社会信用代码").blur();
	await page.getByLabel("法定代表人").fill("林青");
	await page.getByLabel("注册资本").fill("500万");
	await page.getByLabel("成立日期").fill("2019-03-18");
	await page.getByLabel("办公地址").fill("杭州市滨江区江陵路 1 号");
	await openStep(page, "申请赛道");
	await page.getByRole("radio", { name: /^供应链/ }).click();
	await page.getByLabel("工厂或仓储证明份数").fill("2");
	await openStep(page, "联系人与团队");
	await page.getByRole("textbox", { name: "联系人" }).fill("林青");
	await page.getByLabel("联系电话").fill("138 0013 8000");
	await page.getByLabel("联系邮箱").fill("linqing@example.com");
	await page.getByLabel("员工总数").fill("120");
	await page.getByLabel("其中：直播团队").fill("60");
	await page.getByLabel("其中：客服与售后").fill("30");
	await openStep(page, "五力自评");
	for (const force of ["流量营销", "直播运营", "主播孵化", "服务履约", "供应链"]) {
		await page.getByRole("region", { name: force }).getByRole("radio", { name: /^4/ }).press("4");
		await page.getByLabel(`${force} · 说明`).fill("近半年数据见后台，可核验。");
	}
	await openStep(page, "确认与提交");
	await expect(page.locator("[data-save-status]")).toHaveAttribute("data-save-status", "saved");
	await page.getByRole("checkbox").click();
	await page.getByRole("button", { name: "提交申请" }).click();
	await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
}

/** Finds the company's application in the queue and opens its page. */
async function openApplication(page: Page, company: string): Promise<void> {
	await page.goto(`/ops/applications?q=${encodeURIComponent(company)}`);
	await page.getByRole("link", { name: company }).first().click();
	await expect(page.getByRole("heading", { level: 1, name: company })).toBeVisible();
}

async function takeByKey(page: Page): Promise<void> {
	await expect(page.getByRole("button", { name: /认领并审核|接手审核|继续审核/ })).toBeVisible();
	await page.keyboard.press("t");
	await expect(page.getByRole("radiogroup", { name: "作出结论" })).toBeVisible();
}

/** Scores all five forces by keys alone. */
async function scoreByKey(page: Page, scores: string): Promise<void> {
	await page.keyboard.press("f");
	for (const score of scores) await page.keyboard.press(score);
}

async function confirm(page: Page, name: string): Promise<void> {
	await page.keyboard.press("Control+Enter");
	await page.getByRole("alertdialog").getByRole("button", { name }).click();
}

async function rejectByKey(page: Page, words: string): Promise<void> {
	await page.keyboard.press("r");
	await page.getByRole("checkbox", { name: "五力评分未过线" }).click();
	await page.getByLabel("说明（申请方会看到）").fill(words);
	await confirm(page, "不予通过");
}

test("four eyes, a lead between two who differ, changes field by field, an appeal somebody else overturns", async ({
	page,
	browser,
}) => {
	test.setTimeout(420_000);
	const company = `绍兴四目纺织${Date.now().toString(36)}有限公司`;
	await registerCompany(page, browser, company);
	await submitSupplyChain(page);
	const first = await openAs(browser, people.reviewer);

	await test.step("changes are asked for field by field, by keyboard, and survive a reload", async () => {
		await openApplication(first, company);
		await takeByKey(first);
		await first.keyboard.press("?");
		await expect(first.getByRole("dialog", { name: "快捷键" })).toBeVisible();
		await first.keyboard.press("Escape");
		await first.getByRole("button", { name: "要求补充：员工总数" }).focus();
		await first.keyboard.press("c");
		await first.getByLabel("对“员工总数”的意见").fill("请说明员工人数的口径 a r t");
		await first.reload();
		await expect(first.getByLabel("对“员工总数”的意见")).toHaveValue("请说明员工人数的口径 a r t");
		await confirm(first, "发回补充");
		await expect(first.getByText("已发回申请方补充")).toBeVisible();
	});

	await test.step("the applicant reads the words at the field and submits again", async () => {
		await page.reload();
		await openStep(page, "联系人与团队");
		await expect(page.getByText("请说明员工人数的口径 a r t").first()).toBeVisible();
		await page.getByLabel("员工总数").fill("118");
		await expect(page.locator("[data-save-status]")).toHaveAttribute("data-save-status", "saved");
		await openStep(page, "确认与提交");
		await page.getByRole("button", { name: "重新提交" }).click();
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});

	await test.step("the first opinion is sealed", async () => {
		await first.reload();
		await takeByKey(first);
		await scoreByKey(first, "44343");
		await first.keyboard.press("a");
		await confirm(first, "通过准入");
		await expect(first.getByText("意见已封存，交第二位审核员")).toBeVisible();
		await expect(first.getByText("您的意见已提交并封存")).toBeVisible();
	});

	const second = await openAs(browser, people.second);
	await test.step("the second reviewer sees nothing of it, and differs", async () => {
		await openApplication(second, company);
		await takeByKey(second);
		await expect(second.getByText("第一位的评分、意见与理由已封存", { exact: false })).toBeVisible();
		await expect(second.getByText("历次意见")).toBeVisible();
		await expect(second.getByText("综合 72.00")).toHaveCount(0);
		await scoreByKey(second, "33131");
		await rejectByKey(second, "主播孵化与供应链没有可核实的材料");
		await expect(second.getByText("两人意见不一，交运营负责人", { exact: false })).toBeVisible();
	});

	const lead = await openAs(browser, people.lead);
	await test.step("the lead sees both side by side and decides", async () => {
		await openApplication(lead, company);
		await expect(lead.getByRole("heading", { name: "两份意见" })).toBeVisible();
		await expect(lead.getByText("综合 72.00").first()).toBeVisible();
		await takeByKey(lead);
		await scoreByKey(lead, "33131");
		await rejectByKey(lead, "两力没有材料支撑");
		await expect(lead.getByText("已作出不予通过的结论")).toBeVisible();
	});

	await test.step("the applicant reads the lead's words alone, and appeals", async () => {
		await page.goto("/partner/application");
		await expect(page.getByText("两力没有材料支撑").first()).toBeVisible();
		await expect(page.getByText("主播孵化与供应链没有可核实的材料")).toHaveCount(0);
		await page.getByRole("button", { name: /申诉/ }).first().click();
		await page.getByLabel(/申诉理由/).fill("材料已在附件二与附件三，请复核。");
		await page
			.getByRole("button", { name: /提交申诉/ })
			.last()
			.click();
		await expect(page.getByText(/AP-\d{4}-\d{6}/).first()).toBeVisible();
	});

	await test.step("whoever had a part cannot take the appeal; somebody else overturns", async () => {
		await lead.goto("/ops/appeals");
		await lead.getByRole("link", { name: company }).click();
		await expect(lead.getByText("您参与过这份申请的审核")).toBeVisible();
		const third = await openAs(browser, people.third);
		await third.goto("/ops/appeals");
		await third.getByRole("row").filter({ hasText: company }).getByRole("button", { name: "认领" }).click();
		await expect(third.getByText("材料已在附件二与附件三，请复核。")).toBeVisible();
		await third.getByRole("radio", { name: /撤销原结论/ }).click();
		await third.getByLabel("理由（申请方会看到）").fill("附件二、三确有材料，原结论未予考虑");
		await third.getByRole("button", { name: "提交决定" }).click();
		await third.getByRole("alertdialog").getByRole("button", { name: "撤销原结论" }).click();
		await expect(third.getByText("已作出决定，申请方已收到通知")).toBeVisible();
		await third.context().close();
	});

	await test.step("reviewed anew by others: those who decided cannot take it again", async () => {
		await openApplication(first, company);
		await expect(first.getByText("须由其他人重新审核")).toBeVisible();
		await page.goto("/partner/application");
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});
	for (const one of [first, second, lead]) await one.context().close();
});
