import { expect, test } from "playwright/test";
import { openAs, signIn } from "./people";

test("a published benefit is applied for, approved by a second person, used, and its effect reported", async ({
	page,
	browser,
}) => {
	const mark = Date.now().toString(36);
	const name = `试点流量 ${mark}`;
	await signIn(page, "lead@windmaker.example");
	await page.goto("/ops/benefits/new");
	await page.getByLabel("中文名称").fill(name);
	await page.getByLabel("英文名称").fill(`Pilot ${mark}`);
	await page.getByLabel("中文说明").fill("试点说明");
	await page.getByLabel("英文说明").fill("A pilot");
	await page.getByLabel("编码").fill(`pilot-${mark}`);
	await page.getByLabel("最低层级").selectOption("5");
	await page.getByLabel("资源池").selectOption({ label: "流量池" });
	await page.getByLabel("曝光次数").fill("1000");
	await page.getByLabel("超过此额度须两人决定").fill("500");
	await page.getByRole("button", { name: "保存" }).click();
	await page.getByRole("button", { name: "发布", exact: true }).click();
	await expect(page.getByRole("button", { name: "暂停" })).toBeVisible();
	const address = page.url();

	const own = await openAs(browser, "partner@windmaker.example");
	await own.goto("/partner/benefits");
	const card = own.getByRole("listitem").filter({ hasText: name });
	await expect(card).toContainText("暂不符合：层级达到 T5");
	await page.goto(`${address}/edit`);
	await expect(page.getByLabel("最低层级")).toHaveValue("5");
	await page.getByLabel("最低层级").selectOption("");
	await page.getByRole("button", { name: "保存" }).click();
	await expect(page).toHaveURL(address);

	await own.reload();
	await expect(card).toContainText("符合条件");
	await card.getByRole("link", { name: "申请" }).click();
	await own.getByLabel("用途说明").fill("周末两场直播");
	await own.getByRole("button", { name: "提交申请" }).click();
	await own.waitForURL(/\/partner\/benefits\/applications\//);
	await expect(own.getByText("待决定", { exact: true })).toBeVisible();
	const id = own.url().split("/").pop();

	await page.goto(`/ops/benefits/applications/${id}`);
	await page.getByRole("button", { name: "同意（还需第二人）" }).click();
	await expect(page.getByText("你已同意；第二次决定须由另一人作出。")).toBeVisible();
	const second = await openAs(browser, "lead2@windmaker.example");
	await second.goto(`/ops/benefits/applications/${id}`);
	await second.getByRole("button", { name: "批准发放" }).click();
	await expect(second.getByText("已发放").first()).toBeVisible();

	await own.reload();
	await own.getByRole("button", { name: "登记使用" }).click();
	const use = own.getByRole("dialog");
	await use.getByLabel("曝光次数").fill("400");
	await use.getByLabel("使用情况与凭证").fill("周六晚场");
	await use.getByRole("button", { name: "登记", exact: true }).click();
	await expect(use).toBeHidden();
	await own.getByRole("button", { name: "回报效果" }).click();
	const report = own.getByRole("dialog");
	await report.getByLabel("做了什么").fill(`播了两场 ${mark}`);
	await report.getByLabel("使用前 GMV（元）").fill("1万");
	await report.getByLabel("使用后 GMV（元）").fill("1.5万");
	await report.getByRole("button", { name: "提交回报" }).click();
	await expect(report).toBeHidden();

	await second.reload();
	await expect(second.getByText(`播了两场 ${mark}`)).toBeVisible();
	await expect(second.getByText("已回报").first()).toBeVisible();
	await second.goto(address);
	await second.getByRole("button", { name: "下线" }).click();
	await second.getByRole("dialog").getByLabel("理由").fill("试点结束");
	await second.getByRole("dialog").getByRole("button", { name: "下线" }).click();
	await expect(second.getByText("已下线").first()).toBeVisible();
});
