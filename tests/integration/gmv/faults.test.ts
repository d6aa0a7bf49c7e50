import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeEach, expect, test } from "vitest";
import { closeAbandoned } from "@/lib/domains/gmv/mutations/batch";
import { pool } from "@/lib/platform/db/pool";
import { childEnv } from "@/lib/platform/env/env";
import { importText, orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";

// Three chunks: one is on its way to the database when the process dies.
const LINES = 80_000;
const BAD = 50;
const folder = mkdtempSync(join(tmpdir(), "windmaker-faults-"));
const path = join(folder, "orders.csv");
const errors = join(folder, "errors.csv");
writeFileSync(
	path,
	orderFile(
		Array.from({ length: LINES }, (_, index) =>
			orderLine({
				event: `E${index >> 2}`,
				line: (index & 3) + 1,
				at: `2026-0${1 + (index % 3)}-${String(1 + (index % 28)).padStart(2, "0")} 10:00:00`,
				shop: `S-${index % 40}`,
				amount: index % (LINES / BAD) === 0 ? "-1" : "10.00",
			}),
		),
	),
);

beforeEach(emptyGmv);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string };

/** `portal import` in a process of its own, as an operator runs it. */
function runImport(fault?: string): Promise<Ended> {
	const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import", "tsx"];
	const command = ["lib/cli/portal.ts", "import", path, "--source", "feed", "--errors", errors, "--json"];
	const child = spawn(process.execPath, [...args, ...command], {
		env: childEnv({ NODE_ENV: "test", PORTAL_FAULT: fault, PORTAL_DATA: folder, VITEST: undefined }),
		stdio: ["ignore", "pipe", "pipe"],
	});
	let out = "";
	child.stdout.on("data", (piece) => (out += piece));
	child.stderr.on("data", (piece) => (out += piece));
	return new Promise((resolve) => child.on("close", (code, signal) => resolve({ code, signal, out })));
}

type Seen = { facts: number; rolled: number; platform: number; partner: number; done: number };

/** What anybody sees at one moment. */
async function look(): Promise<Seen> {
	const { rows } = await pool().query<Seen>(
		`SELECT (SELECT count(*)::int FROM order_lines) AS facts,
		        (SELECT coalesce(sum(paid_fen) / 1000, 0)::int FROM gmv_shop_days) AS rolled,
		        (SELECT coalesce(sum(paid_fen) / 1000, 0)::int FROM gmv_platform_days) AS platform,
		        (SELECT coalesce(sum(unattributed_paid_fen) / 1000, 0)::int FROM gmv_platform_days) AS partner,
		        (SELECT coalesce(sum(accepted), 0)::int FROM import_batches WHERE state = 'DONE') AS done`,
	);
	return rows[0] as Seen;
}

/** Keeps looking until told to stop; every look must show all or nothing. */
function watch(): { stop(): Promise<number> } {
	let isStopped = false;
	const looking = (async () => {
		let looks = 0;
		for (; !isStopped; looks++) {
			const seen = await look();
			expect([0, LINES - BAD]).toContain(seen.facts);
			expect(new Set(Object.values(seen)).size, JSON.stringify(seen)).toBe(1);
			await sleep(20);
		}
		return looks;
	})();
	return {
		stop: () => {
			isStopped = true;
			return looking;
		},
	};
}

test.each([
	["while staging", "staging:3", false],
	["during the rollup", "rollup", false],
	["before the commit", "before-commit", false],
	["after the commit, before the reply", "after-commit", true],
	["during the error file", "error-file", true],
])(
	"killed %s, an import is there or absent, and sending it again completes it",
	async (_name, fault, isThere) => {
		rmSync(errors, { force: true });
		const poller = watch();
		const killed = await runImport(fault);
		expect(killed.signal, killed.out).toBe("SIGKILL");
		expect(existsSync(errors)).toBe(false);
		for (let tries = 0; tries < 50 && !isThere && (await closeAbandoned()) === 0; tries++) await sleep(100);
		expect((await look()).facts).toBe(isThere ? LINES - BAD : 0);
		const { rows } = await pool().query("SELECT state, failure FROM import_batches");
		expect(rows).toEqual([
			isThere ? { state: "DONE", failure: null } : { state: "FAILED", failure: "INTERRUPTED" },
		]);

		const again = await runImport();
		expect(again.code, again.out).toBe(0);
		expect(again.out).toContain(isThere ? `"duplicate":${LINES - BAD}` : `"accepted":${LINES - BAD}`);
		expect(existsSync(errors)).toBe(true);
		expect((await look()).facts).toBe(LINES - BAD);
		expect(await poller.stop()).toBeGreaterThan(1);
	},
	300_000,
);

test("a database lost under the import is said so, and the same process goes on when it is back", async () => {
	const lines = Array.from({ length: 120_000 }, (_, index) => orderLine({ event: `L${index}` }));
	const importing = importText(orderFile(lines));
	const killer = (async () => {
		for (;;) {
			const { rows } = await pool().query<{ pid: number }>(
				`SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
				    AND state = 'active' AND query LIKE 'COPY%'`,
			);
			if (rows[0]) return pool().query("SELECT pg_terminate_backend($1)", [rows[0].pid]);
			await sleep(5);
		}
	})();
	await killer;
	expect(await importing).toMatchObject({ ok: false, reason: "DATABASE_LOST" });
	expect((await look()).facts).toBe(0);
	expect(await importText(orderFile(lines))).toMatchObject({ ok: true, accepted: 120_000 });
}, 120_000);
