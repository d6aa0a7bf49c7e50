import "server-only";
import type pg from "pg";

const STEP = 2_000;

/**
 * The rows of one question, some thousands at a time and all of one moment, for exports too long to hold at once. Ends the
 * reading and gives the connection back however the reader stops.
 * @throws whatever the database says of the question
 */
export async function* readInSteps<Row extends pg.QueryResultRow>(
	from: { connect(): Promise<pg.PoolClient> },
	question: string,
	values: unknown[],
): AsyncGenerator<Row[]> {
	const client = await from.connect();
	let broken: Error | undefined;
	try {
		await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
		await client.query(`DECLARE steps NO SCROLL CURSOR FOR ${question}`, values);
		for (;;) {
			const { rows } = await client.query<Row>(`FETCH ${STEP} FROM steps`);
			if (rows.length > 0) yield rows;
			if (rows.length < STEP) return;
		}
	} catch (error) {
		broken = error instanceof Error ? error : new Error(String(error));
		throw error;
	} finally {
		await client.query("ROLLBACK").catch(() => undefined);
		client.release(broken);
	}
}
