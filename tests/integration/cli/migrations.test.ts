import { randomBytes } from "node:crypto";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import pg from "pg";
import { expect, inject, onTestFinished, test } from "vitest";
import { authorMigration } from "@/lib/platform/db/migrate/author-migration";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { detectDrift } from "@/lib/platform/db/migrate/detect-drift";
import { migrationStatus } from "@/lib/platform/db/migrate/migration-status";
import { pool } from "@/lib/platform/db/pool";
import { readEnv } from "@/lib/platform/env/env";

/** An empty database beside the test's own. */
async function makeDatabase(): Promise<string> {
	const name = `migrations_${randomBytes(6).toString("hex")}`;
	const url = new URL(inject("serverUrl"));
	const admin = new pg.Client({ connectionString: url.href });
	await admin.connect();
	await admin.query(`CREATE DATABASE ${name}`);
	onTestFinished(async () => {
		await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
		await admin.end();
	});
	url.pathname = `/${name}`;
	return url.href;
}

function listOf(scripts: Record<string, string>): MigrationList {
	return {
		baseDir: "prisma/migrations",
		lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
		shadowDbInitScript: "",
		migrationDirectories: Object.entries(scripts).map(([path, value]) => ({
			path,
			migrationFile: { path: "migration.sql", content: { tag: "ok", value } },
		})),
	};
}

async function hasTable(url: string, name: string): Promise<boolean> {
	const client = new pg.Client(url);
	await client.connect();
	const { rows } = await client.query("SELECT to_regclass($1) IS NOT NULL AS found", [name]);
	await client.end();
	return rows[0]?.found === true;
}

test("schema and migrations agree", async () => {
	expect(await detectDrift(readEnv().DATABASE_URL ?? "")).toBe("");
	expect(await authorMigration("nothing")).toBeUndefined();
});

test("a column nobody wrote a migration for is drift", async () => {
	await pool().query("ALTER TABLE users ADD COLUMN nickname text");
	expect(await detectDrift(readEnv().DATABASE_URL ?? "")).toContain('DROP COLUMN "nickname"');
});

test("function bodies and texts keep their semicolons", async () => {
	const url = await makeDatabase();
	const script = `
		CREATE TABLE notes (body text DEFAULT 'a;b'); -- not; here
		CREATE FUNCTION remind() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN PERFORM 1; RETURN NEW; END; $body$;
		CREATE TRIGGER remind BEFORE INSERT ON notes FOR EACH ROW EXECUTE FUNCTION remind()`;
	expect(await deployMigrations(url, listOf({ "1_notes": script }))).toEqual(["1_notes"]);
	expect(await deployMigrations(url, listOf({ "1_notes": script }))).toEqual([]);
});

test("a failed migration leaves nothing behind and is applied once it is mended", async () => {
	const url = await makeDatabase();
	const broken = listOf({ "1_a": "CREATE TABLE a (n int)", "2_b": "CREATE TABLE b (n int); SELECT 1 / 0" });
	await expect(deployMigrations(url, broken)).rejects.toThrow(/2_b.*division by zero/);
	expect(await hasTable(url, "b")).toBe(false);
	expect(await migrationStatus(url, broken)).toMatchObject({ failed: ["2_b"] });

	const mended = listOf({ "1_a": "CREATE TABLE a (n int)", "2_b": "CREATE TABLE b (n int)" });
	expect(await deployMigrations(url, mended)).toEqual(["2_b"]);
	expect(await hasTable(url, "b")).toBe(true);
});

test("a database migrated by a later version, and an edited migration, are refused", async () => {
	const url = await makeDatabase();
	const both = { "1_a": "CREATE TABLE a (n int)", "2_b": "CREATE TABLE b (n int)" };
	await deployMigrations(url, listOf(both));
	await expect(deployMigrations(url, listOf({ "1_a": both["1_a"] }))).rejects.toThrow("later version");
	await expect(deployMigrations(url, listOf({ ...both, "2_b": "CREATE TABLE b (m int)" }))).rejects.toThrow(
		"was changed after",
	);
});
