import { expect, test } from "playwright/test";
import { openAs } from "./people";

const stamp = Date.now().toString(36).toUpperCase();
const code = `E2E-${stamp}`;
const stem = `开播前最后确认的是？（${stamp}）`;
const moment = (days: number) =>
	new Date(Date.now() + days * 86_400_000 + 28_800_000).toISOString().slice(0, 16);

test("a question is written, approved by a second person, drawn in a window of its level and taken back", async ({
	browser,
}) => {
	const writer = await openAs(browser, "reviewer@windmaker.example");
	await writer.goto("/ops/exams/questions/new");
	await writer.getByLabel("编号").fill(code);
	await writer.getByLabel("级别").selectOption("senior");
	await writer.getByLabel("主题").selectOption("room");
	await writer.getByLabel("难度").selectOption("2");
	await writer.getByLabel("题干").fill(stem);
	for (const [at, option] of ["安全与合规", "灯光", "背景", "音乐"].entries())
		await writer.getByLabel(`选项 ${at + 1}`, { exact: true }).fill(option);
	await writer.getByRole("button", { name: "保存草稿" }).click();
	await expect(writer.getByRole("heading", { name: code })).toBeVisible();
	await expect(writer.getByText("没有标出正确项，或数目不对")).toBeVisible();
	await writer.getByRole("link", { name: "编辑" }).click();
	await writer.getByLabel("选项 1 正确").click();
	await writer.getByLabel("解析").fill("先确认安全与合规。");
	await writer.getByRole("button", { name: "保存草稿" }).click();
	await writer.getByRole("button", { name: "提交复核" }).click();
	await expect(writer.getByText("由另一人复核", { exact: false })).toBeVisible();
	await expect(writer.getByRole("button", { name: "通过并启用" })).toHaveCount(0);

	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto(new URL(writer.url()).pathname);
	await lead.getByRole("button", { name: "通过并启用" }).click();
	await expect(lead.getByRole("button", { name: "停用" })).toBeVisible();
	const questionPath = new URL(lead.url()).pathname;

	await lead.goto("/ops/exams");
	await lead.getByRole("button", { name: "新建考期" }).click();
	await lead.getByLabel("级别").selectOption("senior");
	await lead.getByLabel("中文名称").fill(`考期 ${stamp}`);
	await lead.getByLabel("英文名称").fill(`Window ${stamp}`);
	await lead.getByLabel("开放时间").fill(moment(-1));
	await lead.getByLabel("截止时间").fill(moment(2));
	await lead.getByLabel("座位数").fill("3");
	await lead.getByRole("button", { name: "保存" }).click();
	await lead.getByRole("link", { name: `考期 ${stamp}` }).click();
	await expect(lead.getByText("还没有人预约", { exact: true })).toBeVisible();
	await lead.getByRole("button", { name: "取消考期" }).click();
	await lead.getByLabel("原因（考生可见）").fill("演练结束");
	await lead.getByRole("dialog").getByRole("button", { name: "取消考期" }).click();
	await expect(lead.getByText("已取消", { exact: true })).toBeVisible();

	await lead.goto(questionPath);
	await lead.getByRole("button", { name: "停用" }).click();
	await lead.getByLabel("原因").fill("演练结束");
	await lead.getByRole("dialog").getByRole("button", { name: "停用" }).click();
	await expect(lead.getByText("已停用", { exact: true }).first()).toBeVisible();
	await writer.context().close();
	await lead.context().close();
});
