import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { stepInputsStatement } from "@/lib/domains/playbook/data/step-inputs";
import { judgeDay } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { pool } from "@/lib/platform/db/pool";
import { routes } from "@/lib/platform/routes/routes";
import { ensureReferenceData } from "@/prisma/seed/reference";
import { openServer } from "./database";
import { measureP50, type Target } from "./http";
import { compare, type Measured } from "./measure";
import { BRANDS, fillBrands, lastDay } from "./playbook-world";
import { startPortal } from "./portal";

type Note = (round: number) => void;
const size = BRANDS.toLocaleString("en-US");

async function timeTakenBack(work: (client: Awaited<ReturnType<typeof connect>>) => Promise<unknown>) {
	const client = await connect();
	await client.query("BEGIN");
	try {
		const started = performance.now();
		await work(client);
		return performance.now() - started;
	} finally {
		await client.query("ROLLBACK");
		client.release();
	}
}

const connect = () => pool().connect();

async function fill(): Promise<void> {
	const client = await connect();
	try {
		await fillBrands(client);
	} finally {
		client.release();
	}
}

/** Judging a day of all brands, everything stored, over one statement that reads the same rollups into a table. */
export async function measureCriteria(rounds: number, note: Note): Promise<Measured> {
	const server = await openServer();
	try {
		await server.makeDatabase("windmaker_bench_brands");
		await ensureReferenceData();
		await fill();
		const { windowDays, repurchaseDays, exclusiveOnSaleDays } = stepPolicyV1;
		const day = lastDay();
		const values = [day, null, windowDays, repurchaseDays, exclusiveOnSaleDays];
		const judge = () => timeTakenBack((own) => judgeDay(own, day));
		const pass = () =>
			timeTakenBack(async (own) => {
				const { rowCount } = await own.query({ text: stepInputsStatement, values, rowMode: "array" });
				if (rowCount !== BRANDS) throw new Error(`one pass found ${rowCount} brands`);
			});
		return await compare(
			{
				row: `criteria of a day, ${size} brands × 2 years ÷ one SQL pass`,
				unit: "ms",
				ours: { name: "judging", run: judge },
				reference: { name: "one pass", run: pass },
				rounds,
				target: { max: 2 },
			},
			note,
		);
	} finally {
		await server.close();
	}
}

/** The portfolio's first page and a brand's home over a trivial signed-in page of the same server. */
export async function measurePortfolioPages(rounds: number, note: Note): Promise<Measured[]> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
	try {
		const portal = await startPortal(url);
		try {
			await fill();
			const lead = await portal.signIn("lead@windmaker.example");
			const brand = await portal.signIn("brand@windmaker.example");
			const page = (path: string, cookie: string): Target => ({ url: portal.origin + path, cookie });
			const pages = [
				["portfolio", page(routes.ops.brands(), lead), page(routes.account.sessions(), lead)],
				["brand home", page(routes.brand.home(), brand), page(routes.account.sessions(), brand)],
			] as const;
			const measured: Measured[] = [];
			for (const [name, shown, trivial] of pages)
				measured.push(
					await compare(
						{
							row: `${name}, ${size} brands × 40 items ÷ trivial signed-in page`,
							unit: "ms",
							ours: { name, run: () => measureP50(shown, 20) },
							reference: { name: "trivial page", run: () => measureP50(trivial, 20) },
							rounds,
							target: { max: 2 },
						},
						note,
					),
				);
			return measured;
		} finally {
			await portal.stop();
		}
	} finally {
		await server.close();
	}
}
