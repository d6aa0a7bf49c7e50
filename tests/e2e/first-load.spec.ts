import { expect, test } from "playwright/test";
import { openAs } from "./people";

/** Bytes over the network, gzipped by the server. */
const BUDGET = 180_000;

test("a phone in a live room opens the checklist with no more than 180 KB of scripts", async ({
	browser,
}) => {
	const page = await openAs(browser, "brand@windmaker.example");
	const cold = await page.context().newPage();
	const session = await cold.context().newCDPSession(cold);
	await session.send("Network.setCacheDisabled", { cacheDisabled: true });
	const scripts: Promise<number>[] = [];
	cold.on("requestfinished", (request) => {
		if (request.resourceType() !== "script") return;
		scripts.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
	});
	await cold.goto("/brand/playbook", { waitUntil: "networkidle" });
	await expect(cold.getByRole("heading", { level: 1 })).toBeVisible();
	const sizes = await Promise.all(scripts);
	expect(sizes.length, "scripts were counted").toBeGreaterThan(5);
	const total = sizes.reduce((sum, size) => sum + size, 0);
	test
		.info()
		.annotations.push({ type: "first-load", description: `${total} bytes in ${sizes.length} files` });
	expect(total).toBeLessThanOrEqual(BUDGET);

	await cold.getByRole("button", { name: "外观" }).click();
	await expect(cold.getByRole("menuitemradio", { name: "深色" })).toBeVisible();
	await page.context().close();
});
