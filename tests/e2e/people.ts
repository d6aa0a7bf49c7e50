import { type Browser, expect, type Page } from "playwright/test";
import { demoPassword } from "@/prisma/seed/accounts";

/** Signs in through the page, as a person would, and waits until the portal has led on. */
export async function signIn(page: Page, email: string, password = demoPassword): Promise<void> {
	await page.goto("/sign-in");
	await page.locator('input[name="email"]').fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.locator('form button[type="submit"]').click();
	await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
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
	await row.getByRole("link").click();
	await expect(admin.getByRole("heading", { level: 1 })).toContainText(subject);
	const href = await admin.locator('main a[href*="token="]').getAttribute("href");
	if (!href) throw new Error(`the mail to ${recipient} has no link`);
	return href;
}

/** An address nobody has used before. */
export function newAddress(name: string): string {
	return `${name}-${Date.now().toString(36)}@e2e.example`;
}
