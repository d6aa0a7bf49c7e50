import { expect, test } from "playwright/test";
import { openAs } from "./people";

const reason = `平台结算故障使上季成交额漏记，补录前按实际经营情况调整。${Date.now()}`;

test("one lead proposes another tier with a reason, another sees what it changes and says no", async ({
	browser,
}) => {
	const maker = await openAs(browser, "lead@windmaker.example");
	await maker.goto("/ops/evaluations");
	await maker.locator('a[href^="/ops/evaluations/run_"]').first().click();
	await maker.getByRole("link", { name: "回单", exact: true }).first().click();
	await maker.waitForURL(/\/ops\/evaluations\/run_\w+\/par_\w+/);
	const address = new URL(maker.url()).pathname;
	await expect(maker.getByRole("article", { name: "层级判定回单" })).toBeVisible();
	await maker.getByRole("button", { name: "提出调整" }).click();
	const dialog = maker.getByRole("dialog");
	await dialog.getByRole("button", { name: "提出", exact: true }).click();
	await expect(dialog.getByText("内容太短，请写清楚。")).toBeVisible();
	await dialog.getByLabel("调整为").selectOption({ index: 1 });
	await dialog.getByRole("textbox", { name: "理由" }).fill(reason);
	await dialog.getByRole("button", { name: "提出", exact: true }).click();
	await expect(maker.getByText("这是您提出的，须由另一位负责人处理。")).toBeVisible();
	await expect(maker.getByRole("button", { name: "确认调整" })).toHaveCount(0);
	await expect(maker.getByRole("button", { name: "提出调整" })).toHaveCount(0);

	const other = await openAs(browser, "lead2@windmaker.example");
	await other.goto(address.split("/").slice(0, 4).join("/"));
	const waiting = other.getByRole("listitem").filter({ hasText: reason });
	await waiting.getByRole("link", { name: "看回单与影响" }).click();
	await expect(other.getByText(reason)).toBeVisible();
	await expect(other.getByText("其他服务商的名次与层级都不变。")).toBeVisible();
	await other.getByRole("button", { name: "确认调整" }).click();
	await expect(
		other.getByRole("alertdialog").getByText("您的姓名会与提出人、理由一起写入回单"),
	).toBeVisible();
	await other.keyboard.press("Escape");
	await other.getByRole("button", { name: "驳回" }).click();
	await other
		.getByRole("alertdialog")
		.getByRole("textbox", { name: "驳回理由" })
		.fill("漏记的金额不足以改变层级。");
	await other.getByRole("alertdialog").getByRole("button", { name: "驳回" }).click();
	await expect(other.getByRole("alertdialog")).toHaveCount(0);
	await expect(other.getByText(/驳回理由：漏记的金额不足以改变层级/).first()).toBeVisible();
	await maker.reload();
	await expect(maker.locator("[data-status='REJECTED']").first()).toBeVisible();
	await maker.context().close();
	await other.context().close();
});
