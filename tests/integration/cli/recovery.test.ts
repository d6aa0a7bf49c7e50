import pg from "pg";
import { expect, test } from "vitest";
import {
	listTree,
	makeDataDir,
	type PortalProcess,
	postmasterOf,
	runPortal,
	untilGone,
} from "./portal-process";

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
	process.kill(first.launcher, "SIGKILL");
	await untilGone(orphans);

	const second = await startDatabase(dataDir);
	await query(second.url, "INSERT INTO kept VALUES (2)");
	const [, portal = 0] = listTree(second.launcher);
	process.kill(portal, "SIGKILL");
	expect(await second.exit).not.toBe(0);
	expect(postmasterOf(dataDir)).toBeDefined();

	const third = await startDatabase(dataDir);
	expect(third.stderr()).toContain("上次没有正常停止");
	await query(third.url, "INSERT INTO kept VALUES (3)");
	const everything = listTree(third.launcher);
	for (const pid of everything) process.kill(pid, "SIGKILL");
	await untilGone(everything);

	const fourth = await startDatabase(dataDir);
	expect(await query(fourth.url, "SELECT n FROM kept ORDER BY n")).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
	fourth.kill("SIGINT");
	expect(await fourth.exit).toBe(0);
});
