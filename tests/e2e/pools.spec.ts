import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

const proposer = "lead@windmaker.example";
const confirmer = "lead2@windmaker.example";
const partner = "partner@windmaker.example";

test("one lead proposes a pool's total, another confirms and grants, and the partner reads it in its statement", async ({
	page,
	browser,
}) => {
	const mark = Date.now().toString(36);
	const name = `试点激励池 ${mark}`;
	await signIn(page, proposer);
	await page.goto("/ops/pools");
	await page.getByRole("button", { name: "新建池" }).click();
	const dialog = page.getByRole("dialog");
	await dialog.getByLabel("中文名称").fill(name);
	await dialog.getByLabel("英文名称").fill(`Pilot ${mark}`);
	await dialog.getByLabel("中文用途").fill("试点");
	await dialog.getByLabel("英文用途").fill("A pilot");
	await dialog.getByLabel("编码").fill(`pilot-${mark}`);
	await dialog.getByLabel("金额（元）").fill("12.345");
	await dialog.getByLabel("理由").fill("试点预算");
	await dialog.getByRole("button", { name: "建立并提议总额" }).click();
	await expect(dialog.getByText("不能小于最小单位")).toBeVisible();
	await dialog.getByLabel("金额（元）").fill("10万");
	await expect(dialog.getByText("¥100,000.00")).toBeVisible();
	await dialog.getByRole("button", { name: "建立并提议总额" }).click();
	await expect(dialog).toBeHidden();
	await page.getByRole("link", { name }).click();
	await expect(page.getByText("等待另一位负责人确认。")).toBeVisible();
	await expect(page.getByRole("button", { name: "确认并生效" })).toHaveCount(0);
	const address = page.url();

	const other = await openAs(browser, confirmer);
	await other.goto(address);
	await other.getByRole("button", { name: "确认并生效" }).click();
	await expect(other.getByRole("button", { name: "确认并生效" })).toBeHidden();

	const own = await openAs(browser, partner);
	await own.goto("/partner/pools");
	const company = await own.getByText(/公司$/).first().innerText();
	await other.getByRole("button", { name: "发放额度" }).click();
	const grant = other.getByRole("dialog");
	await grant.getByLabel("服务商").first().fill(company);
	await grant.getByRole("radio", { name: company }).click();
	await grant.getByLabel("金额（元）").fill("100,001");
	await grant.getByLabel("用途").fill(`试点奖励 ${mark}`);
	await grant.getByRole("button", { name: "发放", exact: true }).click();
	await expect(grant.getByText("池中可用额度不足")).toBeVisible();
	await grant.getByLabel("金额（元）").fill("1,234.56");
	await grant.getByRole("button", { name: "发放", exact: true }).click();
	await expect(grant).toBeHidden();
	await expect(other.getByRole("row").filter({ hasText: `试点奖励 ${mark}` })).toContainText("¥1,234.56");

	await own.reload();
	await expect(own.getByRole("listitem").filter({ hasText: `试点奖励 ${mark}` })).toContainText("¥1,234.56");
	const line = own.getByRole("row").filter({ hasText: name });
	await expect(line.getByRole("cell").nth(1)).toHaveText("¥1,234.56");
	const csv = await own.request.get(
		await own.getByRole("link", { name: "下载 CSV" }).getAttribute("href").then(String),
	);
	expect(await csv.text()).toContain(`${name},元（人民币）,0.00,1234.56,0.00,0.00,0.00,1234.56`);
});
