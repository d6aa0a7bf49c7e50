import { expect, test } from "playwright/test";
import { openAs } from "./people";

/** Every page of a thing that is named by its id, under an id of nothing. */
const pagesOfNothing = [
	"/ops/applications/app_nothing",
	"/ops/appeals/apl_nothing",
	"/ops/exits/ext_nothing",
	"/ops/verifications/ver_nothing",
	"/ops/partners/prt_nothing",
	"/ops/evaluations/run_nothing",
	"/ops/gmv/shops/999999",
	"/ops/gmv/shops/999999/days/2026-10-01",
	"/ops/imports/999999",
	"/ops/imports/map/upl_nothing",
	"/ops/mail/mml_nothing",
	"/notices/ntc_nothing",
	"/ops/brands/requests/brq_nothing",
	"/steps?version=999",
];

test("a page of nothing is not found, and says so in the portal's words", async ({ browser }) => {
	const page = await openAs(browser, "admin@windmaker.example");
	const lead = await openAs(browser, "lead@windmaker.example");
	for (const path of pagesOfNothing) {
		const reader = path.startsWith("/ops/mail") ? page : lead;
		const response = await reader.goto(path);
		expect([path, response?.status()]).toEqual([path, 404]);
		await expect(reader.getByRole("heading", { level: 1 })).toContainText("没有您要找的页面");
	}
	await page.context().close();
	await lead.context().close();
});

test("to a partner the platform's pages and another partner's things do not exist", async ({ browser }) => {
	const lead = await openAs(browser, "lead@windmaker.example");
	const hrefs: string[] = [];
	for (const [list, start] of [
		["/ops/applications?tab=approved", "/ops/applications/"],
		["/ops/partners", "/ops/partners/"],
		["/ops/evaluations", "/ops/evaluations/"],
	] as const) {
		await lead.goto(list);
		const href = await lead
			.locator(`main a[href^="${start}"]:not([href*="numbers"]):not([href*="policy"])`)
			.last()
			.getAttribute("href");
		hrefs.push(href ?? "");
	}
	await lead.context().close();
	const partner = await openAs(browser, "partner@windmaker.example");
	for (const href of hrefs) {
		expect(href).toMatch(/^\/ops\/\w+\/\w+/);
		const response = await partner.goto(href);
		expect([href, response?.status()]).toEqual([href, 404]);
	}
	await partner.context().close();
});
