import { expect, test } from "playwright/test";
import { openAs } from "./people";

/** Bytes of scripts over the network, as the server gzips them. */
const BUDGET = 180_000;

test("a phone in a live room opens the checklist with no more than 180 KB of scripts", async ({
	browser,
}) => {
	const signedIn = await openAs(browser, "brand@windmaker.example");
	// A context of its own has nothing in its cache.
	const context = await browser.newContext({ storageState: await signedIn.context().storageState() });
	const page = await context.newPage();
	const network = await context.newCDPSession(page);
	await network.send("Network.enable");
	const asked = new Set<string>();
	const sizes: number[] = [];
	network.on("Network.responseReceived", ({ requestId, type }) => {
		if (type === "Script") asked.add(requestId);
	});
	network.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
		if (asked.has(requestId)) sizes.push(encodedDataLength);
	});
	await page.goto("/brand/playbook", { waitUntil: "networkidle" });
	await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
	const total = sizes.reduce((sum, size) => sum + size, 0);
	expect(total, "a page without scripts would be another page").toBeGreaterThan(100_000);
	expect(total).toBeLessThanOrEqual(BUDGET);

	await page.getByRole("button", { name: "外观" }).click();
	await expect(page.getByRole("menuitemradio", { name: "深色" })).toBeVisible();
	await context.close();
	await signedIn.context().close();
});
