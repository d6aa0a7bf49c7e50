import { randomUUID } from "node:crypto";
import { type Browser, type Cookie, expect, type Page } from "playwright/test";
import { demoPassword } from "@/prisma/seed/accounts";

/** What the demo's people were given when they signed in; nobody ends these sessions. */
const sessions = new Map<string, Cookie[]>();

/**
 * Signs in through the page, as a person would, and waits until the portal has led on. One of the demo's people does so
 * once a run and comes back with the same session, to no page yet.
 */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
	const known = sessions.get(email);
	if (known) return page.context().addCookies(known);
	await page.goto("/sign-in");
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('form button[type="submit"]').click();
	await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
	if (password !== demoPassword) return;
	const cookies = await page.context().cookies();
	sessions.set(
		email,
		cookies.filter(({ name }) => name.includes("session")),
	);
}

/** A signed-in page in a browser context of its own, so that several people can work in one test. */
export async function openAs(browser: Browser, email: string, password = demoPassword): Promise<Page> {
	const context = await browser.newContext();
	const page = await context.newPage();
	await signIn(page, email, password);
	return page;
}

/** The link in the newest mail to an address, read by the administrator in the portal's outbox. */
export async function readMailedLink(admin: Page, recipient: string, subject: string): Promise<string> {
	const row = admin.getByRole("row").filter({ hasText: recipient }).filter({ hasText: subject }).first();
	await expect(async () => {
		await admin.goto(`/ops/mail?q=${encodeURIComponent(recipient)}&status=KEPT`);
		await expect(row).toBeVisible({ timeout: 3_000 });
	}).toPass({ timeout: 40_000 });
	const page = await row.getByRole("link").getAttribute("href");
	await admin.goto(page ?? "");
	await expect(admin.getByRole("heading", { level: 1 })).toContainText(subject);
	const href = await admin.locator('main a[href*="token="]').getAttribute("href");
	if (!href) throw new Error(`the mail to ${recipient} has no link`);
	return href;
}

/** An address nobody has used before; two workers may ask in the same millisecond. */
export function newAddress(name: string): string {
	return `${name}-${randomUUID().slice(0, 13)}@e2e.example`;
}

/** The password of the people the tests register. */
export const newPassword = "Gale7-ridge-over-lake";

/** Registers a company and confirms its address, as its owner would; leaves them signed in. */
export async function registerCompany(page: Page, browser: Browser, company: string): Promise<string> {
	const email = newAddress("applicant");
	await page.goto("/register");
	await page.getByLabel("公司名称").fill(company);
	await page.getByLabel("您的姓名").fill("林青");
	await page.getByLabel("邮箱").fill(email);
	await page.locator('input[name="password"]').fill(newPassword);
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();
	const admin = await openAs(browser, "admin@windmaker.example");
	const link = await readMailedLink(admin, email, "请确认您的邮箱地址");
	await admin.context().close();
	await page.goto(link);
	await page.getByRole("button", { name: "确认邮箱" }).click();
	await expect(page.getByRole("heading", { name: "邮箱已确认" })).toBeVisible();
	await signIn(page, email, newPassword);
	return email;
}

/** An approved company signs the agreement and reports its deposit, and the lead confirms it: now it is a partner. */
export async function activate(page: Page, browser: Browser, company: string): Promise<void> {
	await page.goto("/partner/application");
	await page.getByRole("button", { name: "签署协议" }).click();
	await expect(page.getByText("请先勾选同意。")).toBeVisible();
	await page.getByRole("checkbox", { name: /我已通读合作协议/ }).click();
	await page.getByRole("button", { name: "签署协议" }).click();
	await expect(page.getByText(/签署第 1 版/)).toBeVisible();
	await page.getByLabel("付款日期").fill(new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
	await page.getByLabel("付款流水号").fill("２０２６-0042");
	await page.getByRole("button", { name: "登记付款" }).click();
	await expect(page.getByRole("heading", { name: "等待平台核对保证金" })).toBeVisible();
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto(`/ops/deposits?q=${encodeURIComponent(company)}`);
	await lead.getByRole("button", { name: `核对 ${company} 的保证金` }).click();
	await lead.getByRole("dialog").getByRole("button", { name: "确认到账" }).click();
	await expect(lead.getByText(`${company} 已成为服务商`)).toBeVisible();
	await lead.context().close();
}
