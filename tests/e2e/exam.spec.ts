import { expect, type Page, test } from "playwright/test";
import { newAddress, newPassword, openAs, readMailedLink } from "./people";

const owner = "partner@windmaker.example";
const stamp = Date.now().toString(36).toUpperCase();
const name = `顾行舟${stamp.slice(-4)}`;
const moment = (days: number) =>
	new Date(Date.now() + days * 86_400_000 + 28_800_000).toISOString().slice(0, 16);

type Known = { parts: string[][]; isOrdering: boolean[]; explanation: string };

test.setTimeout(180_000);

/** Keeps what the browser is sent, but for scripts and styles, which every visitor gets. */
function listen(page: Page): Promise<string>[] {
	const texts: Promise<string>[] = [];
	page.on("response", (response) => {
		if (response.url().includes("/_next/static/")) return;
		texts.push(response.text().catch(() => ""));
	});
	return texts;
}

/** An answer's key, as a page or an action would send it. */
const keyed = /\\*"key\\*":\s*\[\s*\d/;

/** What an operator reads in the bank: the right options and the explanation of every junior question. */
async function readBank(page: Page): Promise<Map<string, Known>> {
	await page.goto("/ops/exams/questions?level=junior&state=APPROVED");
	const paths = new Set<string>();
	for (;;) {
		for (const link of await page.getByRole("rowheader").getByRole("link").all())
			paths.add((await link.getAttribute("href")) ?? "");
		const next = page.getByRole("link", { name: "下一页" });
		if ((await next.count()) === 0) break;
		const before = page.url();
		await next.click();
		await page.waitForURL((url) => url.href !== before);
	}
	const known = new Map<string, Known>();
	for (const path of paths) {
		await page.goto(path);
		const [stem, value] = await page.evaluate(() => {
			const article = document.querySelector("main p.text-base")?.parentElement;
			const parts = [...(article?.querySelectorAll("ol") ?? [])].map((list) =>
				[...list.querySelectorAll("li")]
					.filter((item) => item.className.includes("bg-success-soft"))
					.map((item) => item.querySelector(".grow")?.textContent ?? ""),
			);
			const isOrdering = [...(article?.querySelectorAll("ol") ?? [])].map(
				(list) => list.querySelector("li span")?.textContent === "1",
			);
			const explanation = [...(article?.querySelectorAll("p") ?? [])].at(-1)?.textContent ?? "";
			return [article?.querySelector("p")?.textContent ?? "", { parts, isOrdering, explanation }] as const;
		});
		known.set(stem, value);
	}
	return known;
}

/** Answers the question on the screen as the bank says, part by part. */
async function answer(page: Page, known: Map<string, Known>): Promise<void> {
	const stem = (await page.locator("main h2").first().textContent()) ?? "";
	const right = known.get(stem);
	if (!right) throw new Error(`the bank does not know: ${stem}`);
	const parts = page.locator("main fieldset.contents");
	for (const [at, options] of right.parts.entries()) {
		const part = parts.nth(at);
		if (right.isOrdering[at]) await order(part, options);
		else
			for (const option of options)
				await part
					.getByRole("radio", { name: option, exact: true })
					.or(part.getByRole("checkbox", { name: option, exact: true }))
					.check();
	}
}

async function order(part: ReturnType<Page["locator"]>, options: readonly string[]): Promise<void> {
	const keep = part.getByRole("button", { name: "现在的顺序就是答案" });
	if (await keep.isVisible()) await keep.click();
	for (const [place, option] of options.entries()) {
		const shown = await part.locator("li span.flex-1").allTextContents();
		for (let at = shown.indexOf(option); at > place; at -= 1)
			await part.getByRole("button", { name: `把「${option}」上移` }).click();
	}
}

const saved = (page: Page) => expect(page.getByText(/^已于 .* 保存$/)).toBeVisible();

test("a seat is booked, the exam is sat over a reload and a second device, passed and checked by anybody; no answer leaks", async ({
	browser,
}) => {
	const lead = await openAs(browser, "lead@windmaker.example");
	const bank = await readBank(lead);
	expect(bank.size).toBeGreaterThanOrEqual(15);
	await lead.goto("/ops/exams");
	await lead.getByRole("button", { name: "新建考期" }).click();
	await lead.getByLabel("级别").selectOption("junior");
	await lead.getByLabel("中文名称").fill(`初级 ${stamp}`);
	await lead.getByLabel("英文名称").fill(`Junior ${stamp}`);
	await lead.getByLabel("开放时间").fill(moment(-1));
	await lead.getByLabel("截止时间").fill(moment(2));
	await lead.getByLabel("座位数").fill("3");
	await lead.getByRole("button", { name: "保存" }).click();
	await expect(lead.getByRole("link", { name: `初级 ${stamp}` })).toBeVisible();

	const email = newAddress("candidate");
	const boss = await openAs(browser, owner);
	await boss.goto("/partner/members");
	await boss.getByRole("button", { name: "邀请成员" }).click();
	await boss.getByRole("dialog").getByLabel("邮箱").fill(email);
	await boss.getByRole("button", { name: "发送邀请" }).click();
	const admin = await openAs(browser, "admin@windmaker.example");
	const link = await readMailedLink(admin, email, "邀请您加入");
	const first = await (await browser.newContext()).newPage();
	await first.goto(link);
	await first.getByLabel("您的姓名").fill(name);
	await first.locator('input[name="password"]').fill(newPassword);
	await first.getByRole("button", { name: "接受邀请" }).click();
	await first.waitForURL(/\/partner(\/|$)/);

	await boss.goto("/partner/exams");
	await boss
		.getByRole("listitem")
		.filter({ hasText: `初级 ${stamp}` })
		.getByRole("button", { name: "预约" })
		.click();
	await boss.getByRole("dialog").getByLabel("考生").selectOption({ label: name });
	await boss.getByRole("dialog").getByRole("button", { name: "确认预约" }).click();
	await expect(boss.getByRole("dialog")).toBeHidden();

	const sent = listen(first);
	await first.goto("/partner/exams");
	await first.getByRole("button", { name: "开始考试" }).click();
	await first.getByRole("button", { name: "开始计时" }).click();
	await first.waitForURL(/\/partner\/exams\/sittings\//);
	await expect(first.getByText("已答 0 / 15")).toBeVisible();
	for (let question = 1; question <= 8; question += 1) {
		await answer(first, bank);
		await first.getByRole("button", { name: "下一题" }).click();
	}
	await saved(first);
	await first.reload();
	await expect(first.getByText("已答 8 / 15")).toBeVisible();

	const second = await openAs(browser, email, newPassword);
	sent.push(...listen(second));
	await second.goto(first.url());
	await expect(second.getByText("这场考试正在另一个页面或设备上进行")).toBeVisible();
	await second.getByRole("button", { name: "在这里继续" }).click();
	await expect(second.getByText("已答 8 / 15")).toBeVisible();
	await first.getByRole("button", { name: "标记，稍后再看" }).click();
	await expect(first.getByText("这场考试正在另一个页面或设备上进行")).toBeVisible();
	for (let question = 9; question <= 15; question += 1) {
		await second.getByRole("button", { name: new RegExp(`^第 ${question} 题，`) }).click();
		await answer(second, bank);
	}
	await saved(second);
	await expect(second.getByText("已答 15 / 15")).toBeVisible();

	const before = await Promise.all(sent);
	expect(before.filter((text) => text.includes("答题卡") || text.includes("options")).length).toBeGreaterThan(
		0,
	);
	const leaks = [...bank.values()].filter(({ explanation }) =>
		before.some((text) => text.includes(explanation)),
	);
	expect(leaks).toEqual([]);
	expect(before.filter((text) => keyed.test(text))).toEqual([]);
	// The same reader finds both where an operator may read them.
	const told = listen(lead);
	await lead.goto("/ops/exams/questions?level=junior&state=APPROVED");
	const path = await lead.getByRole("rowheader").getByRole("link").first().getAttribute("href");
	await lead.goto(`${path}?edit=1`);
	await expect(lead.getByLabel("题干")).toBeVisible();
	const shown = (await Promise.all(told)).join("\n");
	expect(keyed.test(shown)).toBe(true);
	expect([...bank.values()].some(({ explanation }) => shown.includes(explanation))).toBe(true);

	await second.getByRole("button", { name: "交卷" }).click();
	await second.getByRole("alertdialog").getByRole("button", { name: "交卷" }).click();
	await expect(second.getByText("恭喜，考试通过")).toBeVisible();
	await expect(second.getByText("15 / 15 分", { exact: false })).toBeVisible();
	await second.getByRole("link", { name: "查看证书" }).click();
	await expect(second.getByText(name).first()).toBeVisible();
	const number = /[A-Z]{2,}-[A-Z0-9-]+/.exec((await second.locator("main").textContent()) ?? "")?.[0] ?? "";
	const anybody = await (await browser.newContext()).newPage();
	await anybody.goto(`/certificates/${number}`);
	await expect(anybody.getByText("顾***").first()).toBeVisible();
	await expect(anybody.getByText(name)).toHaveCount(0);
	await expect(anybody.locator("main").getByRole("img").first()).toBeVisible();
	for (const page of [lead, boss, admin, first, second, anybody]) await page.context().close();
});
