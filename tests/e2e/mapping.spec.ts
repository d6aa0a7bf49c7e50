import { readFileSync } from "node:fs";
import { expect, type Page, test } from "playwright/test";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { toGb18030 } from "../factories/gb18030";
import { openAs, signIn } from "./people";

test.slow();

const stamp = Date.now().toString(36);
const shop = `E2E-${stamp.toUpperCase()}`;
const source = `ledger-${stamp}`;
const columns: readonly (readonly [field: string, column: string])[] = [
	["订单号", "单据"],
	["行号", "笔序"],
	["类型", "单据性质"],
	["发生时间", "记账时刻"],
	["店铺", "网点"],
	["商品编号", "物料"],
	["数量", "件头"],
	["金额", "发生额(分)"],
];

/** A file as an accounting system writes it: its own names and words, GB18030, semicolons, DD/MM/YYYY, amounts in fen. */
function ledger(name: string, events: string): { name: string; mimeType: string; buffer: Buffer } {
	const line = (event: string, type: string, amount: string, pieces = "1") =>
		[event, "1", type, "13/03/2012 10:00", shop, "P-1", pieces, amount].join(";");
	const lines = [
		columns.map(([, column]) => column).join(";"),
		line(`${events}1`, "出库", "123456"),
		line(`${events}2`, "出库", "100000"),
		line(`${events}3`, "冲销", "23456"),
		line(`${events}4`, "出库", "100", "0"),
	];
	return { name, mimeType: "text/csv", buffer: toGb18030(`${lines.join("\r\n")}\r\n`) };
}

async function send(page: Page, file: ReturnType<typeof ledger>): Promise<void> {
	await page.goto("/ops/imports");
	await page.getByLabel("来源代码").fill(source);
	await page.locator('input[type="file"]').setInputFiles(file);
}

const uploadOf = (page: Page, name: string) => page.getByRole("listitem").filter({ hasText: name });

test("a file with foreign columns is mapped, previewed, rehearsed, saved and imported; its totals appear", async ({
	page,
}) => {
	const file = ledger(`台账-${stamp}.csv`, `A${stamp}`);
	await signIn(page, "lead@windmaker.example");
	await send(page, file);
	const row = uploadOf(page, file.name);
	await expect(row.getByText("待设置列", { exact: true })).toBeVisible();
	await row.getByRole("link", { name: "设置列" }).click();
	await expect(page.getByRole("heading", { level: 1, name: /设置列/ })).toBeVisible();
	await expect(page.getByText("GB18030")).toBeVisible();
	await expect(page.getByText("分号")).toBeVisible();

	await expect(page.getByText(/还有 8 项必须设置/)).toBeVisible();
	await page.getByRole("button", { name: "开始试运行" }).click();
	await expect(page.getByText("请选择一列，或填写固定值。").first()).toBeVisible();
	for (const [field, column] of columns)
		await page
			.getByLabel(field, { exact: false })
			.and(page.locator("select"))
			.first()
			.selectOption({ label: column });
	await page.getByLabel("日期与时间").selectOption("dmy");
	await page.getByLabel("金额单位").selectOption("fen");
	await page.getByLabel("“出库”的意思").selectOption("sale");
	await page.getByLabel("“冲销”的意思").selectOption("refund");

	const preview = page.getByRole("region", { name: "映射后的样本" });
	await expect(preview.getByRole("row").nth(1)).toContainText("2012-03-13 10:00:00");
	await expect(preview.getByRole("row").nth(1)).toContainText("1234.56");
	await expect(preview.getByRole("row").nth(3)).toContainText("退款");
	await expect(preview.getByRole("row").nth(4)).toContainText("数量应大于零");
	await expect(page.getByText("前 4 行中有 1 行会被拒绝。")).toBeVisible();

	await page.getByRole("button", { name: "开始试运行" }).click();
	await expect(page.getByText("4 行 = 将新增 3 + 重复 0 + 冲突 0 + 拒绝 1")).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText("¥2,000.00")).toBeVisible();
	await expect(page.getByText(`新店铺：${shop}`)).toBeVisible();
	const download = page.waitForEvent("download");
	await page.getByRole("link", { name: "下载错误文件" }).click();
	const errors = readFileSync(await (await download).path(), "utf8")
		.trim()
		.split("\r\n");
	expect(errors).toHaveLength(2);
	expect(errors[1]).toBe("5,件头,0,QUANTITY_NOT_POSITIVE,数量应大于零");
	// Nothing was written.
	const other = await page.context().newPage();
	await other.goto(`/ops/partners/unattributed?q=${shop}`);
	await expect(other.getByText("没有符合条件的店铺")).toBeVisible();

	// What was tried is still there after a reload.
	await page.reload();
	await expect(page.getByText("4 行 = 将新增 3 + 重复 0 + 冲突 0 + 拒绝 1")).toBeVisible();
	await page.getByRole("textbox", { name: "映射名称" }).fill(`总账 ${stamp}`);
	await page.getByRole("button", { name: "保存映射" }).click();
	await expect(page.getByText(`正在使用「总账 ${stamp}」第 1 版`)).toBeVisible();
	await page.getByRole("button", { name: "导入", exact: true }).click();
	const dialog = page.getByRole("alertdialog");
	await expect(dialog).toContainText("新增 3 行，净成交额 ¥2,000.00");
	await dialog.getByRole("button", { name: "开始导入" }).click();
	await expect(row.getByText("已完成", { exact: true })).toBeVisible({ timeout: 60_000 });
	await row.getByRole("link", { name: "查看批次" }).click();
	await expect(page.getByText(`总账 ${stamp} 第 1 版`)).toBeVisible();
	await expect(page.getByText("4 行 = 新增 3 + 重复 0 + 冲突 0 + 拒绝 1")).toBeVisible();
	await other.reload();
	await expect(other.getByRole("row").filter({ hasText: shop })).toContainText("2,000.00");
});

test("a saved mapping reads the next file as it is sent, and can be taken out of use", async ({ page }) => {
	const file = ledger(`台账二-${stamp}.csv`, `B${stamp}`);
	await signIn(page, "lead@windmaker.example");
	await page.goto("/ops/imports");
	await page.getByLabel("列", { exact: true }).selectOption({ label: `映射：总账 ${stamp}` });
	await page.getByLabel("来源代码").fill(source);
	await page.locator('input[type="file"]').setInputFiles(file);
	const row = uploadOf(page, file.name);
	await expect(row.getByText("已完成", { exact: true })).toBeVisible({ timeout: 60_000 });
	await expect(row).toContainText(`映射：总账 ${stamp}`);

	await page.goto("/ops/imports/mappings");
	const saved = page.getByRole("row").filter({ hasText: `总账 ${stamp}` });
	await saved.getByText("8 个字段").click();
	await expect(saved).toContainText("发生额(分)");
	await saved.getByRole("button", { name: `停用：总账 ${stamp}` }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "停用" }).click();
	await expect(saved.getByText("已停用", { exact: true })).toBeVisible();
});

test("monthly metrics of a partner come in by the same way; an unknown partner is named by its line", async ({
	page,
}) => {
	const source = `metrics-${stamp}`;
	await signIn(page, "lead@windmaker.example");
	await page.goto("/ops/partners");
	await page.getByRole("table").getByRole("link").first().click();
	const uscc = page.getByText(/^[0-9A-HJ-NPQRTUWXY]{18}$/).first();
	await expect(uscc).toBeVisible();
	// Long before anything is judged.
	const names = columnsOf("FORCE_MONTH").filter((name) => name !== "revision");
	const line = (partner: string | null) =>
		names.map((name) => (name === "partner_id" ? partner : name === "month" ? "2020/3/1" : "0")).join(",");
	const header = names.map((name) => (name === "month" ? "期间" : name)).join(",");
	const lines = [header, line(await uscc.textContent()), line("91350900587527783P")];
	const name = `五力-${stamp}.csv`;
	await page.goto("/ops/imports");
	await page.getByLabel("来源代码").fill(source);
	await page.getByLabel("内容", { exact: true }).selectOption({ label: "月度五力指标" });
	await page
		.locator('input[type="file"]')
		.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(lines.join("\n")) });
	const row = uploadOf(page, name);
	await row.getByRole("link", { name: "设置列" }).click();
	await page
		.getByLabel("月份", { exact: false })
		.and(page.locator("select"))
		.first()
		.selectOption({ label: "期间" });
	await page.getByLabel("日期与时间").selectOption("ymd");
	await expect(page.getByRole("region", { name: "映射后的样本" }).getByRole("row").nth(1)).toContainText(
		"2020-03",
	);
	await page.getByRole("button", { name: "开始试运行" }).click();
	await expect(page.getByText("2 行 = 将新增 1 + 重复 0 + 冲突 0 + 拒绝 1")).toBeVisible({ timeout: 60_000 });
	await expect(page.getByText("涉及服务商")).toBeVisible();
	await page.getByRole("button", { name: "导入", exact: true }).click();
	const dialog = page.getByRole("alertdialog");
	await expect(dialog).toContainText("新增 1 条（其中更正 0 条）");
	await dialog.getByRole("button", { name: "开始导入" }).click();
	await expect(row.getByText("已完成", { exact: true })).toBeVisible({ timeout: 60_000 });
	await row.getByRole("link", { name: "查看批次" }).click();
	await expect(page.getByRole("row").filter({ hasText: "91350900587527783P" })).toContainText(
		"没有这家服务商",
	);
});

test("an auditor reads the mappings and maps no file; a partner sees neither", async ({ browser }) => {
	const auditor = await openAs(browser, "auditor@windmaker.example");
	await auditor.goto("/ops/imports/mappings");
	await expect(auditor.getByRole("row").filter({ hasText: `总账 ${stamp}` })).toBeVisible();
	await expect(auditor.getByRole("button", { name: /停用|恢复/ })).toHaveCount(0);
	await auditor.goto("/ops/imports/map/upl_any");
	await expect(auditor.getByRole("heading", { level: 1, name: /设置列/ })).toHaveCount(0);
	const partner = await openAs(browser, "partner@windmaker.example");
	expect((await partner.request.get("/api/imports/rehearsals/reh_any/errors")).status()).toBe(404);
	await partner.goto("/ops/imports/mappings");
	await expect(partner.getByText(`总账 ${stamp}`)).toHaveCount(0);
});
