import { expect, test } from "playwright/test";
import { openAs } from "./people";

const stamp = Date.now().toString(36).toUpperCase();
const name = `题目-${stamp}.csv`;
const file = [
	"题目编号,题型,级别,主题,题干,选项A,选项B,正确答案,解析",
	`IMP-${stamp}-1,单选,初级,直播间运营,开播前先核对什么？,库存,音乐,A,超卖会造成纠纷。`,
	`IMP-${stamp}-2,填空,初级,直播间运营,开播前先核对什么？,库存,音乐,A,超卖会造成纠纷。`,
].join("\r\n");

test("a file of questions is mapped, run dry with a reason for every line it refuses, and put away", async ({
	browser,
}) => {
	const page = await openAs(browser, "reviewer2@windmaker.example");
	await page.goto("/ops/exams/questions");
	await page.getByRole("link", { name: "导入题目" }).click();
	await expect(page.getByRole("heading", { name: "如何填写" })).toBeVisible();
	await page
		.locator("input[type=file]")
		.setInputFiles({ name, mimeType: "text/csv", buffer: Buffer.from(file) });
	await expect(page.getByRole("heading", { name })).toBeVisible();
	await expect(page.getByText("还缺：难度")).toBeVisible();
	await expect(page.getByRole("button", { name: "试运行" })).toBeDisabled();
	await page.getByLabel("难度").selectOption({ label: "全部为：易" });
	await page.getByRole("button", { name: "试运行" }).click();
	const refused = page.getByRole("row", { name: /填空/ });
	await expect(refused).toContainText("题型无法识别");
	await expect(page.getByRole("button", { name: "写入 1 道题" })).toBeVisible();
	const errors = await page.request.get(
		(await page.getByRole("link", { name: "下载错误文件" }).getAttribute("href")) ?? "",
	);
	expect(await errors.text()).toContain("3,题型,填空,KIND_UNKNOWN");

	const colleague = await openAs(browser, "lead@windmaker.example");
	await colleague.goto(new URL(page.url()).pathname);
	await expect(colleague.getByText("只有上传人可以处理")).toBeVisible();
	await expect(colleague.getByRole("button", { name: /写入/ })).toHaveCount(0);

	await page.getByRole("button", { name: "放弃" }).click();
	await page.getByRole("alertdialog").getByRole("button", { name: "放弃" }).click();
	await expect(page.getByRole("row", { name: new RegExp(name) })).toContainText("已放弃");
});
