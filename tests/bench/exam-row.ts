import { Agent, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { pool } from "@/lib/platform/db/pool";
import { openServer } from "./database";
import { type Candidate, seatCandidates } from "./exam-world";
import { type Measured, median } from "./measure";
import { type BenchPortal, startPortal } from "./portal";

/** Autosaves a second, and as many trivial posts beside them. */
const PER_SECOND = 20;
const SECONDS_A_ROUND = 20;
const secret = "bench-secret-".padEnd(48, "s");

/** What the server acknowledged, kept here: the last revision and answer of a question. */
type Acknowledged = Map<string, { revision: number; answer: number[][] }>;

export type ExamFigures = {
	row: Measured;
	acknowledged: number;
	lost: number;
	retried: number;
	crashes: number;
};

/**
 * 500 candidates on one window, 20 autosaves a second, beside 20 of the least a signed-in post can do (a hint that somebody came
 * back to the page); halfway the server is ended with SIGKILL and started again. Every acknowledged answer is compared with what
 * the database holds afterwards. The figure is the 95th percentile of a round over that of the trivial posts in the same round.
 */
export async function measureExam(rounds: number, onRound: (round: number) => void): Promise<ExamFigures> {
	const server = await openServer();
	const url = await server.makeDatabase("windmaker_bench");
	process.env.AUTH_SECRET = secret;
	try {
		const portal = await startPortal(url);
		try {
			const candidates = await seatCandidates(secret);
			return await run(portal, candidates, rounds, onRound);
		} finally {
			await portal.stop();
		}
	} finally {
		await server.close();
	}
}

async function run(
	portal: BenchPortal,
	candidates: readonly Candidate[],
	rounds: number,
	onRound: (round: number) => void,
): Promise<ExamFigures> {
	const kept: Acknowledged = new Map();
	const counts = { acknowledged: 0, retried: 0 };
	const agent = new Agent({ keepAlive: true, maxSockets: 64 });
	const measured: Measured["rounds"] = [];
	let sent = 0;
	for (let round = 0; round <= rounds; round++) {
		const latencies = { ours: [] as number[], reference: [] as number[] };
		const isCrash = round === Math.ceil(rounds / 2);
		const crashed = isCrash ? sleep((SECONDS_A_ROUND / 2) * 1000).then(() => portal.crash()) : null;
		const pending: Promise<void>[] = [];
		for (let tick = 0; tick < PER_SECOND * SECONDS_A_ROUND; tick++) {
			const candidate = candidates[sent % candidates.length] as Candidate;
			const other = candidates[(sent + candidates.length / 2) % candidates.length] as Candidate;
			pending.push(
				save(
					portal.origin,
					agent,
					candidate,
					Math.floor(sent / candidates.length),
					kept,
					counts,
					latencies.ours,
				),
			);
			pending.push(hint(portal.origin, agent, other, latencies.reference));
			sent += 1;
			await sleep(1000 / PER_SECOND);
		}
		await Promise.all(pending);
		await crashed;
		// The round of the crash tells of nothing but what survives it; the first warms up.
		if (round > 0 && !isCrash)
			measured.push({ ours: p95(latencies.ours), reference: p95(latencies.reference) });
		onRound(round);
	}
	agent.destroy();
	if (counts.retried < PER_SECOND) throw new Error("the server was never away");
	const lost = await countLost(kept);
	if (lost > 0) throw new Error(`${lost} of ${kept.size} acknowledged answers are not in the database`);
	return { row: toRow(measured), ...counts, lost, crashes: 1 };
}

/** Sends an answer until it is acknowledged, as the page does; only an answer heard at once counts for the figure. */
async function save(
	origin: string,
	agent: Agent,
	{ cookie, sittingId, deviceKey, questions }: Candidate,
	turn: number,
	kept: Acknowledged,
	counts: { acknowledged: number; retried: number },
	latencies: number[],
): Promise<void> {
	const question = questions[turn % questions.length];
	if (!question) throw new Error("a paper has questions");
	const revision = Math.floor(turn / questions.length) + 1;
	const answer = question.parts.map((options) => [(turn + revision) % options]);
	const body = { deviceKey, position: question.position, revision, answer, isFlagged: false };
	for (let attempt = 0; ; attempt += 1) {
		const started = performance.now();
		const status = await post(`${origin}/api/sittings/${sittingId}/answers`, agent, cookie, body);
		if (status === 200) {
			kept.set(`${sittingId}/${question.position}`, { revision, answer });
			counts.acknowledged += 1;
			if (attempt === 0) latencies.push(performance.now() - started);
			return;
		}
		if (status !== 0 && status < 500) throw new Error(`an autosave was answered ${status}`);
		counts.retried += 1;
		if (attempt > 240) throw new Error("the portal did not come back");
		await sleep(500);
	}
}

async function hint(origin: string, agent: Agent, candidate: Candidate, latencies: number[]): Promise<void> {
	const { cookie, sittingId, deviceKey } = candidate;
	const started = performance.now();
	const body = { deviceKey, kind: "BACK" };
	if ((await post(`${origin}/api/sittings/${sittingId}/events`, agent, cookie, body)) === 204)
		latencies.push(performance.now() - started);
}

/** The status of the answer once its body is read; 0 where there was none. */
function post(url: string, agent: Agent, cookie: string, body: object): Promise<number> {
	return new Promise((resolve) => {
		const { origin } = new URL(url);
		const headers = { cookie, origin, "content-type": "application/json" };
		const sent = request(url, { agent, method: "POST", headers }, (response) => {
			response.on("error", () => resolve(0));
			response.on("end", () => resolve(response.statusCode ?? 0));
			response.resume();
		});
		sent.on("error", () => resolve(0));
		sent.end(JSON.stringify(body));
	});
}

function p95(latencies: readonly number[]): number {
	const sorted = [...latencies].sort((one, other) => one - other);
	return sorted[Math.ceil(sorted.length * 0.95) - 1] ?? Number.NaN;
}

/** Acknowledged answers that the database does not hold: an older revision, or the same with another answer. */
async function countLost(kept: Acknowledged): Promise<number> {
	const { rows } = await pool().query<{ name: string; revision: number; answer: number[][] | null }>(
		"SELECT sitting_id || '/' || position AS name, revision, answer FROM exam_sitting_questions WHERE sitting_id = ANY($1)",
		[[...new Set([...kept.keys()].map((name) => name.split("/")[0]))]],
	);
	const stored = new Map(rows.map((row) => [row.name, row]));
	return [...kept].filter(([name, { revision, answer }]) => {
		const row = stored.get(name);
		if (!row || row.revision < revision) return true;
		return row.revision === revision && JSON.stringify(row.answer) !== JSON.stringify(answer);
	}).length;
}

function toRow(rounds: Measured["rounds"]): Measured {
	const ratio = median(rounds.map(({ ours, reference }) => ours / reference));
	return {
		row: "exam: p95 of an autosave, 500 candidates, 20 a second ÷ p95 of a trivial signed-in post",
		unit: "ms",
		ours: median(rounds.map(({ ours }) => ours)),
		reference: median(rounds.map(({ reference }) => reference)),
		...{ ratio, rounds, target: { max: 2 }, met: ratio <= 2 },
	};
}
