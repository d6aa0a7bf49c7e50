import pg from "pg";
import { expect, test } from "vitest";
import { makeDataDir, type PortalProcess, postmasterOf, runPortal } from "./portal-process";
import { killHard, listTree, untilGone } from "./processes";

async function query(url: string, sql: string): Promise<unknown[]> {
	const client = new pg.Client(url);
	await client.connect();
	try {
		return (await client.query(sql)).rows;
	} finally {
		await client.end();
	}
}

async function startDatabase(dataDir: string): Promise<PortalProcess & { url: string }> {
	const portal = runPortal(dataDir, ["database"]);
	return { ...portal, url: await portal.shows(/postgresql:\/\/\S+/) };
}

test("whatever is killed, the next start has every acknowledged write", { timeout: 120_000 }, async () => {
	const dataDir = makeDataDir();
	const first = await startDatabase(dataDir);
	await query(first.url, "CREATE TABLE kept (n int)");

	await query(first.url, "INSERT INTO kept VALUES (1)");
	const orphans = listTree(first.launcher).slice(1);
	killHard([first.launcher]);
	await untilGone(orphans);

	const second = await startDatabase(dataDir);
	await query(second.url, "INSERT INTO kept VALUES (2)");
	const [, portal = 0] = listTree(second.launcher);
	killHard([portal]);
	expect(await second.exit).not.toBe(0);
	expect(postmasterOf(dataDir)).toBeDefined();

	const third = await startDatabase(dataDir);
	expect(third.stderr()).toContain("上次没有正常停止");
	await query(third.url, "INSERT INTO kept VALUES (3)");
	const everything = listTree(third.launcher);
	killHard(everything);
	await untilGone(everything);

	const fourth = await startDatabase(dataDir);
	expect(await query(fourth.url, "SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
	fourth.kill("SIGINT");
	expect(await fourth.exit).toBe(0);
});
