import { expect, test } from "playwright/test";
import { openAs } from "./people";

const DAY_MS = 86_400_000;
const shanghaiDay = (later: number) =>
	new Date(Date.now() + 8 * 3_600_000 + later * DAY_MS).toISOString().slice(0, 10);

test("a tier policy is drafted, linted, replayed, proposed and sent back; what is in force stays", async ({
	browser,
}) => {
	test.setTimeout(240_000);
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/evaluations");
	await lead.getByRole("link", { name: "层级规则" }).click();
	await lead.waitForURL(/\/ops\/evaluations\/policy/);

	await test.step("the policy in force, replayed over its own runs, changes nobody", async () => {
		await lead.getByRole("button", { name: "试算", exact: true }).click();
		await expect(lead.getByText("与当时的判定完全一致，没有一家变化。")).toBeVisible({ timeout: 60_000 });
	});

	await lead.getByRole("button", { name: "从第 1 版起草" }).click();
	await lead.waitForURL(/\/policy\/draft/);
	const t4 = lead.locator("[data-tier='4']");

	await test.step("a contradiction is named, and keeps from proposing", async () => {
		await t4.getByLabel("成交额", { exact: true }).fill("5000万");
		await expect(
			lead.locator("[data-findings]").getByText(/T4 强风 的成交额.*比 T3 劲风.*还宽松/),
		).toBeVisible();
		await expect(lead.getByRole("button", { name: "提请发布" })).toBeDisabled();
	});

	await test.step("the change stands in words, and keeps itself", async () => {
		await t4.getByLabel("成交额", { exact: true }).fill("5亿");
		await expect(lead.getByText(/T4 强风 成交额：由 ≥ ¥3\s*亿 调整为 ≥ ¥5\s*亿/)).toBeVisible();
		await expect(lead.getByText(/已自动保存/)).toBeVisible();
		await lead.reload();
		await expect(t4.getByLabel("成交额", { exact: true })).toHaveValue("5亿");
	});

	await test.step("the text is checked before it goes into the form", async () => {
		await lead.getByText("JSON", { exact: true }).first().click();
		const text = lead.getByRole("textbox", { name: "JSON" });
		const document = await text.inputValue();
		await text.fill(document.replace('"metric": "composite"', '"metric": "refund_without_return"'));
		await expect(lead.getByText(/不得计入层级/)).toBeVisible();
		await expect(lead.getByRole("button", { name: "应用到表单" })).toBeDisabled();
		await text.fill(document.replace('"protectionDays": 90', '"protectionDays": 120'));
		await lead.getByRole("button", { name: "应用到表单" }).click();
		await expect(lead.getByLabel("新人保护期")).toHaveValue("120");
		await expect(lead.getByText(/新人保护期：由 90 天 调整为 120 天/)).toBeVisible();
	});

	await test.step("the replay says who moves and why", async () => {
		await lead.getByRole("button", { name: "试算", exact: true }).click();
		await expect(lead.getByRole("heading", { name: "各期结果" })).toBeVisible({ timeout: 60_000 });
		await expect(lead.getByText(/不再达标：.*成交额/).first()).toBeVisible();
	});

	await test.step("too early it is refused; then it waits for another lead", async () => {
		await lead.getByRole("button", { name: "提请发布" }).click();
		const dialog = lead.getByRole("dialog");
		await dialog.getByLabel("生效日").fill(shanghaiDay(3));
		await dialog.getByLabel("理由").fill("门槛跟上市场");
		await dialog.getByRole("button", { name: "提请发布" }).click();
		await expect(dialog.getByText(/公示期不足/)).toBeVisible();
		await dialog.getByLabel("生效日").fill(shanghaiDay(40));
		await dialog.getByRole("button", { name: "提请发布" }).click();
		await expect(lead.getByText("等待第二位负责人确认")).toBeVisible();
		await expect(lead.getByRole("button", { name: "确认发布" })).toHaveCount(0);
	});

	await test.step("the auditor reads it and changes nothing", async () => {
		const auditor = await openAs(browser, "auditor@windmaker.example");
		await auditor.goto("/ops/evaluations/policy/draft");
		await expect(auditor.getByText("您可以查看这份草稿并试算，不能修改。")).toBeVisible();
		await expect(auditor.locator("[data-tier='4'] input").first()).toBeDisabled();
		await expect(auditor.getByRole("button", { name: /确认发布|退回修改|放弃草稿/ })).toHaveCount(0);
		await auditor.context().close();
	});

	await test.step("another lead could confirm it, and sends it back; the draft is thrown away", async () => {
		const other = await openAs(browser, "lead2@windmaker.example");
		await other.goto("/ops/evaluations/policy/draft");
		await expect(other.getByRole("button", { name: "确认发布" })).toBeVisible();
		await other.getByRole("button", { name: "退回修改" }).click();
		await expect(other.getByText("等待第二位负责人确认")).toHaveCount(0);
		await other.getByRole("button", { name: "放弃草稿" }).click();
		await other.getByRole("alertdialog").getByRole("button", { name: "放弃草稿" }).click();
		await other.waitForURL(/\/policy$/);
		await expect(other.getByRole("heading", { name: "现行第 1 版" })).toBeVisible();
		await other.context().close();
	});
	await lead.context().close();
});
