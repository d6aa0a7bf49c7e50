import { readFileSync } from "node:fs";
import { expect, test } from "playwright/test";
import { checkLogFile } from "@/lib/domains/decisions/rules/read-log-file";
import { verifyReceiptFile } from "@/lib/domains/tiers/rules/verify-receipt-file";
import { openAs, signIn } from "./people";

const auditor = "auditor@windmaker.example";

test("an auditor reads the decision log, verifies it and takes it outside", async ({ page }) => {
	test.setTimeout(240_000);
	await signIn(page, auditor);
	await page.goto("/ops/decisions");
	await expect(page.getByRole("heading", { level: 1, name: "决定日志" })).toBeVisible();
	await page.getByLabel("决定类型").selectOption("TIER_VERDICT");
	await page.getByRole("button", { name: "查询" }).click();
	await expect(page).toHaveURL(/kind=TIER_VERDICT/);
	// Sealed by the job within a minute of the decision.
	await expect(async () => {
		await page.reload();
		await expect(page.getByRole("link", { name: /^区块 / }).first()).toBeVisible({ timeout: 2_000 });
	}).toPass({ timeout: 90_000 });
	const row = page.getByRole("row").filter({ hasText: "层级判定" }).first();
	await row.getByText("原文").click();
	await expect(row.getByText(/"receiptHash":"[0-9a-f]{64}"/)).toBeVisible();

	await page.getByRole("button", { name: "立即核对" }).click();
	await expect(page.getByRole("status").getByText("日志完好")).toBeVisible({ timeout: 60_000 });
	await page.getByLabel(/另存的链尾指纹/).fill("0123");
	await page.getByRole("button", { name: "立即核对" }).click();
	await expect(page.getByText("请填写 64 位十六进制指纹，或留空。")).toBeVisible();
	await page.getByLabel(/另存的链尾指纹/).fill("ab".repeat(32));
	await page.getByRole("button", { name: "立即核对" }).click();
	await expect(page.getByRole("status").getByText("日志不完好")).toBeVisible({ timeout: 60_000 });
	await page.getByLabel(/另存的链尾指纹/).fill("");
	await page.getByRole("button", { name: "立即核对" }).click();
	await expect(page.getByRole("status").getByText("日志完好")).toBeVisible({ timeout: 60_000 });

	const [download] = await Promise.all([
		page.waitForEvent("download"),
		page.getByRole("link", { name: "下载日志" }).click(),
	]);
	const lines = readFileSync(await download.path(), "utf8")
		.trimEnd()
		.split("\n");
	const whole = await checkLogFile(lines);
	expect(whole.fault).toBeNull();
	expect(whole.entries).toBeGreaterThan(0);
	const cut = await checkLogFile(lines.slice(0, -1));
	expect(cut.fault).toMatchObject({ code: "ENTRY_MISSING", sequence: whole.entries });
});

test("a partner takes a receipt home that proves its place in the log, and sees nothing of the log itself", async ({
	page,
	browser,
}) => {
	test.setTimeout(180_000);
	await signIn(page, "partner@windmaker.example");
	expect((await page.request.get("/api/decisions/export")).status()).toBe(404);
	await page.goto("/ops/decisions");
	await expect(page.getByRole("heading", { level: 1, name: "决定日志" })).toHaveCount(0);
	await page.goto("/partner/tier");
	const href = await page.getByRole("link", { name: "下载判定回单" }).getAttribute("href");
	await expect(async () => {
		const check = verifyReceiptFile(await (await page.request.get(href ?? "")).json());
		expect(check).toMatchObject({ ok: true, block: { number: expect.any(Number) } });
	}).toPass({ timeout: 90_000 });

	const reviewer = await openAs(browser, "reviewer@windmaker.example");
	expect((await reviewer.request.get("/api/decisions/export")).status()).toBe(404);
	await expect(reviewer.getByRole("link", { name: "决定日志" })).toHaveCount(0);
	await reviewer.context().close();
});
