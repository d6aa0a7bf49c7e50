import { expect, test } from "playwright/test";
import { openAs } from "./people";

const DAY_MS = 86_400_000;
const shanghaiDay = (later: number) =>
	new Date(Date.now() + 8 * 3_600_000 + later * DAY_MS).toISOString().slice(0, 10);

test("standards are drafted, compared, refused too early and published with notice", async ({ browser }) => {
	test.setTimeout(240_000);
	const lead = await openAs(browser, "lead@windmaker.example");
	await lead.goto("/ops/standards");
	await lead.getByRole("button", { name: /起草/ }).first().click();
	await lead.waitForURL(/\/ops\/standards\/draft/);

	await test.step("the draft says in words what it changes, and keeps itself", async () => {
		await expect(lead.getByText("还没有改动。")).toBeVisible();
		await lead.locator("[data-standard=registered_capital] input").first().fill("200万");
		await expect(lead.getByText(/注册资本：由 ¥100\s*万 调整为 ¥200\s*万/)).toBeVisible();
		await expect(lead.getByText(/已自动保存/)).toBeVisible();
		await lead.reload();
		await expect(lead.locator("[data-standard=registered_capital] input").first()).toHaveValue("200万");
	});

	await test.step("whom it would touch is measured before anybody is told", async () => {
		await lead.getByRole("button", { name: "测算影响" }).click();
		await expect(lead.getByText("受影响的在途申请")).toBeVisible();
	});

	await test.step("earlier than the notice it is refused with the earliest day; then published", async () => {
		await lead.getByRole("button", { name: "发布", exact: true }).click();
		const dialog = lead.getByRole("dialog");
		await dialog.getByLabel("生效日").fill(shanghaiDay(3));
		await dialog.getByRole("button", { name: /发布第 2 版/ }).click();
		await expect(dialog.getByText(/公示期不足/)).toBeVisible();
		await dialog.getByLabel("生效日").fill(shanghaiDay(20));
		await dialog.getByRole("button", { name: /发布第 2 版/ }).click();
		await expect(lead.getByText(/第 2 版已发布/)).toBeVisible();
	});
	await lead.context().close();

	await test.step("everybody reads it on the notices page", async () => {
		const anybody = await (await browser.newContext()).newPage();
		await anybody.goto("/notices");
		await expect(anybody.getByText(/注册资本：由/).first()).toBeVisible();
		await anybody.context().close();
	});
});
