import { expect, type Page, test } from "playwright/test";
import { jpeg, pdf, png } from "@/tests/integration/files/sample-files";
import { openAs } from "./people";

const applicant = "changes@windmaker.example";

function pictureNamed(name: string) {
	return { name, mimeType: "image/png", buffer: png() };
}

async function openForces(page: Page) {
	await page.goto("/partner/application");
	await page.getByRole("navigation", { name: "申请步骤" }).getByRole("button", { name: "五力自评" }).click();
	return page.getByRole("group", { name: /^流量营销 · 证明材料/ });
}

test("evidence: uploaded, refused with the reason, previewed, replaced, removed; nobody else's", async ({
	browser,
}) => {
	test.setTimeout(300_000);
	const page = await openAs(browser, applicant);
	const slot = await openForces(page);
	const stamp = Date.now().toString(36);
	const [first, second] = [`投产截图-${stamp}.png`, `投产截图-${stamp}-改.png`];
	const picker = slot.locator("input[multiple]");

	await test.step("several at once, each with its own outcome", async () => {
		await picker.setInputFiles([
			pictureNamed(first),
			{ name: "改名.pdf", mimeType: "application/pdf", buffer: jpeg() },
			{ name: "残缺.pdf", mimeType: "application/pdf", buffer: pdf().subarray(0, 300) },
			{ name: "空.pdf", mimeType: "application/pdf", buffer: Buffer.alloc(0) },
		]);
		await expect(slot.getByRole("button", { name: `预览 ${first}` })).toBeVisible({ timeout: 60_000 });
		await expect(slot.getByText("内容与扩展名不符，请确认没有改过扩展名")).toBeVisible();
		await expect(slot.getByText("文件不完整，请重新导出或拍摄")).toBeVisible();
		await expect(slot.getByText("文件是空的（0 字节）")).toBeVisible();
		for (const name of ["改名.pdf", "残缺.pdf", "空.pdf"])
			await slot.getByRole("button", { name: `不再上传 ${name}` }).click();
	});

	await test.step("a step away and back, it is still there", async () => {
		const steps = page.getByRole("navigation", { name: "申请步骤" });
		await steps.getByRole("button", { name: "企业信息" }).click();
		await steps.getByRole("button", { name: "五力自评" }).click();
		await expect(slot.getByRole("button", { name: `预览 ${first}` })).toBeVisible();
		await openForces(page);
		await expect(slot.getByRole("button", { name: `预览 ${first}` })).toBeVisible();
	});

	await test.step("previewed by keyboard, under the page's own policy", async () => {
		await slot.getByRole("button", { name: `预览 ${first}` }).press("Enter");
		const picture = page.getByRole("dialog").getByRole("img", { name: first });
		await expect(picture).toHaveJSProperty("naturalWidth", 1);
		await page.keyboard.press("Escape");
		await expect(page.getByRole("dialog")).toHaveCount(0);
	});

	const href = await slot.getByRole("link", { name: `下载 ${first}` }).getAttribute("href");
	if (!href) throw new Error("a stored file has a download");
	await test.step("its company and the platform download it; for another company it does not exist", async () => {
		const own = await page.request.get(href);
		expect(own.headers()["content-disposition"]).toContain(`filename*=UTF-8''${encodeURIComponent(first)}`);
		for (const [email, status] of [
			["partner@windmaker.example", 404],
			["brand@windmaker.example", 404],
			["reviewer@windmaker.example", 200],
		] as const) {
			const other = await openAs(browser, email);
			expect((await other.request.get(href)).status(), email).toBe(status);
			await other.context().close();
		}
	});

	await test.step("a session that ended loses no file: signed in again, it is sent", async () => {
		const cookies = await page.context().cookies();
		await page.context().clearCookies({ name: /session/ });
		const late = `登录过期-${stamp}.png`;
		await picker.setInputFiles(pictureNamed(late));
		await expect(slot.getByText(/登录已过期/)).toBeVisible();
		await page.context().addCookies(cookies);
		await slot.getByRole("button", { name: `重试上传 ${late}` }).click();
		await expect(slot.getByRole("button", { name: `预览 ${late}` })).toBeVisible();
		await remove(page, late);
	});

	await test.step("replaced in one go, then removed", async () => {
		const [chooser] = await Promise.all([
			page.waitForEvent("filechooser"),
			slot.getByRole("button", { name: `替换 ${first}` }).click(),
		]);
		await chooser.setFiles(pictureNamed(second));
		await expect(slot.getByRole("button", { name: `预览 ${second}` })).toBeVisible();
		await expect(slot.getByRole("button", { name: `预览 ${first}` })).toHaveCount(0);
		expect((await page.request.get(href)).status()).toBe(404);
		await remove(page, second);
		await openForces(page);
		await expect(slot.getByRole("button", { name: "添加文件" })).toBeVisible();
		await expect(slot.getByRole("button", { name: `预览 ${second}` })).toHaveCount(0);
	});
	await page.context().close();
});

async function remove(page: Page, name: string): Promise<void> {
	await page.getByRole("button", { name: `移除 ${name}` }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "移除文件" }).click();
	await expect(page.getByRole("button", { name: `预览 ${name}` })).toHaveCount(0);
}
