import { makeRepurchaseReport } from "@/lib/domains/trust/mutations/repurchase/make-report";
import { pool } from "@/lib/platform/db/pool";
import { routes } from "@/lib/platform/routes/routes";
import { type Day, monthOf, shiftMonth } from "@/lib/platform/time";
import { openServer } from "./database";
import { measureP50 } from "./http";
import { compare, type Measured } from "./measure";
import { startPortal } from "./portal";
import { CLAIMS, fillTrust, LINES } from "./trust-world";

const many = (count: number) => count.toLocaleString("en-US");
const size = `${many(LINES)} lines, ${many(CLAIMS)} claims`;

/** The worklist of claims and a shop's scorecard over a trivial page; the repurchase report over its one pass by itself. */
export async function measureTrust(rounds: number, note: (round: number) => void): Promise<Measured[]> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
	try {
		const portal = await startPortal(url);
		try {
			const { shopId, asOf } = await fillTrust();
			const cookie = await portal.signIn("lead@windmaker.example");
			const page = (path: string) => ({ url: portal.origin + path, cookie });
			const measured: Measured[] = [];
			for (const [name, path] of [
				["claims worklist", routes.ops.trustClaims()],
				["scorecard", routes.ops.trustScore(shopId)],
			] as const)
				measured.push(
					await compare(
						{
							row: `${name}, ${size} ÷ trivial signed-in page`,
							unit: "ms",
							ours: { name, run: () => measureP50(page(path), 20) },
							reference: { name: "trivial page", run: () => measureP50(page(routes.account.sessions()), 20) },
							rounds,
							target: { max: 2 },
						},
						note,
					),
				);
			return [...measured, await measureReport(asOf, rounds, note)];
		} finally {
			await portal.stop();
		}
	} finally {
		await server.close();
	}
}

/** Lines to orders and orders to their claims, counted by shop and month: the least any report of it has to read. $1 from, $2 to. */
const PASS = `
	WITH purchases AS (
	  SELECT shop_id, buyer_id, source_id, event_id, min(day) AS day, sum(amount_fen) AS value FROM order_lines
	   WHERE type = 'sale' AND buyer_id IS NOT NULL AND day >= $1::date AND day <= $2::date GROUP BY shop_id, buyer_id, source_id, event_id
	)
	SELECT p.shop_id, date_trunc('month', p.day) AS month, count(*), count(DISTINCT p.buyer_id), sum(p.value), count(c.id)
	  FROM purchases p
	  LEFT JOIN trust_claims c ON c.source_id = p.source_id AND c.event_id = p.event_id AND c.payment_state = 'PAID'
	 GROUP BY 1, 2`;

async function measureReport(asOf: Day, rounds: number, note: (round: number) => void): Promise<Measured> {
	const time = async (work: () => Promise<unknown>) => {
		const started = performance.now();
		await work();
		return performance.now() - started;
	};
	const from = `${shiftMonth(monthOf(asOf), -18)}-01`;
	const pass = async () => {
		const client = await pool().connect();
		try {
			await client.query("SET work_mem = '128MB'");
			await client.query(PASS, [from, asOf]);
		} finally {
			await client.query("RESET work_mem");
			client.release();
		}
	};
	return compare(
		{
			row: `repurchase report, ${size} ÷ one SQL pass over them`,
			unit: "ms",
			ours: { name: "report", run: () => time(() => makeRepurchaseReport(asOf, new Date())) },
			reference: { name: "one pass", run: () => time(pass) },
			rounds,
			target: { max: 2 },
		},
		note,
	);
}
