import { readFileSync } from "node:fs";
import { expect, test } from "playwright/test";
import { recomputeFromReceipt } from "@/lib/domains/tiers/rules/recompute-receipt";
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
	const again = recomputeFromReceipt(file.receipt);
	expect(again).toMatchObject({ ok: true, tier: file.receipt.decision.tier });
	await expect(page.getByRole("listitem").and(page.locator("[aria-current]"))).toContainText(
		`T${file.receipt.decision.tier}`,
	);
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

test("the lead runs an evaluation and reads the ranking of a track", async ({ page }) => {
	test.setTimeout(120_000);
	await signIn(page, lead);
	await page.goto("/ops/evaluations");
	await page.getByRole("button", { name: "发起评定" }).click();
	const dialog = page.getByRole("alertdialog");
	await expect(dialog.getByLabel("评定月份")).toBeVisible();
	await dialog.getByRole("button", { name: "开始评定" }).click();
	await page.waitForURL(/\/ops\/evaluations\/run_/, { timeout: 90_000 });
	await expect(page.getByText("已定稿")).toBeVisible();
	await expect(page.getByRole("row", { name: /^合计/ })).toBeVisible();
	await page.getByRole("link", { name: /供应链/ }).click();
	await expect(page).toHaveURL(/track=supply_chain/);
	await expect(page.getByRole("region", { name: "供应链赛道排名" })).toBeVisible();
});
