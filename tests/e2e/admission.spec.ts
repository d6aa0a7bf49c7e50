import { type Browser, expect, type Page, test } from "playwright/test";
import { completeUscc } from "@/lib/domains/admission/rules/uscc";
import { activate, newPassword, openAs, registerCompany, signIn } from "./people";

const reviewerEmail = "reviewer@windmaker.example";

/** A well-formed code nobody has used: its organisation code begins with MW, a series not issued. */
function newUscc(): string {
	const tail = Date.now().toString().slice(-6);
	return completeUscc("91330106", `MW${tail}`);
}

async function saved(page: Page): Promise<void> {
	await expect(page.locator("[data-save-status]")).toHaveAttribute("data-save-status", "saved");
}

async function fillCompany(page: Page): Promise<void> {
	const code = page.getByLabel("统一社会信用代码");
	const uscc = newUscc();
	const [head, last] = [uscc.slice(0, 17), uscc.slice(17)];
	await code.fill(`${uscc.slice(0, 16)}I`);
	await expect(page.getByText("第 17 位“I”不在统一社会信用代码的字符之列")).toBeVisible();
	await code.fill(`${head}${last === "A" ? "B" : "A"}`);
	await expect(page.getByText(`第 18 位应为 ${last}`)).toBeVisible();
	await code.fill(` ９１${uscc.slice(2, 8)} ${uscc.slice(8).toLowerCase()} `);
	await code.blur();
	await expect(code).toHaveValue(uscc);
	await expect(page.getByLabel("所在地区")).toHaveValue("浙江省");
	await page.getByLabel("法定代表人").fill("林青");
	await page.getByLabel("注册资本").fill("５００万");
	await expect(page.getByText("即 ¥5,000,000.00（¥500万）")).toBeVisible();
	await page.getByLabel("成立日期").fill("2019-03-18");
	await page.getByLabel("办公地址").fill("杭州市滨江区江陵路 1 号");
}

async function fillPeople(page: Page): Promise<void> {
	await page.getByRole("textbox", { name: "联系人" }).fill("林青");
	await page.getByLabel("联系电话").fill("138 0013 8000");
	await page.getByLabel("联系邮箱").fill("linqing@example.com");
	await page.getByLabel("员工总数").fill("１２０");
	await page.getByLabel("员工总数").blur();
	await expect(page.getByLabel("员工总数")).toHaveValue("120");
	await page.getByLabel("其中：直播团队").fill("60");
	await page.getByLabel("其中：客服与售后").fill("30");
}

async function fillForces(page: Page): Promise<void> {
	for (const force of ["流量营销", "直播运营", "主播孵化", "服务履约", "供应链"]) {
		await page.getByRole("region", { name: force }).getByRole("radio", { name: /^4/ }).press("4");
		await page.getByLabel(`${force} · 说明`).fill("近半年数据见后台，可核验。");
	}
}

async function openStep(page: Page, name: string): Promise<void> {
	await page.getByRole("navigation", { name: "申请步骤" }).getByRole("button", { name }).click();
}

test("from the first word to a partner: draft, submission, changes, approval", async ({ page, browser }) => {
	test.setTimeout(240_000);
	const company = `杭州青蘋之末科技${Date.now().toString(36)}有限公司`;
	const email = await registerCompany(page, browser, company);
	await page.goto("/partner");
	await page.getByRole("button", { name: "开始申请" }).click();
	await expect(page.getByLabel("企业名称")).toHaveValue(company);
	await fillCompany(page);
	await openStep(page, "联系人与团队");
	await fillPeople(page);
	await saved(page);

	await test.step("comes back to where it was, with every word", async () => {
		await page.goto("/partner");
		await expect(page.getByText(/准入申请已填/)).toBeVisible();
		await page.getByRole("link", { name: "继续填写" }).click();
		await expect(page.getByLabel("联系电话")).toHaveValue("13800138000");
	});

	await test.step("lists what is missing and leads there", async () => {
		await openStep(page, "确认与提交");
		await page.getByRole("button", { name: "供应链 · 说明" }).click();
		await expect(page.getByLabel("供应链 · 说明")).toBeFocused();
		await fillForces(page);
		await openStep(page, "申请赛道");
		await page.getByRole("radio", { name: /品牌运营/ }).click();
		await page.getByLabel("品牌授权个数").fill("5");
		await openStep(page, "确认与提交");
		await expect(page.getByText("都填好了，可以提交")).toBeVisible();
		await page.getByRole("checkbox").click();
		await page.getByRole("button", { name: "提交申请" }).click();
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});

	const reviewer = await openAs(browser, reviewerEmail);
	await test.step("the reviewer finds it, claims it and asks for changes", async () => {
		await reviewer.goto("/ops/applications");
		await reviewer.getByRole("searchbox", { name: "搜索" }).fill(company);
		await reviewer.getByRole("button", { name: "查询" }).click();
		await expect(reviewer).toHaveURL(/q=/);
		await expect(reviewer.getByText("共 1 条")).toBeVisible();
		await reviewer.getByRole("button", { name: "认领" }).click();
		await expect(reviewer.getByRole("heading", { level: 1, name: company })).toBeVisible();
		await reviewer.getByRole("radio", { name: /要求补充/ }).click();
		await reviewer.getByRole("button", { name: "要求补充：员工总数" }).click();
		await reviewer.getByLabel("对“员工总数”的意见").fill("请说明员工人数的口径");
		await reviewer.getByRole("button", { name: "发回补充" }).click();
		await reviewer.getByRole("alertdialog").getByRole("button", { name: "发回补充" }).click();
		await expect(reviewer.getByText("已发回申请方补充")).toBeVisible();
	});

	await test.step("the applicant reads the words in the step and submits again", async () => {
		await page.reload();
		await expect(page.getByText("请说明员工人数的口径").first()).toBeVisible();
		await expect(page.getByText("共 1 处，还有 1 处没有修改")).toBeVisible();
		await page.getByLabel("员工总数").fill("118");
		await expect(page.getByText("共 1 处，都已修改，可以重新提交了")).toBeVisible();
		await saved(page);
		await openStep(page, "确认与提交");
		await page.getByRole("button", { name: "重新提交" }).click();
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});

	await test.step("scored and approved by keyboard", async () => {
		await reviewer.reload();
		await reviewer.getByRole("button", { name: "继续审核" }).click();
		const rubric = reviewer.getByRole("radiogroup", { name: "流量营销" });
		await expect(rubric.getByRole("radio", { name: /^0/ })).toBeEnabled();
		await rubric.getByRole("radio", { name: /^0/ }).focus();
		for (const key of ["4", "4", "3", "4", "3"]) await reviewer.keyboard.press(key);
		await expect(reviewer.getByText("72", { exact: true })).toBeVisible();
		await reviewer.getByRole("radio", { name: /通过准入/ }).click();
		await reviewer.keyboard.press("Control+Enter");
		await reviewer.getByRole("alertdialog").getByRole("button", { name: "通过准入" }).click();
		await expect(reviewer.getByText("已通过，申请方接下来签署协议并缴纳保证金")).toBeVisible();
	});
	await reviewer.context().close();

	await test.step("approved, it signs and pays, and the lead finds the payment", async () => {
		await page.goto("/partner");
		await expect(page.getByRole("heading", { name: "审核已通过，还差签约与保证金" })).toBeVisible();
		await activate(page, browser, company);
	});

	await test.step("the partner is active, told, and sees its first 90 days", async () => {
		await page.goto("/partner");
		await expect(page.getByText("合作中")).toBeVisible();
		await expect(page.getByText("前 90 天计划")).toBeVisible();
		await expect(page.getByText("第 1 天，共 90 天").first()).toBeVisible();
		await page.goto("/account/notifications");
		await expect(page.getByText(`恭喜，${company} 已通过准入审核`)).toBeVisible();
	});

	const admin = await openAs(browser, "admin@windmaker.example");
	await admin.goto(`/ops/mail?q=${encodeURIComponent(email)}`);
	await expect(admin.getByText(`${company} 已成为造风者计划服务商`)).toBeVisible();
	await admin.context().close();
});

/** A company's form, filled in and ready to be submitted. */
async function fillForm(page: Page): Promise<void> {
	await page.goto("/partner");
	await page.getByRole("button", { name: "开始申请" }).click();
	await fillCompany(page);
	await openStep(page, "联系人与团队");
	await fillPeople(page);
	await openStep(page, "五力自评");
	await fillForces(page);
	await openStep(page, "申请赛道");
	await page.getByRole("radio", { name: /品牌运营/ }).click();
	await page.getByLabel("品牌授权个数").fill("5");
	await openStep(page, "确认与提交");
	await page.getByRole("checkbox").click();
	await saved(page);
}

async function reject(browser: Browser, company: string): Promise<void> {
	const reviewer = await openAs(browser, reviewerEmail);
	await reviewer.goto(`/ops/applications?q=${encodeURIComponent(company)}`);
	await reviewer.getByRole("link", { name: company }).click();
	await reviewer.getByRole("button", { name: "认领并审核" }).click();
	await reviewer.getByRole("radio", { name: /不予通过/ }).click();
	await reviewer.getByRole("checkbox", { name: "证明材料不足" }).click();
	await reviewer.getByLabel("说明（申请方会看到）").fill("授权书只有复印件");
	await reviewer.getByRole("button", { name: "不予通过" }).click();
	await reviewer.getByRole("alertdialog").getByRole("button", { name: "不予通过" }).click();
	await expect(reviewer.getByText("已作出不予通过的结论")).toBeVisible();
	await reviewer.context().close();
}

test("an expired session on submit loses nothing; then withdrawn, submitted anew, rejected and appealed", async ({
	page,
	browser,
}) => {
	test.setTimeout(240_000);
	const company = `宁波长风破浪${Date.now().toString(36)}有限公司`;
	const email = await registerCompany(page, browser, company);
	await fillForm(page);

	await test.step("the session ends: said so, signed in again beside, gone on with", async () => {
		await page.context().clearCookies();
		await page.getByRole("button", { name: "提交申请" }).click();
		const dialog = page.getByRole("dialog", { name: "登录已过期" });
		await expect(dialog).toBeVisible();
		const beside = await page.context().newPage();
		await signIn(beside, email, newPassword);
		await beside.close();
		await dialog.getByRole("button", { name: "我已登录，继续" }).click();
		await expect(dialog).toBeHidden();
		await page.getByRole("button", { name: "提交申请" }).click();
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});

	await test.step("withdrawn with a confirmation, and begun anew with every word", async () => {
		await page.getByRole("button", { name: "撤回申请" }).click();
		await page.getByRole("alertdialog").getByRole("button", { name: "撤回申请" }).click();
		await expect(page.getByRole("heading", { name: "申请已撤回" })).toBeVisible();
		await page.getByRole("button", { name: "重新申请" }).click();
		await openStep(page, "确认与提交");
		await page.getByRole("checkbox").click();
		await page.getByRole("button", { name: "提交申请" }).click();
		await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
	});

	await reject(browser, company);
	await test.step("the rejection says why, from when on to apply again, and takes an appeal", async () => {
		await page.goto("/partner/application");
		await expect(page.getByRole("heading", { name: "本次未通过" })).toBeVisible();
		await expect(page.getByText("提交的材料不足以证明申报的内容。")).toBeVisible();
		await expect(page.getByText("授权书只有复印件")).toBeVisible();
		await expect(page.getByText(/起可以重新申请/)).toBeVisible();
		await expect(page.getByRole("button", { name: "重新申请" })).toHaveCount(0);
		await page.getByRole("button", { name: "提出申诉" }).click();
		await page.getByRole("button", { name: "提交申诉" }).click();
		await expect(page.getByText("请填写此项。")).toBeVisible();
		await page.getByLabel("申诉理由").fill("原件已于昨日寄出，见快递单。");
		await page.getByRole("button", { name: "提交申诉" }).click();
		await expect(page.getByRole("heading", { name: "申诉处理中" })).toBeVisible();
		await expect(page.getByText(/^申诉 AP-\d{4}-\d{6}$/).first()).toBeVisible();
	});
});

test("two windows: other fields are merged, the same field is shown with both", async ({ browser }) => {
	const first = await openAs(browser, "changes@windmaker.example");
	const stamp = Date.now().toString(36);
	const [firstAddress, secondAddress] = [`第一个窗口的地址 ${stamp}`, `第二个窗口的地址 ${stamp}`];
	const second = await first.context().newPage();
	for (const page of [first, second]) {
		await page.goto("/partner/application");
		await openStep(page, "企业信息");
	}
	await first.getByLabel("法定代表人").fill("甲");
	await first.getByLabel("办公地址").fill(firstAddress);
	await saved(first);
	await expect(first.getByText("有改动")).toHaveCount(0);
	await second.getByLabel("办公地址").fill(secondAddress);
	const dialog = second.getByRole("dialog", { name: "同一处在两个窗口里填得不一样" });
	await expect(dialog).toBeVisible();
	await expect(dialog.getByText(firstAddress)).toBeVisible();
	await expect(dialog.getByText(secondAddress)).toBeVisible();
	await dialog.getByRole("radio", { name: /另一个窗口/ }).click();
	await dialog.getByRole("button", { name: "按所选保存" }).click();
	await saved(second);
	await expect(second.getByLabel("办公地址")).toHaveValue(firstAddress);
	await expect(second.getByLabel("法定代表人")).toHaveValue("甲");
	await first.context().close();
});

test("an auditor reads an application and finds nothing to press", async ({ browser }) => {
	const page = await openAs(browser, "auditor@windmaker.example");
	await page.goto("/ops/applications");
	await expect(page.getByRole("button", { name: "认领" })).toHaveCount(0);
	await page.getByRole("link", { name: "查看" }).first().click();
	await expect(page.getByText("您可以查看，但不参与审核。")).toBeVisible();
	expect((await page.goto("/ops/applications/app_of_nobody"))?.status()).toBe(404);
	await page.context().close();
});
