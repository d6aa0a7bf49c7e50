import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { makeDataDir, runPortal } from "./portal-process";

test("a second portal on a data folder is refused, commands share its database, SIGTERM stops it cleanly", async () => {
	const dataDir = makeDataDir();
	const first = runPortal(dataDir, ["database"]);
	await first.shows(/postgresql:\/\/\S+/);

	const second = runPortal(dataDir, ["database"]);
	expect(await second.exit).toBe(1);
	expect(second.stderr()).toContain("正被另一个门户进程使用");
	expect(second.stderr()).toContain("is in use by another portal process");
	expect(second.stderr()).not.toMatch(/^\s+at /m);
	expect(second.stdout()).toBe("");

	const status = runPortal(dataDir, ["migrate", "--status", "--json"]);
	expect(await status.exit).toBe(0);
	expect(JSON.parse(status.stdout())).toEqual({
		pending: [],
		failed: [],
		edited: [],
		unknown: [],
		drift: "",
	});

	first.kill("SIGTERM");
	expect(await first.exit).toBe(0);
	expect(existsSync(join(dataDir, "postgres", "postmaster.pid"))).toBe(false);
});

test("passwords and secrets are for their owner's eyes only", async () => {
	const dataDir = makeDataDir();
	expect(await runPortal(dataDir, ["migrate"]).exit).toBe(0);
	for (const file of ["postgres.json", "secrets.json"]) {
		expect(statSync(join(dataDir, file)).mode & 0o777).toBe(0o600);
	}
	expect(statSync(join(dataDir, "postgres")).mode & 0o777).toBe(0o700);
});
