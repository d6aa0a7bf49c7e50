import { expect, test } from "playwright/test";
import { openAs } from "./people";

test("days are pasted with every fault told, shown with what they move, mended one by one and taken back", async ({
	browser,
}) => {
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/calendar?year=2028");
	await expect(lead.getByText("2028 年还没有录入节假日，暂按周一至周五为工作日。")).toBeVisible();

	await test.step("a list with faults saves nothing and says row, column and reason", async () => {
		await lead.getByRole("button", { name: "批量粘贴" }).click();
		const dialog = lead.getByRole("dialog", { name: "批量录入" });
		const list = dialog.getByLabel("列表");
		await list.fill(
			"2028-10-02~2028-10-04,放假,国庆节,National Day\n2028-13-01,放假,不存在的日子,No such day\n2028-10-14,开会,调休,Make-up workday",
		);
		await dialog.getByRole("button", { name: "检查" }).click();
		await expect(dialog.getByText("2 处有误，一天也没有保存")).toBeVisible();
		await expect(dialog.getByRole("row", { name: /2 日期 不是有效日期 2028-13-01/ })).toBeVisible();
		await expect(dialog.getByRole("row", { name: /3 安排 请写“放假”或“上班” 开会/ })).toBeVisible();
		await expect(list).toHaveValue(/2028-13-01/);

		await list.fill(
			"2028-10-02~2028-10-04,放假,国庆节,National Day\n2028-10-14,上班,国庆节调休上班,Make-up workday",
		);
		await dialog.getByRole("button", { name: "检查" }).click();
		await expect(dialog.getByText("新增 4 天，修改 0 天，恢复 0 天，0 天不变")).toBeVisible();
		await dialog.getByRole("button", { name: "保存" }).click();
		await expect(dialog).toBeHidden();
		await expect(lead.getByText(/放假 3 天，调休上班 1 天/)).toBeVisible();
	});

	await test.step("one day more by hand, refused where it is no day, and its effect shown before it is saved", async () => {
		await lead.getByRole("button", { name: "新增日期" }).click();
		const dialog = lead.getByRole("dialog", { name: "设置日期" });
		await dialog.getByLabel("从").fill("2028-10-06");
		await dialog.getByLabel("到").fill("2028-10-05");
		await dialog.getByLabel("中文名称").fill("国庆节");
		await dialog.getByLabel("英文名称").fill("National Day");
		await dialog.getByRole("button", { name: "看看影响" }).click();
		await expect(dialog.getByRole("alert")).toContainText("结束早于开始");
		await dialog.getByLabel("到").fill("2028-10-06");
		await dialog.getByRole("button", { name: "看看影响" }).click();
		await expect(dialog.getByText("2028-10-06 · 放假 · 国庆节")).toBeVisible();
		await dialog.getByRole("button", { name: "保存" }).click();
		await expect(dialog).toBeHidden();
		await expect(lead.getByText(/放假 4 天，调休上班 1 天/)).toBeVisible();
	});

	await test.step("made ordinary again, the year is as it was", async () => {
		for (const span of [/^修改 国庆节 2028-10-02/, /^修改 国庆节 2028-10-06/, /^修改 国庆节调休上班/]) {
			await lead.getByRole("button", { name: span }).click();
			const dialog = lead.getByRole("dialog", { name: "设置日期" });
			await dialog.getByRole("button", { name: "恢复为普通日" }).click();
			await dialog.getByRole("button", { name: "保存" }).click();
			await expect(dialog).toBeHidden();
		}
		await expect(lead.getByText("2028 年还没有录入节假日，暂按周一至周五为工作日。")).toBeVisible();
	});
	await lead.context().close();
});

test("an auditor reads the calendar and finds nothing to press", async ({ browser }) => {
	const auditor = await openAs(browser, "auditor@windmaker.example");
	await auditor.goto("/ops/calendar");
	await expect(auditor.getByText("您可以查看日历；由运营负责人或平台管理员维护。")).toBeVisible();
	await expect(auditor.getByRole("button", { name: "新增日期" })).toHaveCount(0);
	await expect(auditor.getByRole("button", { name: "批量粘贴" })).toHaveCount(0);
	await auditor.context().close();
});
