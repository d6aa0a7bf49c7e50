import { expect, test } from "playwright/test";
import { newAddress, openAs, readMailedLink, signIn } from "./people";

// Several people in several browsers, on a machine that may be busy.
test.describe.configure({ timeout: 150_000 });

const password = "Gale7-ridge-over-lake";
const adminEmail = "admin@windmaker.example";

test("from registration to the list of one's devices", async ({ page, browser }) => {
	const email = newAddress("register");
	await page.goto("/register");
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByText("请填写此项。")).toHaveCount(4);
	await page.getByLabel("公司名称").fill("青蘋之末科技");
	await page.getByLabel("您的姓名").fill("林青");
	await page.getByLabel("邮箱").fill(email);
	await page.locator('input[name="password"]').fill("password2026");
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByText("这个密码太常见")).toBeVisible();
	await expect(page.getByLabel("公司名称")).toHaveValue("青蘋之末科技");
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();

	const admin = await openAs(browser, adminEmail);
	const link = await readMailedLink(admin, email, "请确认您的邮箱地址");
	await admin.context().close();

	await page.goto(link);
	await page.getByRole("button", { name: "确认邮箱" }).click();
	await expect(page.getByRole("heading", { name: "邮箱已确认" })).toBeVisible();
	await page.goto(link);
	await expect(page.getByRole("heading", { name: "链接已失效" })).toBeVisible();

	await signIn(page, email, password);
	await expect(page).toHaveURL(/\/partner$/);
	await page.goto("/account/sessions");
	await expect(page.getByText("当前设备")).toHaveCount(1);
	await page.getByRole("button", { name: /English/ }).click();
	await expect(page.getByRole("heading", { level: 1, name: "Signed-in devices" })).toBeVisible();

	const elsewhere = await openAs(browser, email, password);
	await page.reload();
	await page.getByRole("button", { name: /^End the sign-in of/ }).click();
	await expect(page.getByText("That sign-in has ended.")).toBeVisible();
	await elsewhere.goto("/partner/members");
	await expect(elsewhere).toHaveURL(/\/sign-in\?next=%2Fpartner%2Fmembers$/);
	await elsewhere.context().close();
});

test("a wrong password keeps what was typed and says the same for any address", async ({ page }) => {
	await page.goto("/sign-in");
	await page.getByLabel("邮箱").fill(newAddress("nobody"));
	await page.locator('input[name="password"]').fill("not the password");
	await page.getByRole("button", { name: "登录", exact: true }).click();
	await expect(page.getByText("邮箱或密码不正确。")).toBeVisible();
	await expect(page.getByLabel("邮箱")).toHaveValue(/nobody/);
	await page.getByRole("button", { name: "显示密码" }).click();
	await expect(page.locator('input[name="password"]')).toHaveAttribute("type", "text");
});

test("sent before the page's scripts run, a password does not enter the address", async ({ browser }) => {
	const context = await browser.newContext({ javaScriptEnabled: false });
	const page = await context.newPage();
	await page.goto("/sign-in");
	await page.locator('input[name="email"]').fill("lead@windmaker.example");
	await page.locator('input[name="password"]').fill(password);
	const [request] = await Promise.all([
		page.waitForRequest((one) => one.isNavigationRequest() && one.method() === "POST"),
		page.locator('form button[type="submit"]').click(),
	]);
	expect(request.url()).not.toContain("password");
	await expect(page.locator('input[name="password"]')).toBeVisible();
	await context.close();
});

test("a visitor comes back to where they were going, and never to another site", async ({ page }) => {
	await page.goto("/ops/users?status=ACTIVE");
	await expect(page).toHaveURL(/\/sign-in\?next=/);
	await page.locator('input[name="email"]').fill(adminEmail);
	await page.locator('input[name="password"]').fill("Tailwind-2026");
	await page.locator('form button[type="submit"]').click();
	await expect(page).toHaveURL(/\/ops\/users\?status=ACTIVE$/);
	await page.goto("/sign-in?next=https%3A%2F%2Fevil.example%2F");
	await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/ops(\/|$)/);
	await page.goto("/sign-in?next=%2F%2Fevil.example%2F");
	await expect(page).toHaveURL(/^http:\/\/localhost:\d+\/ops(\/|$)/);
});

test("people of one workspace do not find the other's pages", async ({ browser }) => {
	for (const [email, foreign] of [
		["partner@windmaker.example", "/ops/users"],
		["brand@windmaker.example", "/partner/members"],
		["reviewer@windmaker.example", "/ops/mail"],
		["admin@windmaker.example", "/brand"],
	] as const) {
		const page = await openAs(browser, email);
		expect((await page.goto(foreign))?.status(), `${email} at ${foreign}`).toBe(404);
		await page.context().close();
	}
});

test("an invited colleague joins, is deactivated and is out with the next request", async ({
	page,
	browser,
}) => {
	const email = newAddress("colleague");
	const admin = await openAs(browser, adminEmail);
	await admin.goto("/ops/members");
	await admin.getByRole("button", { name: "邀请成员" }).click();
	await admin.getByRole("dialog").getByLabel("邮箱").fill(email);
	await admin.getByRole("dialog").getByText("内控审计").click();
	await admin.getByRole("button", { name: "发送邀请" }).click();
	await expect(admin.getByText(`邀请已发送至 ${email}。`)).toBeVisible();
	const link = await readMailedLink(admin, email, "邀请您加入");

	await page.goto(link);
	await page.getByLabel("您的姓名").fill("贺新");
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "接受邀请" }).click();
	await page.waitForURL(/\/ops(\/|$)/);

	await admin.goto(`/ops/users?q=${encodeURIComponent(email)}`);
	await admin.getByRole("button", { name: "停用", exact: true }).click();
	await admin.getByRole("dialog").getByRole("button", { name: "停用" }).click();
	await expect(admin.getByText("请填写此项。")).toBeVisible();
	await admin.getByRole("dialog").getByLabel("原因").fill("测试结束");
	await admin.getByRole("dialog").getByRole("button", { name: "停用" }).click();
	await expect(admin.getByText("已停用 贺新。")).toBeVisible();
	await page.goto("/ops/members");
	await expect(page).toHaveURL(/\/sign-in/);

	await admin.goto("/ops/audit?action=user.deactivate");
	await expect(admin.getByRole("row").nth(1)).toContainText("测试结束");
	await admin.context().close();
});

test("a forgotten password is set anew through the mail", async ({ page, browser }) => {
	const email = newAddress("forgot");
	const admin = await openAs(browser, adminEmail);
	await page.goto("/register");
	await page.getByLabel("公司名称").fill("和风供应链");
	await page.getByLabel("您的姓名").fill("陆和");
	await page.getByLabel("邮箱").fill(email);
	await page.locator('input[name="password"]').fill(password);
	await page.getByRole("button", { name: "注册" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();

	await page.goto("/forgot-password");
	await page.getByLabel("邮箱").fill(email);
	await page.getByRole("button", { name: "发送链接" }).click();
	await expect(page.getByRole("heading", { name: "请查收邮件" })).toBeVisible();
	await page.goto(await readMailedLink(admin, email, "重新设置造风者密码"));
	await page.locator('input[name="password"]').fill("Breeze-2-meets-tide");
	await page.getByRole("button", { name: "保存新密码" }).click();
	await expect(page.getByRole("heading", { name: "新密码已生效" })).toBeVisible();
	await signIn(page, email, "Breeze-2-meets-tide");
	await expect(page).toHaveURL(/\/partner$/);
	await admin.context().close();
});

test("every answer carries the security headers, scripts run by a nonce of their own", async ({
	page,
	request,
}) => {
	const violations: string[] = [];
	page.on("console", (message) => {
		if (message.text().includes("Content Security Policy")) violations.push(message.text());
	});
	const first = await page.goto("/sign-in");
	const second = await request.get("/sign-in");
	const policies = [first, second].map((response) => response?.headers()["content-security-policy"] ?? "");
	const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1]);
	expect(nonces[0]).toBeTruthy();
	expect(nonces[0]).not.toBe(nonces[1]);
	expect(policies[0]).not.toMatch(/script-src[^;]*'unsafe-inline'/);
	expect(first?.headers()).toMatchObject({
		"x-content-type-options": "nosniff",
		"referrer-policy": "same-origin",
	});
	const html = await second.text();
	const bare = [...html.matchAll(/<script(?![^>]*nonce=)[^>]*>/g)].map((match) => match[0]);
	expect(bare).toEqual([]);
	await page.getByRole("button", { name: "显示密码" }).click();
	await expect(page.locator('input[name="password"]')).toHaveAttribute("type", "text");
	expect(violations).toEqual([]);
});

test("a foreign host and a foreign origin are turned away", async ({ request }) => {
	expect((await request.get("/sign-in", { headers: { host: "evil.example" } })).status()).toBe(421);
	const crossSite = await request.post("/sign-in", {
		headers: { origin: "https://evil.example" },
		data: "x",
	});
	expect(crossSite.status()).toBe(403);
	expect((await request.get("/api/health")).status()).toBe(200);
});

test("what no page answers is guarded like a page, and so is every workspace", async ({ request }) => {
	const addresses = [
		"/api/health",
		"/api/imports/imp_1/errors",
		"/api/imports/template",
		"/api/files/fil_1",
		"/api/v1/openapi.json",
		"/api/v1/totals",
		"/brand/shops",
		"/brand/members",
		"/ops/applications",
	];
	for (const address of addresses) {
		const own = await request.get(address, { maxRedirects: 0 });
		expect(own.headers(), address).toMatchObject({
			"x-content-type-options": "nosniff",
			"x-frame-options": "DENY",
			"referrer-policy": "same-origin",
			"content-security-policy": expect.stringContaining("frame-ancestors 'none'"),
		});
		const foreign = await request.get(address, { headers: { host: "evil.example" }, maxRedirects: 0 });
		expect(foreign.status(), address).toBe(421);
	}
	for (const address of ["/api/uploads", "/api/files", "/api/v1/orders", "/api/v1/shop-days"]) {
		const crossSite = await request.post(address, {
			headers: { origin: "https://evil.example" },
			data: "x",
		});
		expect(crossSite.status(), address).toBe(403);
		expect(crossSite.headers()["x-content-type-options"], address).toBe("nosniff");
	}
});
