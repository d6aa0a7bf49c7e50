import type { PoolClient } from "pg";
import { type RunPolicies, readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import { windowsEndedBy } from "@/lib/domains/tiers/rules/run-windows";
import { pool } from "@/lib/platform/db/pool";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { defaultTracks } from "@/prisma/seed/tracks";
import type { BenchServer } from "./database";
import { compare, type Measured } from "./measure";
import { runStatement, type SqlRun, verdictStatement } from "./run-sql";
import { AS_OF, draftRun, makePreviousRun, openRun, reachVerdicts, seedPartners } from "./run-world";
import { type Line, show } from "./table";

const SIZES = [10_000, 100_000] as const;
const LARGE_ROUNDS = 3;
const MEGABYTE = 1024 * 1024;
const MOST = { ratio: 1.5, exponent: 1.15 };

export type RunFigures = {
	rows: Measured[];
	/** Seconds of a run at the two sizes, and what they grow by. */
	seconds: [number, number];
	exponent: number;
	/** The most memory the process held during a run, at the two sizes. */
	megabytes: [number, number];
};

type World = { client: PoolClient; policies: RunPolicies; sql: SqlRun; peak: { megabytes: number } };

async function makeWorld(server: BenchServer, size: number): Promise<World> {
	await server.makeDatabase(`windmaker_bench_run_${size}`);
	await ensureReferenceData();
	const client = await pool().connect();
	const tracks = defaultTracks.map(({ code }) => code);
	await seedPartners(client, size, tracks);
	await makePreviousRun();
	const policies = await readRunPolicies(AS_OF);
	const sql = { asOf: AS_OF, windows: windowsEndedBy(policies.tierPolicy.document, AS_OF), ...policies };
	return { client, policies, sql, peak: { megabytes: 0 } };
}

/** Seconds of `work` in a transaction that is taken back, on a table without the remains of the one before. */
async function timeWithin(
	{ client }: World,
	work: () => Promise<unknown>,
	look: () => Promise<void> = async () => undefined,
): Promise<number> {
	await client.query("VACUUM classifications");
	globalThis.gc?.();
	await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
	try {
		// The statement sorts and joins in memory; the engine's own queries may as well.
		await client.query("SET LOCAL work_mem = '256MB'");
		await client.query("SET LOCAL jit = off");
		await openRun(client, "run_bench", AS_OF);
		const started = performance.now();
		await work();
		const seconds = (performance.now() - started) / 1000;
		await look();
		return seconds;
	} finally {
		await client.query("ROLLBACK");
	}
}

async function watchMemory<T>(peak: World["peak"], work: () => Promise<T>): Promise<T> {
	const look = () => {
		peak.megabytes = Math.max(peak.megabytes, process.memoryUsage.rss() / MEGABYTE);
	};
	const watch = setInterval(look, 20);
	try {
		return await work();
	} finally {
		look();
		clearInterval(watch);
	}
}

const columns =
	"track_code, tier, previous_tier, absolute_tier, race_rank, race_score_bps, composite_bps, net_fen, receipt, percentiles";

/** Both write the same partners' rows, down to every figure of every receipt; only the hashes are of other texts. @throws */
async function proveEqual({ client, policies, sql }: World): Promise<void> {
	await client.query("BEGIN");
	await openRun(client, "run_sql", AS_OF, "2026-06-30");
	await client.query("SET LOCAL work_mem = '256MB'");
	await client.query(runStatement(sql), ["run_sql"]);
	await openRun(client, "run_engine", AS_OF);
	await draftRun(client, { id: "run_engine", asOf: AS_OF }, policies);
	const { rows } = await client.query<{ partners: number; other: string[] | null }>(
		`SELECT count(*)::int AS partners, (array_agg(partner_id) FILTER (WHERE a IS DISTINCT FROM b))[1:5] AS other
		   FROM (SELECT partner_id, (${columns})::text AS a FROM classifications WHERE run_id = 'run_sql') s
		   FULL JOIN (SELECT partner_id, (${columns})::text AS b FROM classifications WHERE run_id = 'run_engine') e USING (partner_id)`,
	);
	await client.query("ROLLBACK");
	if (rows[0]?.other) throw new Error(`the statement and the engine differ: ${rows[0].other.join(", ")}`);
}

/** What a round stored, whoever stored it: the same figures of the same partners give the same number. */
async function readDigest({ client }: World): Promise<string> {
	const { rows } = await client.query<{ digest: string }>(
		`SELECT count(*) || ':' || sum(hashtextextended((partner_id, ${columns})::text, 0)) AS digest
		   FROM classifications WHERE run_id = 'run_bench'`,
	);
	return rows[0]?.digest ?? "";
}

type Size = { partners: number; rounds: number; warmUps: number };

async function compareSize(
	world: World,
	{ partners: size, rounds, warmUps }: Size,
): Promise<[Measured, Measured]> {
	const { client, policies, sql, peak } = world;
	const partners = `${size.toLocaleString("en-US")} partners`;
	const note = (round: number) => process.stderr.write(`  run of ${partners}, round ${round}\n`);
	let stored: string | undefined;
	const look = async () => {
		const digest = await readDigest(world);
		stored ??= digest;
		if (digest !== stored) throw new Error("the statement and the engine differ");
	};
	const draft = () => draftRun(client, { id: "run_bench", asOf: AS_OF }, policies);
	const whole = await compare(
		{
			row: `run, ${partners}, facts to stored receipts ÷ one SQL statement that stores the same rows`,
			unit: "s",
			ours: { name: "run", run: () => timeWithin(world, () => watchMemory(peak, draft), look) },
			reference: {
				name: "SQL",
				run: () => timeWithin(world, () => client.query(runStatement(sql), ["run_bench"]), look),
			},
			rounds,
			warmUps,
			target: { max: MOST.ratio },
		},
		note,
	);
	const verdicts = await compare(
		{
			row: `run, ${partners}, verdicts alone ÷ one SQL statement of the same ranks and criteria`,
			unit: "s",
			ours: { name: "verdicts", run: () => timeWithin(world, () => reachVerdicts(client, AS_OF, policies)) },
			reference: { name: "SQL", run: () => timeWithin(world, () => client.query(verdictStatement(sql))) },
			rounds,
			warmUps: 1,
			target: { max: MOST.ratio },
		},
		note,
	);
	return [whole, verdicts];
}

/**
 * A run over ten and a hundred thousand partners beside one SQL statement. A run's product is its receipts, so the statement
 * builds them too: the same figures as JSON, a hash of each and the percentiles, into the same table with its triggers and
 * keys; that both say the same of every partner is checked: by name at the small size, by a digest in every round. The second
 * ratio leaves receipts out on both sides. A round at the large size takes minutes: three are run, none to warm up.
 */
export async function measureRun(
	server: BenchServer,
	rounds: number,
	sizes: readonly [number, number] = SIZES,
): Promise<RunFigures> {
	const rows: Measured[] = [];
	const seconds: number[] = [];
	const megabytes: number[] = [];
	for (const [at, partners] of sizes.entries()) {
		const world = await makeWorld(server, partners);
		const isSmall = at === 0;
		try {
			if (isSmall) await proveEqual(world);
			const size = isSmall
				? { partners, rounds, warmUps: 1 }
				: { partners, rounds: LARGE_ROUNDS, warmUps: 0 };
			const measured = await compareSize(world, size);
			rows.push(...measured);
			seconds.push(measured[0].ours);
			megabytes.push(world.peak.megabytes);
		} finally {
			world.client.release();
		}
	}
	const [small = Number.NaN, large = Number.NaN] = seconds;
	return {
		rows,
		seconds: [small, large],
		exponent: Math.log(large / small) / Math.log(sizes[1] / sizes[0]),
		megabytes: [megabytes[0] ?? Number.NaN, megabytes[1] ?? Number.NaN],
	};
}

export function describeRun({ seconds, exponent, megabytes }: RunFigures): Line[] {
	return [
		{
			row: "run, 10,000 → 100,000 partners: exponent",
			ours: `${show(seconds[1])} s`,
			reference: `${show(seconds[0])} s`,
			figure: exponent.toFixed(2),
			bound: `≤ ${MOST.exponent.toFixed(2)}`,
			met: exponent <= MOST.exponent,
		},
		{
			row: "run of 100,000 partners: peak memory of the process",
			ours: `${megabytes[1].toFixed(0)} MB`,
			reference: `${megabytes[0].toFixed(0)} MB`,
			figure: megabytes[1].toFixed(0),
			bound: "",
			met: null,
		},
	];
}
