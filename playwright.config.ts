import { defineConfig } from "playwright/test";
import { findChromium } from "./tests/setup/find-chromium";

const port = Number(process.env.E2E_PORT ?? 3210);
const baseURL = `http://localhost:${port}`;
const { executablePath, args } = await findChromium();

/** These read or change what the whole platform shares, the evaluation under way above all: one after another. */
const shared = /(evaluations|journey|leaderboard|policy-lab|programme|tier[-s]).*\.spec\.ts/;

export default defineConfig({
	testDir: "tests/e2e",
	outputDir: "test-results",
	timeout: 120_000,
	expect: { timeout: 20_000 },
	fullyParallel: false,
	workers: 2,
	projects: [
		{ name: "platform", testMatch: shared, workers: 1 },
		{ name: "own", testIgnore: shared },
	],
	forbidOnly: Boolean(process.env.CI),
	retries: 0,
	reporter: [["list"], ["json", { outputFile: "test-results/e2e.json" }]],
	use: {
		baseURL,
		locale: "zh-CN",
		timezoneId: "Asia/Shanghai",
		viewport: { width: 1440, height: 900 },
		contextOptions: { reducedMotion: "reduce" },
		launchOptions: { executablePath, args },
		actionTimeout: 30_000,
		navigationTimeout: 60_000,
		// Recording one takes a third of the browser's time; to look into a failure, run its file with `--trace on`.
		trace: "off",
		screenshot: "only-on-failure",
	},
	webServer: {
		command: "node lib/cli/launch.mjs start",
		env: { PORT: String(port), PORTAL_URL: baseURL, PORTAL_DATA: process.env.E2E_DATA ?? ".data/e2e" },
		url: `${baseURL}/api/health`,
		timeout: 420_000,
		reuseExistingServer: !process.env.CI,
		gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
		stdout: "pipe",
	},
});
