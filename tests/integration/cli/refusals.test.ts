import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeDataDir, type PortalProcess, runPortal } from "./portal-process";

/** One sentence per language on standard error, nothing on standard output, exit code 1. */
async function expectRefusal(portal: PortalProcess, zh: string, en: string): Promise<void> {
	expect(await portal.exit).toBe(1);
	const lines = portal.stderr().trim().split("\n");
	expect(lines).toHaveLength(2);
	expect(lines[0]).toContain(zh);
	expect(lines[1]).toContain(en);
	expect(portal.stdout()).toBe("");
}

test("a taken port, before anything is made", async () => {
	const occupant = createServer().listen(0, "127.0.0.1");
	onTestFinished(() => void occupant.close());
	await new Promise((resolve) => occupant.once("listening", resolve));
	const { port } = occupant.address() as AddressInfo;
	const dataDir = makeDataDir();
	await expectRefusal(
		runPortal(dataDir, ["start"], { PORT: String(port) }),
		`端口 ${port} 已被占用`,
		`Port ${port} is taken`,
	);
	expect(existsSync(dataDir)).toBe(false);
});

test("a database of another major version", async () => {
	const dataDir = makeDataDir();
	mkdirSync(join(dataDir, "postgres"), { recursive: true });
	writeFileSync(join(dataDir, "postgres", "PG_VERSION"), "16\n");
	const record = { cluster: "postgres", adminPassword: "unused", appPassword: "unused" };
	writeFileSync(join(dataDir, "postgres.json"), JSON.stringify(record));
	await expectRefusal(
		runPortal(dataDir, ["migrate"]),
		"的版本是 PostgreSQL 16",
		"is of PostgreSQL version 16",
	);
});

test("an external database that does not answer, and a setting that makes no sense", async () => {
	const dataDir = makeDataDir();
	await expectRefusal(
		runPortal(dataDir, ["migrate"], { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" }),
		"无法连接 DATABASE_URL",
		"cannot be reached",
	);
	await expectRefusal(runPortal(dataDir, ["start"], { PORT: "none" }), "环境变量 PORT", "variable PORT");
	await expectRefusal(
		runPortal(dataDir, ["migrate"], { DATABASE_REPLICA_URL: "postgresql://reader@127.0.0.1:1/none" }),
		"内置数据库没有副本",
		"embedded database has no replica",
	);
	await expectRefusal(
		runPortal(dataDir, ["migrate"], { DATABASE_REPLICA_URL: "replica.example" }),
		"环境变量 DATABASE_REPLICA_URL",
		"variable DATABASE_REPLICA_URL",
	);
});

test("a secret anybody could guess, for real use", async () => {
	const secret = "default-secret-default-secret-default";
	const portal = runPortal(makeDataDir(), ["start"], {
		PORTAL_DEMO: "0",
		PORT: "39217",
		AUTH_SECRET: secret,
	});
	expect(await portal.exit).toBe(1);
	expect(portal.stderr()).toContain("AUTH_SECRET 是默认值或过于简单");
});
