import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import chromium from "@sparticuz/chromium";

const installedNames = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser"];
const macChrome = "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome";

export type Browser = { executablePath: string; args: string[] };

/** The Chromium to test with: `PORTAL_CHROMIUM`, an installed one, the one shipped as an npm package. */
export async function findChromium(): Promise<Browser> {
	const folders = (process.env.PATH ?? "").split(delimiter);
	const installed = installedNames.flatMap((name) => folders.map((folder) => join(folder, name)));
	const executablePath = [process.env.PORTAL_CHROMIUM, ...installed, macChrome].find(
		(path) => path && existsSync(path),
	);
	const args = [
		"--no-sandbox",
		"--disable-background-networking",
		"--disable-component-update",
		"--disable-sync",
	];
	if (executablePath) return { executablePath, args };
	// Without WebGL nothing is drawn through an emulated graphics card, which costs a core.
	chromium.setGraphicsMode = false;
	// One process for everything, which its package recommends for small machines, mixes up the cookies of several contexts.
	const own = chromium.args.filter((arg) => arg !== "--single-process");
	return { executablePath: await chromium.executablePath(), args: [...own, ...args] };
}
