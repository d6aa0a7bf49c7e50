import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { reconcile } from "@/lib/domains/gmv/data/reconcile";
import { closeAbandoned } from "@/lib/domains/gmv/mutations/batch";
import { closeDatabase } from "@/lib/platform/db/client";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { pool } from "@/lib/platform/db/pool";
import { provideEnv, readEnv } from "@/lib/platform/env/env";
import { type OpenDatabase, openDatabase } from "@/lib/platform/postgres/open-database";
import { findPostmaster } from "@/lib/platform/postgres/postmaster";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { makeDataFolder } from "./portal-process";
import { killHard, untilGone } from "./processes";

const LINES = 60_000;
const file = orderFile(Array.from({ length: LINES }, (_, index) => orderLine({ event: `L${index}` })));
const invariants = readFileSync("prisma/sql/invariants.sql", "utf8");
const shared = readEnv().DATABASE_URL;
const folder = makeDataFolder();
const restarted = vi.fn();
let database: OpenDatabase;
let isLost = false;

beforeAll(async () => {
	database = await openDatabase({
		dataDir: folder.dataDir,
		exclusive: true,
		purpose: "test",
		onRestart: restarted,
	});
	void database.lost.then(() => {
		isLost = true;
	});
	await closeDatabase();
	provideEnv({ DATABASE_URL: database.url });
	await deployMigrations(database.url);
	await ensureReferenceData();
}, 120_000);

afterAll(async () => {
	await closeDatabase();
	provideEnv({ DATABASE_URL: shared });
	await database.close();
	folder.remove();
});

const postmaster = () => findPostmaster(database.cluster)?.pid ?? 0;

async function findImporter(): Promise<number> {
	for (;;) {
		const { rows } = await pool().query<{ pid: number }>(
			"SELECT pid FROM pg_stat_activity WHERE state = 'active' AND query LIKE 'COPY order_lines%'",
		);
		if (rows[0]) return rows[0].pid;
		await sleep(3);
	}
}

const countFacts = async () =>
	(await pool().query<{ n: number }>("SELECT count(*)::int AS n FROM order_lines")).rows[0]?.n;
const answers = () => vi.waitFor(() => pool().query("SELECT 1"), { timeout: 60_000, interval: 100 });

test.each([
	["the whole server", async () => postmaster(), 1],
	["the process that served the import", findImporter, 0],
	["the whole server once more", async () => postmaster(), 1],
])(
	"kill -9 of %s under an import: told so, nothing half, and the portal goes on by itself",
	async (name, choose, restarts) => {
		restarted.mockClear();
		const source = `source-${name.length}-${restarts}`;
		const before = await countFacts();
		const was = postmaster();
		const importing = importText(file, source);
		await findImporter();
		const victim = await choose();
		killHard([victim]);
		expect(await importing).toMatchObject({ ok: false, reason: "DATABASE_LOST" });
		await untilGone([victim]);
		await answers();
		expect(postmaster() === was).toBe(restarts === 0);
		await vi.waitFor(() => expect(restarted).toHaveBeenCalledTimes(restarts), { timeout: 20_000 });
		expect(await countFacts()).toBe(before);

		expect(await importText(file, source)).toMatchObject({ ok: true, accepted: LINES });
		await closeAbandoned();
		const { rows } = await pool().query(
			`SELECT b.state FROM import_batches b JOIN gmv_sources s ON s.id = b.source_id WHERE s.code = $1 ORDER BY b.started_at`,
			[source],
		);
		expect(rows).toEqual([{ state: "FAILED" }, { state: "DONE" }]);
		expect((await reconcile(invariants)).violations).toEqual([]);
		expect(isLost).toBe(false);
	},
	180_000,
);

test("another command finds the server owned, and leaves it running", async () => {
	await sleep(5_500);
	const was = postmaster();
	const other = await openDatabase({ dataDir: folder.dataDir, exclusive: false, purpose: "another" });
	expect(other.url).toBe(database.url);
	await other.close();
	expect(postmaster()).toBe(was);
	expect(await countFacts()).toBe(3 * LINES);
}, 60_000);

test("killed again and again, the server stays ended and says so", async () => {
	for (let times = 0; times < 6 && !isLost; times++) {
		const was = postmaster();
		killHard([was]);
		await untilGone([was]);
		const isBack = async () => expect(isLost || (await pool().query("SELECT 1")).rowCount === 1).toBe(true);
		await vi.waitFor(isBack, { timeout: 60_000, interval: 100 });
		await sleep(300);
	}
	expect(isLost).toBe(true);
	expect((await database.lost).en).toContain("embedded database could not run");
	// What looks at the database after every test finds one.
	await closeDatabase();
	provideEnv({ DATABASE_URL: shared });
}, 180_000);
