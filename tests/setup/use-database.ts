import { randomBytes } from "node:crypto";
import { readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, inject } from "vitest";

// This runs before a test file is imported, so that whatever the file imports finds its own database.
const server = new URL(inject("serverUrl"));
const name = `test_${randomBytes(8).toString("hex")}`;

async function asAdmin(statement: string): Promise<void> {
	const url = new URL(server);
	url.pathname = "/postgres";
	const admin = new pg.Client({ connectionString: url.href });
	await admin.connect();
	try {
		await admin.query(statement);
	} finally {
		await admin.end();
	}
}

/** FORCE may not end an autovacuum worker of the server's own; it is gone a moment later. */
async function dropDatabase(attemptsLeft = 20): Promise<void> {
	try {
		await asAdmin(`DROP DATABASE ${name} WITH (FORCE)`);
	} catch (error) {
		const isVacuumed = error instanceof pg.DatabaseError && error.code === "42501";
		if (!isVacuumed || attemptsLeft === 0) throw error;
		await setTimeout(250);
		await dropDatabase(attemptsLeft - 1);
	}
}

await asAdmin(`CREATE DATABASE ${name} TEMPLATE portal_template`);
const url = new URL(server);
url.pathname = `/${name}`;
process.env.DATABASE_URL = url.href;
process.env.AUTH_SECRET = "a secret for tests only, forty characters";
process.env.CERTIFICATE_SEED = "another one for tests only, forty characters";
process.env.PORTAL_DATA = join(tmpdir(), `portal-${name}`);
process.env.PORTAL_URL = "http://localhost:3000";

const invariants = readFileSync(new URL("../../prisma/sql/invariants.sql", import.meta.url), "utf8");

afterEach(async () => {
	const { pool } = await import("@/lib/platform/db/pool");
	const { rows } = await pool().query(invariants);
	expect(rows, "invariants of prisma/sql/invariants.sql").toEqual([]);
});

afterAll(async () => {
	const { closeDatabase } = await import("@/lib/platform/db/client");
	const { closeJobQueue } = await import("@/lib/platform/jobs/queue");
	await closeJobQueue();
	await closeDatabase();
	await dropDatabase();
	rmSync(join(tmpdir(), `portal-${name}`), { recursive: true, force: true });
});
