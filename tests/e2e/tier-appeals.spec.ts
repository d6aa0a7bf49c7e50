import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

const owner = "partner@windmaker.example";
const lead = "lead2@windmaker.example";
const statement = `纠纷率应以平台客服口径为准，附后台截图。${Date.now()}`;

test("a partner objects to an item of its receipt, another lead answers, the partner reads why", async ({
	page,
	browser,
}) => {
	await signIn(page, owner);
	await page.goto("/partner/tier");
	const appeal = page.getByRole("link", { name: "申诉：纠纷率" }).and(page.locator(":visible"));
	if ((await appeal.count()) === 0) {
		// Between the end of one month's window and the next run there is nothing to appeal, and the page says so.
		await expect(page.getByRole("heading", { name: "对这张回单有异议？" })).toHaveCount(0);
		return;
	}
	await expect(page.getByRole("heading", { name: "对这张回单有异议？" })).toBeVisible();
	await appeal.click();
	await expect(page.getByRole("heading", { level: 1, name: "对回单提出申诉" })).toBeVisible();
	await page.getByRole("button", { name: "提交申诉" }).click();
	await expect(page.getByText("请填写此项。")).toBeVisible();
	await page.getByLabel("理由").fill(statement);
	await page.getByLabel("证据").setInputFiles({
		name: "后台截图.png",
		mimeType: "image/png",
		buffer: Buffer.from(
			"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
			"base64",
		),
	});
	await expect(page.getByText("后台截图.png")).toBeVisible();
	await page.getByRole("button", { name: "提交申诉" }).click();
	await expect(page.getByRole("heading", { level: 1, name: /纠纷率/ })).toBeVisible();
	await expect(page.getByText(statement)).toBeVisible();
	await expect(page.getByText("后台截图.png")).toBeVisible();
	const address = new URL(page.url()).pathname;

	const judge = await openAs(browser, lead);
	await judge.goto(address.replace("/partner/tier", "/ops/evaluations"));
	await expect(judge.getByText(statement)).toBeVisible();
	await expect(judge.getByText("与现在的判定完全一致")).toBeVisible();
	await expect(judge.getByRole("radio", { name: /成立：更正并重新执行/ })).toBeDisabled();
	await judge.getByRole("radio", { name: /驳回：维持原判定/ }).click();
	await judge.getByLabel("理由类别").selectOption("SOURCE_CONFIRMED");
	await judge.getByLabel("理由", { exact: true }).fill("客服口径与规则一致，来源无误。");
	await judge.getByRole("button", { name: "提交答复" }).click();
	await judge.getByRole("alertdialog").getByRole("button", { name: "提交答复" }).click();
	await expect(judge.getByText(/谢观澜 于 .* 答复/)).toBeVisible();
	await judge.goto("/ops/evaluations/appeals?tab=decided");
	await expect(
		judge.getByRole("row").filter({ hasText: "纠纷率" }).first().getByText("维持原判"),
	).toBeVisible();

	await page.reload();
	await expect(page.getByText("客服口径与规则一致，来源无误。")).toBeVisible();
	await page.goto("/partner/tier/appeals");
	await expect(
		page.getByRole("listitem").filter({ hasText: "纠纷率" }).first().getByText("维持原判"),
	).toBeVisible();
	await judge.goto("/partner/tier/appeals");
	await expect(judge.getByRole("heading", { name: "我的申诉" })).toHaveCount(0);
	await judge.context().close();
});
