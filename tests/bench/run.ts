import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { routes } from "@/lib/platform/routes/routes";
import { compareDashboard } from "./dashboard-row";
import { fillProgramme } from "./dashboard-world";
import { openServer } from "./database";
import { measureExam } from "./exam-row";
import { describeGrowth, type Growth, measureGrowth } from "./growth-row";
import { compareImport } from "./import-row";
import { compareLeaderboard, fillLeaderboard, LEADERBOARD } from "./leaderboard-row";
import { compare, type Measured } from "./measure";
import { measureCriteria, measurePortfolioPages } from "./playbook-row";
import { measurePool } from "./pool-rows";
import { startPortal } from "./portal";
import { compareQueue, fillApplications, searches } from "./queue-row";
import { describeRun, measureRun, type RunFigures } from "./run-row";
import { describeRatio, printTable } from "./table";
import { measureTrust } from "./trust-row";

const orders = fileURLToPath(new URL("../../../shared/data/orders-2010.csv.gz", import.meta.url));
const note = (round: number) => process.stderr.write(`  round ${round}\n`);

async function measureImport(rounds: number): Promise<Measured> {
	if (!existsSync(orders)) throw new Error(`there is no ${orders}`);
	const server = await openServer();
	try {
		await server.makeDatabase("windmaker_bench");
		return await compare(await compareImport(orders, rounds), note);
	} finally {
		await server.close();
	}
}

/** The dashboard of the demo, and of ten thousand partners, on a database of the bench's own that the portal serves. */
async function measureDashboard(rounds: number): Promise<Measured[]> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	try {
		const portal = await startPortal(url);
		try {
			const cookie = await portal.signIn("lead@windmaker.example");
			const page = (path: string) => ({ url: portal.origin + path, cookie });
			const pages = { dashboard: page(routes.ops.programme()), trivial: page(routes.account.sessions()) };
			const measured: Measured[] = [];
			for (const size of [0, 10_000]) {
				const partners = await fillProgramme(client, size);
				measured.push(await compare(compareDashboard(pages, partners, rounds), note));
			}
			return measured;
		} finally {
			await portal.stop();
		}
	} finally {
		await client.end();
		await server.close();
	}
}

const queueSizes = [1_000, 10_000, 100_000] as const;

/** The reviewers' queue as it grows, on a database of the bench's own that the portal serves. */
async function measureQueue(rounds: number): Promise<Measured[]> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
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
		await server.close();
	}
}

/** The lead's page in the middle of a long track, on a database of the bench's own that the portal serves. */
async function measureLeaderboard(rounds: number): Promise<Measured> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
	try {
		const portal = await startPortal(url);
		try {
			await fillLeaderboard();
			const cookie = await portal.signIn("lead@windmaker.example");
			const page = (path: string) => ({ url: portal.origin + path, cookie });
			const { runId, track, rank } = LEADERBOARD;
			const pages = {
				leaderboard: page(`${routes.ops.evaluation(runId)}?track=${track}&from=${rank}`),
				trivial: page(routes.account.sessions()),
			};
			return await compare(compareLeaderboard(pages, rounds), note);
		} finally {
			await portal.stop();
		}
	} finally {
		await server.close();
	}
}

async function growFacts(rounds: number): Promise<Growth> {
	if (!existsSync(orders)) throw new Error(`there is no ${orders}`);
	const server = await openServer();
	try {
		return await measureGrowth(server, orders, rounds);
	} finally {
		await server.close();
	}
}

async function evaluatePartners(rounds: number): Promise<RunFigures> {
	const server = await openServer();
	try {
		return await measureRun(server, rounds);
	} finally {
		await server.close();
	}
}

const rowNames = [
	"import",
	"growth",
	"dashboard",
	"queue",
	"run",
	"leaderboard",
	"pool",
	"criteria",
	"portfolio",
	"exam",
	"trust",
] as const;

/** `npm run bench [rounds] [rows…]`: every row measured side by side in one run, then a table and one line of JSON. */
async function main(): Promise<void> {
	const [given, ...names] = process.argv.slice(2);
	const rounds = Math.max(5, Number(given ?? 5));
	const isWanted = (name: (typeof rowNames)[number]) => names.length === 0 || names.includes(name);
	const measured: Measured[] = [];
	if (isWanted("import")) measured.push(await measureImport(rounds));
	const growth = isWanted("growth") ? await growFacts(rounds) : undefined;
	if (isWanted("dashboard")) measured.push(...(await measureDashboard(rounds)));
	if (isWanted("queue")) measured.push(...(await measureQueue(rounds)));
	if (isWanted("leaderboard")) measured.push(await measureLeaderboard(rounds));
	const run = isWanted("run") ? await evaluatePartners(rounds) : undefined;
	if (run) measured.push(...run.rows);
	if (isWanted("pool")) measured.push(...(await measurePool(rounds, note)));
	if (isWanted("criteria")) measured.push(await measureCriteria(rounds, note));
	if (isWanted("portfolio")) measured.push(...(await measurePortfolioPages(rounds, note)));
	if (isWanted("trust")) measured.push(...(await measureTrust(rounds, note)));
	if (isWanted("exam")) {
		const { row, ...exam } = await measureExam(rounds, note);
		measured.push(row);
		console.log(JSON.stringify({ exam }));
	}
	printTable([
		...measured.map(describeRatio),
		...(growth ? describeGrowth(growth) : []),
		...(run ? describeRun(run) : []),
	]);
	console.log(JSON.stringify({ rows: measured, growth, run }));
}

await main();
