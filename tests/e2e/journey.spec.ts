import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, type Page, test } from "playwright/test";
import { completeUscc } from "@/lib/domains/admission/rules/uscc";
import { formatCompactFen } from "@/lib/platform/format";
import { parseFen } from "@/lib/platform/money";
import { activate, openAs, registerCompany } from "./people";

const orders = "tests/fixtures/orders-sample.csv";
const shop = "UK-22";
const moment = String(Date.now());
const company = `杭州青蘋起风供应链${moment.slice(-6)}有限公司`;
const uscc = completeUscc("91330100", moment.slice(-8));

/** The `portal` command beside the running portal, as an operator types it. */
function portal(...args: string[]): Record<string, unknown> {
	const output = execFileSync("node", ["lib/cli/launch.mjs", "portal", ...args, "--json"], {
		env: { ...process.env, PORTAL_DATA: process.env.E2E_DATA ?? ".data/e2e" },
		encoding: "utf8",
		stdio: ["ignore", "pipe", "inherit"],
	});
	return JSON.parse(output) as Record<string, unknown>;
}

/** Net GMV of the shop in 2010, straight from the file. */
function netOfFile(): bigint {
	const lines = parse(readFileSync(orders), { columns: true }) as Record<string, string>[];
	return lines
		.filter(
			(line) => line.shop_id === shop && line.occurred_at?.startsWith("2010") && Number(line.quantity) > 0,
		)
		.reduce((sum, line) => {
			const amount = parseFen(line.amount ?? "");
			if (!amount.ok) return sum;
			return line.type === "refund" ? sum - amount.fen : sum + amount.fen;
		}, 0n);
}

async function apply(page: Page): Promise<void> {
	await page.goto("/partner/application");
	await page.getByRole("button", { name: "开始申请" }).click();
	await page.getByLabel("企业名称").fill(company);
	const code = page.getByLabel("统一社会信用代码");
	await code.fill(`${uscc.slice(0, 17)}${uscc.endsWith("0") ? "1" : "0"}`);
	await code.blur();
	await expect(code).toHaveAttribute("aria-invalid", "true");
	await code.fill(`${uscc.slice(0, 8)} ${uscc.slice(8).toLowerCase()}`);
	await code.blur();
	await expect(code).not.toHaveAttribute("aria-invalid", "true");
	await page.getByLabel("法定代表人").fill("林青");
	await page.getByLabel("注册资本").fill("５００万");
	await page.getByLabel("成立日期").fill("2019-05-20");
	await page.getByLabel("所在地区").selectOption({ label: "浙江省" });
	await page.getByLabel("办公地址").fill("杭州市余杭区青蘋路 1 号");
	await expect(page.getByText(/已自动保存/)).toBeVisible();

	// Leaving and coming back leads to what is still missing, and finds every word.
	await page.goto("/partner");
	await page.goto("/partner/application");
	await expect(page.getByRole("heading", { name: "申请赛道" })).toBeVisible();
	await page.getByRole("button", { name: /^企业信息/ }).click();
	await expect(page.getByLabel("企业名称")).toHaveValue(company);
	await expect(page.getByLabel("法定代表人")).toHaveValue("林青");

	await page.getByRole("button", { name: /下一步：申请赛道/ }).click();
	await page.getByRole("radio", { name: /品牌运营/ }).click();
	await page.getByLabel("品牌授权个数").fill("5");
	await page.getByRole("button", { name: /下一步：联系人与团队/ }).click();
	await page.getByRole("textbox", { name: "联系人" }).fill("林青");
	await page.getByLabel("联系电话").fill("13800138000");
	await page.getByLabel("联系邮箱").fill("lin@journey.example");
	await page.getByLabel("员工总数").fill("36");
	await page.getByLabel("其中：直播团队").fill("12");
	await page.getByLabel("其中：客服与售后").fill("8");
	await page.getByRole("button", { name: /下一步：五力自评/ }).click();
	for (const force of ["流量营销", "直播运营", "主播孵化", "服务履约", "供应链"]) {
		const block = page.getByRole("region", { name: force, exact: true });
		await block.getByRole("radio", { name: /^4 ·/ }).press("4");
		await block.getByRole("textbox").fill(`${force}近半年数据见平台后台，可逐月核验。`);
	}
	await page.getByRole("button", { name: /下一步：确认与提交/ }).click();
	await page.getByRole("checkbox", { name: /我已阅读并同意/ }).click();
	await page.getByRole("button", { name: "提交申请" }).click();
	await expect(page.getByRole("heading", { name: "等待平台认领审核" })).toBeVisible();
}

async function approve(page: Page): Promise<void> {
	await page.goto(`/ops/applications?q=${uscc}`);
	await page.getByRole("link", { name: company }).click();
	await page.getByRole("button", { name: "认领并审核" }).click();
	await expect(page.getByRole("radio", { name: /通过准入/ })).toBeVisible();
	for (const force of ["流量营销", "直播运营", "主播孵化", "服务履约", "供应链"]) {
		const scale = page.getByRole("radiogroup", { name: new RegExp(force) });
		await scale.getByRole("radio", { name: /^4 ·/ }).press("4");
	}
	await page
		.getByRole("radio", { name: /通过准入/ })
		.first()
		.click();
	await page.getByRole("button", { name: "通过准入" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "通过准入" }).click();
	await expect(page.getByText("已通过，申请方接下来签署协议并缴纳保证金")).toBeVisible();
}

async function bind(page: Page): Promise<void> {
	await page.goto(`/ops/partners?q=${uscc}`);
	await page.getByRole("link", { name: company }).click();
	await page.getByRole("button", { name: "绑定店铺" }).first().click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("店铺代码").fill(shop);
	await dialog.getByLabel("起始日").fill("2009-12-01");
	await dialog.getByLabel("原因").fill("历史订单归属更正");
	await expect(dialog.getByRole("button", { name: "确认绑定" })).toBeDisabled();
	await dialog.getByRole("button", { name: "查看影响" }).click();
	await expect(dialog.getByText(/重算 \d+ 个有成交的业务日/)).toBeVisible();
	await dialog.getByRole("button", { name: "确认绑定" }).click();
	await expect(page.getByText(`已绑定 ${shop}`)).toBeVisible();
}

test("from registration to a tier computed from real orders", async ({ page, browser }) => {
	test.setTimeout(240_000);
	await registerCompany(page, browser, company);
	await apply(page);

	const reviewer = await openAs(browser, "reviewer@windmaker.example");
	await approve(reviewer);
	await activate(page, browser, company);
	await page.goto("/partner");
	await expect(page.getByText("合作中")).toBeVisible();
	await page.goto("/account/notifications");
	await expect(page.getByText(company).or(page.getByText(/通过/)).first()).toBeVisible();

	const first = portal("import", orders, "--source", "journey");
	expect(first).toMatchObject({ ok: true, lines: 3209, accepted: 3190, rejected: 19, duplicate: 0 });
	expect(portal("import", orders, "--source", "journey")).toMatchObject({ accepted: 0, duplicate: 3190 });

	await reviewer.context().close();
	// The past is the lead's to correct.
	const lead = await openAs(browser, "lead@windmaker.example");
	await bind(lead);
	await lead.context().close();
	expect(portal("evaluate", "--backfill", "--as-of", "2010-12-31")).toMatchObject({
		period: "2010-12",
		tierPolicyVersion: 1,
	});
	expect(portal("reconcile")).toMatchObject({ ok: true });

	await page.goto("/partner/tier");
	await expect(page.getByRole("heading", { level: 1, name: "我的层级" })).toBeVisible();
	const net = formatCompactFen(netOfFile(), "zh-CN");
	const row = page.getByRole("row").filter({ hasText: "近 12 个月净成交额" });
	await expect(row.first()).toContainText(net.number);
	await expect(page.getByText(/距离 T2/)).toBeVisible();
});
