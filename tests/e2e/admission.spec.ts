import { type Browser, expect, type Page, test } from "playwright/test";
import { completeUscc } from "@/lib/domains/admission/rules/uscc";
import { newAddress, openAs, readMailedLink, signIn } from "./people";

const password = "Gale7-ridge-over-lake";
const reviewerEmail = "reviewer@windmaker.example";

/** A well-formed code nobody has used: its organisation code begins with MW, a series not issued. */
function newUscc(): string {
	const tail = Date.now().toString().slice(-6);
	return completeUscc("91330106", `MW${tail}`);
}

/** Registers a company and confirms its address, as its owner would. */
async function registerCompany(page: Page, browser: Browser, company: string): Promise<string> {
	const email = newAddress("applicant");
	await page.goto("/register");
	await page.getByLabel("公司名称").fill(company);
	await page.getByLabel("您的姓名").fill("林青");
	await page.getByLabel("邮箱").fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();
	const admin = await openAs(browser, "admin@windmaker.example");
	const link = await readMailedLink(admin, email, "请确认您的邮箱地址");
	await admin.context().close();
	await page.goto(link);
	await page.getByRole("button", { name: "确认邮箱" }).click();
	await expect(page.getByRole("heading", { name: "邮箱已确认" })).toBeVisible();
	await signIn(page, email, password);
	return email;
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
	await expect(page.getByText("即 ¥5,000,000.00")).toBeVisible();
	await page.getByLabel("成立日期").fill("2019-03-18");
	await page.getByLabel("办公地址").fill("杭州市滨江区江陵路 1 号");
}

async function fillPeople(page: Page): Promise<void> {
	await page.getByRole("textbox", { name: "联系人" }).fill("林青");
	await page.getByLabel("联系电话").fill("138 0013 8000");
	await page.getByLabel("联系邮箱").fill("linqing@example.com");
	await page.getByLabel("员工总数").fill("１２０");
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
		await expect(page.getByLabel("联系电话")).toHaveValue("138 0013 8000");
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
		await reviewer.getByLabel("企业 / 信用代码 / 联系人").fill(company);
		await reviewer.getByRole("button", { name: "查询" }).click();
		await expect(reviewer).toHaveURL(/q=/);
		await expect(reviewer.getByText("共 1 条")).toBeVisible();
		await reviewer.getByRole("button", { name: "认领" }).click();
		await expect(reviewer.getByRole("heading", { level: 1, name: company })).toBeVisible();
		await reviewer.getByRole("radio", { name: /要求补充/ }).click();
		await reviewer.getByRole("checkbox", { name: "联系人与团队" }).click();
		await reviewer.getByLabel("对“联系人与团队”的意见").fill("请说明员工人数的口径");
		await reviewer.getByRole("button", { name: "发回补充" }).click();
		await reviewer.getByRole("alertdialog").getByRole("button", { name: "发回补充" }).click();
		await expect(reviewer.getByText("已发回申请方补充")).toBeVisible();
	});

	await test.step("the applicant reads the words in the step and submits again", async () => {
		await page.reload();
		await expect(page.getByText("请说明员工人数的口径")).toBeVisible();
		await page.getByLabel("员工总数").fill("118");
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
		await expect(reviewer.getByText("已通过，服务商已生效")).toBeVisible();
	});
	await reviewer.context().close();

	await test.step("the partner is active, and told", async () => {
		await page.goto("/partner");
		await expect(page.getByText("合作中")).toBeVisible();
		await page.goto("/account/notifications");
		await expect(page.getByText(`恭喜，${company} 已通过准入`)).toBeVisible();
	});

	const admin = await openAs(browser, "admin@windmaker.example");
	await admin.goto(`/ops/mail?q=${encodeURIComponent(email)}`);
	await expect(admin.getByText(`恭喜，${company} 已通过准入`)).toBeVisible();
	await admin.context().close();
});

test("two windows: other fields are merged, the same field is shown with both", async ({ browser }) => {
	const first = await openAs(browser, "changes@windmaker.example");
	const second = await first.context().newPage();
	for (const page of [first, second]) {
		await page.goto("/partner/application");
		await openStep(page, "企业信息");
	}
	await first.getByLabel("法定代表人").fill("甲");
	await first.getByLabel("办公地址").fill("第一个窗口的地址");
	await saved(first);
	await expect(first.getByText("有改动")).toHaveCount(0);
	await second.getByLabel("办公地址").fill("第二个窗口的地址");
	const dialog = second.getByRole("dialog", { name: "同一处在两个窗口里填得不一样" });
	await expect(dialog).toBeVisible();
	await expect(dialog.getByText("第一个窗口的地址")).toBeVisible();
	await expect(dialog.getByText("第二个窗口的地址")).toBeVisible();
	await dialog.getByRole("radio", { name: /另一个窗口/ }).click();
	await dialog.getByRole("button", { name: "按所选保存" }).click();
	await saved(second);
	await expect(second.getByLabel("办公地址")).toHaveValue("第一个窗口的地址");
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
