import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

const owner = "partner@windmaker.example";
const leads = ["lead@windmaker.example", "lead2@windmaker.example"];
const statement = `纠纷率应以平台客服口径为准，附后台截图。${Date.now()}`;

test("a partner objects to an item of its receipt, another lead answers, the partner reads why", async ({
	page,
	browser,
}) => {
	await signIn(page, owner);
	await page.goto("/partner/tier/draft");
	const receipt = page.getByRole("article", { name: "层级判定回单" });
	// The demo's newest run is in notice; where it is final already, its receipt is on the tier's own page.
	if ((await receipt.count()) === 0) await page.goto("/partner/tier");
	await expect(page.getByRole("heading", { name: "对这张回单有异议？" })).toBeVisible();
	const appeal = receipt.getByRole("link", { name: "申诉：纠纷率" }).and(page.locator(":visible"));
	await appeal.click();
	await expect(page.getByRole("heading", { level: 1, name: "对回单提出申诉" })).toBeVisible();
	await page.getByRole("button", { name: "提交申诉" }).click();
	await expect(page.getByText("请填写此项。")).toBeVisible();
	await page.getByRole("textbox", { name: "理由" }).fill(statement);
	await page.locator("input[multiple]").setInputFiles({
		name: "后台截图.png",
		mimeType: "image/png",
		buffer: Buffer.from(
			"iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
			"base64",
		),
	});
	await expect(page.getByRole("button", { name: "预览 后台截图.png" })).toBeVisible();
	await page.getByRole("button", { name: "提交申诉" }).click();
	await expect(page.getByRole("heading", { level: 1, name: /纠纷率/ })).toBeVisible();
	await expect(page.getByText(statement)).toBeVisible();
	await expect(page.getByText("后台截图.png")).toBeVisible();
	const address = new URL(page.url()).pathname;

	// Whoever opened the notice is told that another lead answers.
	let judge = await openAs(browser, leads[0] ?? "");
	const decision = address.replace("/partner/tier", "/ops/evaluations");
	await judge.goto(decision);
	await expect(judge.getByText(statement)).toBeVisible();
	if ((await judge.getByText("须由其他负责人答复").count()) > 0) {
		await judge.context().close();
		judge = await openAs(browser, leads[1] ?? "");
		await judge.goto(decision);
	}
	await expect(judge.getByRole("heading", { name: "按今天的来源重新执行" })).toBeVisible();
	await judge.getByRole("radio", { name: /驳回：维持原判定/ }).click();
	await judge.getByLabel("理由类别").selectOption("SOURCE_CONFIRMED");
	await judge.getByRole("textbox", { name: "理由", exact: true }).fill("客服口径与规则一致，来源无误。");
	await judge.getByRole("button", { name: "提交答复" }).click();
	await judge.getByRole("alertdialog").getByRole("button", { name: "提交答复" }).click();
	await expect(judge.getByText(/(沈知行|谢观澜) 于 .* 答复/)).toBeVisible();
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
	await judge.context().close();
});
