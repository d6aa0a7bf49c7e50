import "server-only";
import type { PoolClient } from "pg";
import { pool } from "@/lib/platform/db/pool";

export type Answer = { status: number; body: object };
export type AnswerOnce =
	| { kind: "answered"; answer: Answer; replayed: boolean }
	| { kind: "reused" }
	| { kind: "in-progress" };

type Request = { keyId: string; idempotencyKey: string; bodyHash: string };

/**
 * Performs a request once per idempotency key and remembers the answer. Held by a lock of the connection while it runs,
 * so that what a dead process left unanswered can be performed again. A failure of ours (5xx) is not remembered.
 */
export async function answerOnce(request: Request, perform: () => Promise<Answer>): Promise<AnswerOnce> {
	const client = await pool().connect();
	let broken: Error | undefined;
	try {
		if (!(await hold(client, request))) return { kind: "in-progress" };
		try {
			return await answerHeld(client, request, perform);
		} finally {
			await letGo(client, request).catch((error: Error) => {
				broken = error;
			});
		}
	} finally {
		client.release(broken);
	}
}

async function answerHeld(
	client: PoolClient,
	request: Request,
	perform: () => Promise<Answer>,
): Promise<AnswerOnce> {
	const { keyId, idempotencyKey, bodyHash } = request;
	await client.query(
		"INSERT INTO api_requests (key_id, idempotency_key) VALUES ($1, $2) ON CONFLICT DO NOTHING",
		[keyId, idempotencyKey],
	);
	const { rows } = await client.query<{ status: number | null; bodyHash: string | null; answer: object }>(
		`SELECT status, body_hash AS "bodyHash", answer FROM api_requests WHERE key_id = $1 AND idempotency_key = $2`,
		[keyId, idempotencyKey],
	);
	const [row] = rows;
	if (row?.status) {
		if (row.bodyHash !== bodyHash) return { kind: "reused" };
		return { kind: "answered", answer: { status: row.status, body: row.answer }, replayed: true };
	}
	const answer = await perform();
	if (answer.status < 500) {
		await client.query(
			`UPDATE api_requests SET status = $3, body_hash = $4, answer = $5, answered_at = clock_timestamp()
			  WHERE key_id = $1 AND idempotency_key = $2`,
			[keyId, idempotencyKey, answer.status, bodyHash, answer.body],
		);
	}
	return { kind: "answered", answer, replayed: false };
}

const LOCK = "hashtextextended('api-request:' || $1 || ':' || $2, 0)";

async function hold(client: PoolClient, { keyId, idempotencyKey }: Request): Promise<boolean> {
	const { rows } = await client.query<{ held: boolean }>(`SELECT pg_try_advisory_lock(${LOCK}) AS held`, [
		keyId,
		idempotencyKey,
	]);
	return rows[0]?.held ?? false;
}

async function letGo(client: PoolClient, { keyId, idempotencyKey }: Request): Promise<void> {
	await client.query(`SELECT pg_advisory_unlock(${LOCK})`, [keyId, idempotencyKey]);
}
