import { expect, test } from "playwright/test";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { openAs } from "./people";

test("the exam's rules are drafted, measured against the bank, announced too early and in time; what is in force stays", async ({
	browser,
}) => {
	test.setTimeout(120_000);
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/exams/policy");
	await lead.getByRole("button", { name: "从第 1 版起草" }).click();
	await lead.waitForURL(/\/ops\/exams\/policy\/draft/);
	const pass = lead.getByLabel("及格线").first();
	const publish = lead.getByRole("button", { name: "公示发布" });
	await expect(publish).toBeDisabled();

	await test.step("a value that cannot be read is told at its field, and keeps the draft from its day", async () => {
		await pass.fill("一百");
		await expect(lead.getByText(/还有 1 处需要填写或更正/)).toBeVisible();
		await expect(publish).toBeDisabled();
		await expect(pass).toHaveValue("一百");
	});

	await test.step("the draft says what it changes, and keeps itself", async () => {
		await pass.fill("65");
		await expect(lead.getByText("初级 · 及格线：由 60% 调整为 65%")).toBeVisible();
		await expect(lead.getByText(/已自动保存/)).toBeVisible();
		await lead.reload();
		await expect(pass).toHaveValue("65");
	});

	await test.step("earlier than the notice it is refused with what was typed; then it is announced", async () => {
		await publish.click();
		const dialog = lead.getByRole("dialog");
		await expect(dialog.getByText(/须提前 15 天公示/)).toBeVisible();
		await expect(dialog.getByText("初级 · 及格线：由 60% 调整为 65%")).toBeVisible();
		const day = dialog.getByLabel("生效日");
		const early = addDays(businessDayOf(new Date()), 3);
		await day.fill(early);
		await dialog.getByRole("button", { name: "发布第 2 版" }).click();
		await expect(dialog.getByRole("alert")).toContainText("公示不足 15 天");
		await expect(day).toHaveValue(early);
		await day.fill(addDays(businessDayOf(new Date()), 20));
		await dialog.getByRole("button", { name: "发布第 2 版" }).click();
		await expect(lead.getByText(/第 2 版已发布，已通知 \d+ 人/)).toBeVisible();
	});

	await test.step("what is in force stays so until its day", async () => {
		await lead.waitForURL(/\/ops\/exams\/policy$/);
		await expect(lead.getByRole("heading", { name: "现行第 1 版" })).toBeVisible();
		await expect(lead.getByRole("row", { name: /第 2 版/ })).toContainText("待生效");
	});
	await lead.context().close();

	const member = await openAs(browser, "member@windmaker.example");
	await member.goto("/account/notifications");
	await expect(member.getByText(/考试规则第 2 版/).first()).toBeVisible();
	await member.context().close();
});
