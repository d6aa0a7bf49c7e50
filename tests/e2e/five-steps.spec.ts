import { execFileSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "playwright/test";
import { addDays, businessDayOf, type Day } from "@/lib/platform/time";
import { pdf } from "@/tests/integration/files/sample-files";
import { newAddress, newPassword, openAs, readMailedLink } from "./people";

const stamp = Date.now().toString(36);
const brand = `五步${stamp}`;
const shop = `STEPS-${stamp.toUpperCase()}`;
const today = businessDayOf(new Date());
const before = (days: number): Day => addDays(today, -days);

const orderHeader =
	"event_id,line_no,type,occurred_at,shop_id,product_id,product_name,buyer_id,quantity,amount,channel,streamer_id";

/** The `portal` command beside the running portal, as an operator types it. */
function portal(...args: string[]): Record<string, unknown> {
	const output = execFileSync("node", ["lib/cli/launch.mjs", "portal", ...args, "--json"], {
		env: { ...process.env, PORTAL_DATA: process.env.E2E_DATA ?? ".data/e2e" },
		encoding: "utf8",
		stdio: ["ignore", "pipe", "inherit"],
	});
	return JSON.parse(output) as Record<string, unknown>;
}

/**
 * 110 days of a shop that does everything right: a product known before streamers sold it, a third public, a quarter private,
 * buyers who come back after ten days. Only its own live rooms stopped 45 days ago.
 */
function orderLines(): string[] {
	const lines: string[] = [];
	for (let index = 0; index < 110; index++) {
		const day = before(110 - index);
		const sell = (product: string, amount: string, channel: string, buyer: number, streamer = "") =>
			lines.push(
				`${stamp}-${lines.length},1,sale,${day} 12:00:00,${shop},${product},商品${product},B${buyer},1,${amount},${channel},${streamer}`,
			);
		sell("P1", "50.00", "public", index);
		if (index < 30) continue;
		for (const at of [1, 2, 3])
			sell(`P${at}`, "300.00", "distribution", index - 10, `主播${(index * 3 + at) % 12}`);
		sell("P2", "900.00", "public", index);
		sell("PX", "750.00", "public", index);
		sell("P1", "1500.00", "private", index - 10);
		sell("P3", "1200.00", "self_live", index);
	}
	return lines;
}

const sessionLines = Array.from({ length: 46 }, (_, at) => before(90 - at)).map(
	(day) => `${shop},L-${stamp}-${day},self_live,${day} 19:00:00,${day} 23:00:00`,
);

function importFile(name: string, header: string, lines: readonly string[], ...grain: string[]) {
	const path = join(mkdtempSync(join(tmpdir(), "windmaker-e2e-")), name);
	writeFileSync(path, `${[header, ...lines].join("\n")}\n`);
	return portal("import", path, "--source", `${name.replace(".csv", "")}-${stamp}`, ...grain);
}

async function inviteBrand(lead: Page, name: string, email: string): Promise<void> {
	await lead.goto("/ops/brands");
	await lead.getByRole("button", { name: "邀请品牌" }).click();
	const dialog = lead.getByRole("dialog");
	await dialog.getByLabel("品牌名称").fill(name);
	await dialog.getByLabel("品牌类型").selectOption({ index: 1 });
	await dialog.getByLabel("类目").fill("茶饮");
	await dialog.getByLabel("品牌经理邮箱").fill(email);
	await dialog.getByRole("button", { name: "发出邀请" }).click();
	await expect(dialog).toBeHidden();
}

async function findBrand(lead: Page, name: string): Promise<string> {
	await lead.goto(`/ops/brands?q=${encodeURIComponent(name)}`);
	return (await lead.getByRole("link", { name }).getAttribute("href")) ?? "";
}

/** A code nobody knows is told, and what was typed stays. */
async function connectShop(lead: Page, brandHref: string, code: string): Promise<void> {
	await lead.goto(brandHref);
	await lead.getByLabel("经营手册").getByRole("link", { name: "店铺", exact: true }).click();
	await lead.getByRole("button", { name: "接入店铺" }).click();
	const dialog = lead.getByRole("dialog");
	const codes = dialog.getByLabel("店铺编号");
	const submit = dialog.getByRole("button", { name: "接入", exact: true });
	await codes.fill(`${code}，${code}-X`);
	await submit.click();
	await expect(dialog.getByRole("alert")).toHaveText(`没有这些店铺：${code}-X。请核对店铺编号。`);
	await expect(codes).toHaveValue(`${code}，${code}-X`);
	await codes.fill(code);
	await submit.click();
	await expect(dialog).toBeHidden();
	await expect(lead.getByRole("row").filter({ hasText: code })).toBeVisible();
}

/** Does the required items of a step that are one side's to do, each with the evidence it asks for. */
async function doItems(page: Page, listHref: string, side: "platform" | "brand"): Promise<number> {
	await page.goto(listHref);
	const platform = page.getByText("平台", { exact: true });
	const rows = page
		.locator("[data-item]")
		.filter({ hasNotText: "选做" })
		.filter(side === "platform" ? { has: platform } : { hasNot: platform });
	await expect(page.locator("[data-item]").first()).toBeVisible();
	const hrefs = await rows
		.locator("a[data-open]")
		.evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
	for (const href of hrefs) {
		await page.goto(href);
		const complete = page.getByRole("button", { name: "完成", exact: true });
		await expect(complete).toBeVisible();
		if (await complete.isDisabled()) await handIn(page);
		await complete.click();
		await expect(page.getByRole("button", { name: "重新打开" })).toBeVisible();
	}
	return hrefs.length;
}

async function handIn(page: Page): Promise<void> {
	const complete = page.getByRole("button", { name: "完成", exact: true });
	const text = page.getByLabel(/^提交(链接|达人名单)/);
	if ((await text.count()) > 0) {
		const isLink = (await page.getByLabel("提交链接").count()) > 0;
		await text.fill(isLink ? "https://docs.example/steps" : "主播甲\n主播乙");
		await page.getByRole("button", { name: "提交", exact: true }).click();
	} else {
		const file = { name: "材料.pdf", mimeType: "application/pdf", buffer: pdf() };
		await page.locator("input[type=file][multiple]").setInputFiles(file);
	}
	await expect(complete).toBeEnabled();
}

async function sellExclusive(page: Page): Promise<void> {
	await page.goto("/brand/playbook/exclusives");
	await page.getByRole("button", { name: "登记特供商品" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("商品名称").fill("特供礼盒");
	await dialog.getByLabel("店铺").selectOption({ index: 1 });
	await dialog.getByRole("button", { name: "登记", exact: true }).click();
	await expect(dialog).toBeHidden();
	for (const move of ["进入打样", "进入试销"]) {
		await page.getByRole("button", { name: `${move} · 特供礼盒` }).click();
		await dialog.getByRole("button", { name: "确认" }).click();
		await expect(dialog).toBeHidden();
	}
	await page.getByRole("button", { name: "上架 · 特供礼盒" }).click();
	await dialog.getByLabel("商品编号").fill("PX");
	await dialog.getByLabel("第一个在售日").fill(before(80));
	await dialog.getByRole("button", { name: "确认" }).click();
	await expect(dialog).toBeHidden();
}

test("a brand is invited, works through the five steps on imported facts, closes four and sees one reopen", async ({
	page,
	browser,
}) => {
	test.setTimeout(400_000);
	const lines = orderLines();
	expect(importFile("orders.csv", orderHeader, lines)).toMatchObject({ ok: true, accepted: lines.length });
	const sessions = "shop_id,session_id,channel,started_at,ended_at";
	expect(importFile("sessions.csv", sessions, sessionLines, "--grain", "live-sessions")).toMatchObject({
		ok: true,
		accepted: sessionLines.length,
	});

	const email = newAddress("steps");
	const lead = await openAs(browser, "lead@windmaker.example");
	await inviteBrand(lead, brand, email);

	const admin = await openAs(browser, "admin@windmaker.example");
	await page.goto(await readMailedLink(admin, email, "邀请您加入"));
	await page.getByLabel("您的姓名").fill("苏五步");
	await page.locator('input[name="password"]').fill(newPassword);
	await page.getByRole("button", { name: "接受邀请" }).click();
	await page.waitForURL(/\/brand(\/|$)/);

	let done = 0;
	for (const step of [1, 2, 3, 4, 5]) done += await doItems(page, `/brand/playbook?step=${step}`, "brand");
	const brandHref = await findBrand(lead, brand);
	for (const step of [1, 2, 3, 4, 5]) done += await doItems(lead, `${brandHref}?step=${step}`, "platform");
	expect(done, "all required items of the template").toBe(36);
	// The shop comes last: what is judged of a brand's past is judged once, with the items as they are then.
	await connectShop(lead, brandHref, shop);
	await sellExclusive(page);

	const stations = page.getByRole("navigation", { name: "阶段", exact: true }).getByRole("link");
	const told = page.getByText("重新打开的原因：连续 28 天未达到自播天数、自播时长");
	await expect(async () => {
		await page.goto("/brand/playbook?step=3");
		for (const [step, state] of [
			["达人分销", "已关闭"],
			["公域流量", "已关闭"],
			["品牌自播", "已重新打开"],
			["私域复购", "已关闭"],
			["渠道特供", "已关闭"],
		] as const)
			await expect(stations.filter({ hasText: step }).first()).toContainText(state, { timeout: 1_000 });
		await expect(told).toBeVisible();
	}, "judged in the background").toPass({ timeout: 120_000 });
	await lead.goto(`${brandHref}/shops`);
	await expect(lead.getByRole("row").filter({ hasText: shop })).toContainText("不可移出");
	for (const each of [lead, admin]) await each.context().close();
});

test("a shop connected by mistake is taken out with its reason; an auditor looks on", async ({ browser }) => {
	const [name, code] = [`误接${stamp}`, `WRONG-${stamp.toUpperCase()}`];
	const line = `${stamp}-W,1,sale,${before(1)} 12:00:00,${code},P1,商品,B1,1,88.00,public,`;
	expect(importFile("wrong.csv", orderHeader, [line])).toMatchObject({ ok: true, accepted: 1 });
	const lead = await openAs(browser, "lead@windmaker.example");
	await inviteBrand(lead, name, newAddress("wrong"));
	const brandHref = await findBrand(lead, name);
	await connectShop(lead, brandHref, code);
	const auditor = await openAs(browser, "auditor@windmaker.example");
	await auditor.goto(`${brandHref}/shops`);
	await expect(auditor.getByRole("row").filter({ hasText: code })).toContainText("88.00");
	await expect(auditor.getByRole("button", { name: /接入|移出/ })).toHaveCount(0);

	await lead.getByRole("button", { name: `移出 ${code}` }).click();
	const dialog = lead.getByRole("dialog");
	const submit = dialog.getByRole("button", { name: "移出", exact: true });
	await submit.click();
	await expect(dialog.getByText("请填写此项。")).toBeVisible();
	await dialog.getByLabel("原因").fill("编号抄错");
	await submit.click();
	await expect(dialog).toBeHidden();
	await expect(lead.getByText("还没有店铺")).toBeVisible();
	for (const each of [lead, auditor]) await each.context().close();
});
