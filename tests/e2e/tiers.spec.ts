import { readFileSync } from "node:fs";
import { expect, test } from "playwright/test";
import { verifyReceiptFile } from "@/lib/domains/tiers/rules/verify-receipt-file";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { openAs, signIn } from "./people";

const lead = "lead@windmaker.example";
const partner = "partner@windmaker.example";

test("a partner reads why it holds its tier and takes the proof home", async ({ page }) => {
	await signIn(page, partner);
	await page.goto("/partner/tier");
	await expect(page.getByRole("heading", { level: 1, name: "我的层级" })).toBeVisible();
	const receipt = page.getByRole("article", { name: "层级判定回单" });
	for (const step of ["红线", "逐项对照", "赛马", "升降"]) {
		await expect(receipt.getByRole("heading", { name: step, exact: true })).toBeVisible();
	}
	await expect(receipt.getByRole("rowheader", { name: /净成交额/ })).toBeVisible();
	await expect(page.getByRole("heading", { name: "五力得分" })).toBeVisible();

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		receipt.getByRole("link", { name: "下载判定回单" }).click(),
	]);
	const file = JSON.parse(readFileSync(await download.path(), "utf8")) as {
		runId: string;
		receipt: DecisionReceipt;
	};
	expect(verifyReceiptFile(file)).toMatchObject({ ok: true, runId: file.runId });
	const altered = structuredClone(file) as { receipt: { inputs: { gmvFen: string } } };
	altered.receipt.inputs.gmvFen = "100000000000";
	expect(verifyReceiptFile(altered)).toMatchObject({ ok: false });
	await expect(page.getByRole("listitem").and(page.locator("[aria-current]"))).toContainText(
		`T${file.receipt.decision.tier}`,
	);
});

test("a partner finds what lifts and what would drop it, and follows a criterion to its rows", async ({
	page,
}) => {
	await signIn(page, partner);
	await page.goto("/partner/tier");
	await expect(page.getByRole("heading", { level: 2, name: /^怎样升到 T\d/ })).toBeVisible();
	await expect(page.getByRole("heading", { name: "方案 1" })).toBeVisible();
	const margins = page.getByRole("region", { name: "当前层级各条线的余量" });
	await expect(margins.getByRole("rowheader", { name: "五力综合分" })).toBeVisible();
	await expect(page.getByRole("heading", { level: 2, name: "接下来三次评定" })).toBeVisible();
	await expect(page.getByText("赛道中位", { exact: true }).first()).toBeVisible();
	await page.getByText("查看数据表").click();
	await expect(
		page
			.getByRole("region", { name: "层级走势数据" })
			.getByText(/^距 T\d.*还差/)
			.first(),
	).toBeVisible();

	const receipt = page.getByRole("article", { name: "层级判定回单" });
	await receipt.getByText("这一版规则怎么说").click();
	await expect(receipt.getByText(/赛马分 = 综合分 50%/)).toBeVisible();
	await receipt
		.getByRole("link", { name: /仍有效的证书/ })
		.first()
		.click();
	await expect(page).toHaveURL(/#certificates$/);
	await expect(page.getByRole("region", { name: "贵司的有效证书" })).toBeVisible();
	await receipt.getByRole("link", { name: /绑定店铺/ }).click();
	await expect(page).toHaveURL(/\/partner\/gmv\?preset=custom/);
});

test("a partner tries figures: the way proposed reaches the next tier, a bad value is told at its field", async ({
	page,
}) => {
	await signIn(page, partner);
	await page.goto("/partner/tier");
	await page.getByRole("link", { name: "带入试算" }).first().click();
	await expect(page).toHaveURL(/\/partner\/tier\/what-if\?/);
	await expect(page.getByText(/^上升 \d 级$/)).toBeVisible();
	await page.getByRole("link", { name: "恢复现值" }).click();
	await expect(page.getByText("层级不变")).toBeVisible();

	await page.getByRole("spinbutton", { name: "流量营销" }).fill("0");
	await page.getByRole("button", { name: "重新判定" }).click();
	await expect(page).toHaveURL(/traffic=0(&|$)/);
	await expect(page.getByText(/^下降 \d 级$/)).toBeVisible();

	await page.goto("/partner/tier/what-if?gmv=abc&traffic=101");
	await expect(page.getByText("“abc”不是一个数。请填写不带逗号和单位的数字。")).toBeVisible();
	await expect(page.getByText("“101”超出范围，请填 0 到 100。")).toBeVisible();
	await expect(page.getByRole("alert").filter({ hasText: "请先改正标出的项" })).toBeVisible();
});

test("a partner's receipt is nobody else's", async ({ page, browser }) => {
	await signIn(page, partner);
	await page.goto("/partner/tier");
	const href = await page.getByRole("link", { name: "下载判定回单" }).getAttribute("href");
	const own = await page.request.get(href ?? "");
	expect(own.status()).toBe(200);
	const { runId, receipt } = (await own.json()) as { runId: string; receipt: DecisionReceipt };
	expect((await page.request.get(`/api/receipts/${runId}/${receipt.partnerId}`)).status()).toBe(404);
	await page.goto("/ops/evaluations");
	await expect(page.getByRole("heading", { level: 1, name: "层级评定" })).toHaveCount(0);

	const auditor = await openAs(browser, "auditor@windmaker.example");
	expect((await auditor.request.get(`/api/receipts/${runId}/${receipt.partnerId}`)).status()).toBe(200);
	await auditor.goto("/ops/evaluations");
	await expect(auditor.getByRole("heading", { level: 1, name: "层级评定" })).toBeVisible();
	await expect(auditor.getByRole("button", { name: "发起评定" })).toHaveCount(0);
	await auditor.context().close();
});

test("the lead drops a draft in notice, evaluates the month again and shows it to the partners", async ({
	page,
	browser,
}) => {
	await signIn(page, lead);
	await page.goto("/ops/evaluations");
	const inNotice = page.getByRole("row").filter({ hasText: "公示中" });
	await expect(inNotice).toHaveCount(1);
	await page.getByRole("button", { name: "发起评定" }).click();
	const start = page.getByRole("dialog");
	await start.getByRole("button", { name: "开始评定" }).click();
	await expect(start.getByRole("alert")).toContainText("还没有定稿");
	await start.getByRole("button", { name: "取消" }).click();

	await inNotice.getByRole("link").first().click();
	await expect(page.getByRole("heading", { name: /^公示中，至/ })).toBeVisible();
	await page.getByRole("button", { name: "废弃" }).click();
	const discard = page.getByRole("dialog");
	await discard.getByRole("button", { name: "废弃" }).click();
	await expect(discard.getByText("内容太短，请写清楚。")).toBeVisible();
	await discard.getByLabel("废弃原因").fill("九月指标补报后重新评定");
	await discard.getByRole("button", { name: "废弃" }).click();

	// An appeal waits in it: whoever filed it is answered first.
	await expect(discard.getByRole("alert")).toContainText("1 件申诉没有答复");
	await discard.getByRole("button", { name: "取消" }).click();
	const run = page.url();
	await page.getByRole("link", { name: "去答复申诉" }).click();
	await page.getByRole("row").filter({ hasText: "TA-" }).getByRole("link").last().click();
	await page.getByRole("radio", { name: /驳回：维持原判定/ }).click();
	await page.getByLabel("理由类别").selectOption("SOURCE_CONFIRMED");
	await page.getByRole("textbox", { name: "理由", exact: true }).fill("已核对来源，口径与规则一致。");
	await page.getByRole("button", { name: "提交答复" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "提交答复" }).click();
	await expect(page.getByText(/沈知行 于 .* 答复/)).toBeVisible();
	await page.goto(run);
	await page.getByRole("button", { name: "废弃" }).click();
	await discard.getByLabel("废弃原因").fill("九月指标补报后重新评定");
	await discard.getByRole("button", { name: "废弃" }).click();
	await expect(discard).toBeHidden();
	await expect(page.getByText("九月指标补报后重新评定")).toBeVisible();
	const partnerPage = await openAs(browser, partner);
	await partnerPage.goto("/partner/tier/draft");
	await expect(partnerPage).toHaveURL(/\/partner\/tier$/);

	await page.goto("/ops/evaluations");
	await page.getByRole("button", { name: "发起评定" }).click();
	await page.getByRole("dialog").getByRole("button", { name: "开始评定" }).click();
	await page.waitForURL(/\/ops\/evaluations\/run_/);
	await expect(page.getByRole("heading", { name: "草案待复核" })).toBeVisible({ timeout: 60_000 });
	await expect(page.getByRole("row", { name: /^合计/ })).toBeVisible();
	await page.getByRole("link", { name: /供应链/ }).click();
	await expect(page).toHaveURL(/track=supply_chain/);
	await expect(page.getByRole("region", { name: "供应链赛道排名" })).toBeVisible();
	await partnerPage.goto("/partner/tier/draft");
	await expect(partnerPage).toHaveURL(/\/partner\/tier$/);

	await page.getByRole("button", { name: "开始公示" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "开始公示" }).click();
	await expect(page.getByRole("heading", { name: /^公示中，至/ })).toBeVisible();
	await partnerPage.goto("/partner/tier");
	await partnerPage.getByRole("link", { name: "查看草案回单" }).click();
	await expect(partnerPage.getByRole("heading", { level: 1, name: /评定草案$/ })).toBeVisible();
	await expect(partnerPage.getByRole("article", { name: "层级判定回单" })).toContainText("草案，未定稿");
	await partnerPage.context().close();
});
