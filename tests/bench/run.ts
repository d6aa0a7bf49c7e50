import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { closeDatabase } from "@/lib/platform/db/client";
import { deployMigrations } from "@/lib/platform/db/migrate/deploy-migrations";
import { provideEnv, readEnv } from "@/lib/platform/env/env";
import { startEmbedded } from "@/lib/platform/postgres/embedded";
import { routes } from "@/lib/platform/routes/routes";
import { compareDashboard } from "./dashboard-row";
import { describeGrowth, type Growth, measureGrowth } from "./growth-row";
import { compareImport } from "./import-row";
import { compare, type Measured } from "./measure";
import { startPortal } from "./portal";
import { compareQueue, fillApplications, searches } from "./queue-row";

const orders = fileURLToPath(new URL("../../../shared/data/orders-2010.csv.gz", import.meta.url));
const database = "windmaker_bench";

/** An empty, migrated database on the server of `TEST_DATABASE_URL`, or on an embedded one of its own. */
async function openDatabase(): Promise<() => Promise<void>> {
	const given = process.env.TEST_DATABASE_URL;
	const server = given
		? { url: given, stop: async () => undefined }
		: await startEmbedded({ ephemeral: true });
	const url = new URL(server.url);
	url.pathname = "/postgres";
	const admin = new pg.Client({ connectionString: url.href });
	await admin.connect();
	await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
	await admin.query(`CREATE DATABASE ${database}`);
	url.pathname = `/${database}`;
	await deployMigrations(url.href);
	provideEnv({ DATABASE_URL: url.href });
	return async () => {
		await closeDatabase();
		await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
		await admin.end();
		await server.stop();
	};
}

function show(value: number): string {
	return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(2);
}

function printTable(rows: readonly Measured[]): void {
	const lines = rows.map((row) => [
		row.row,
		`${show(row.ours)} ${row.unit}`,
		`${show(row.reference)} ${row.unit}`,
		row.ratio.toFixed(2),
		row.met === null ? "" : row.met ? "met" : "missed",
	]);
	const table = [["row", "ours", "reference", "ratio", "target"], ...lines];
	const widths =
		table[0]?.map((_, column) => Math.max(...table.map((line) => line[column]?.length ?? 0))) ?? [];
	for (const line of table)
		console.log(line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  "));
}

const note = (round: number) => process.stderr.write(`  round ${round}\n`);

async function measureImport(rounds: number): Promise<Measured> {
	if (!existsSync(orders)) throw new Error(`there is no ${orders}`);
	const close = await openDatabase();
	try {
		return await compare(await compareImport(orders, rounds), note);
	} finally {
		await close();
	}
}

async function measureDashboard(rounds: number): Promise<Measured> {
	const portal = await startPortal();
	try {
		const cookie = await portal.signIn("lead@windmaker.example");
		const page = (path: string) => ({ url: portal.origin + path, cookie });
		const pages = { dashboard: page(routes.ops.programme()), trivial: page(routes.account.sessions()) };
		return await compare(compareDashboard(pages, rounds), note);
	} finally {
		await portal.stop();
	}
}

const queueSizes = [1_000, 10_000, 100_000] as const;

/** The reviewers' queue as it grows, on a database of the bench's own that the portal serves. */
async function measureQueue(rounds: number): Promise<Measured[]> {
	const close = await openDatabase();
	const url = readEnv().DATABASE_URL ?? "";
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const portal = await startPortal(url);
		try {
			const cookie = await portal.signIn("lead@windmaker.example");
			const page = (path: string) => ({ url: portal.origin + encodeURI(path), cookie });
			const queue = routes.ops.applications();
			const pages = {
				first: page(queue),
				searches: searches.map((search) => page(`${queue}?${search}`)),
				trivial: page(routes.account.sessions()),
			};
			const measured: Measured[] = [];
			let from = 1;
			for (const size of queueSizes) {
				await fillApplications(client, from, size);
				from = size + 1;
				for (const row of compareQueue(pages, size, rounds)) measured.push(await compare(row, note));
			}
			return measured;
		} finally {
			await portal.stop();
		}
	} finally {
		await client.end();
		await close();
	}
}

async function growImport(): Promise<Growth> {
	if (!existsSync(orders)) throw new Error(`there is no ${orders}`);
	const close = await openDatabase();
	try {
		return await measureGrowth(orders);
	} finally {
		await close();
	}
}

const rowNames = ["import", "growth", "dashboard", "queue"] as const;

/** `npm run bench [rounds] [rows…]`: every row measured side by side in one run, then a table and one line of JSON. */
async function main(): Promise<void> {
	const [given, ...names] = process.argv.slice(2);
	const rounds = Math.max(5, Number(given ?? 5));
	const isWanted = (name: (typeof rowNames)[number]) => names.length === 0 || names.includes(name);
	const measured: Measured[] = [];
	if (isWanted("import")) measured.push(await measureImport(rounds));
	const growth = isWanted("growth") ? await growImport() : undefined;
	if (isWanted("dashboard")) measured.push(await measureDashboard(rounds));
	if (isWanted("queue")) measured.push(...(await measureQueue(rounds)));
	printTable(measured);
	if (growth) console.log(describeGrowth(growth));
	console.log(JSON.stringify({ rows: measured, growth }));
}

await main();
