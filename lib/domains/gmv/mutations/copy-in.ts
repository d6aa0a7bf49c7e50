import "server-only";
import { finished } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";

/** Sends one whole COPY message; `statement` is `COPY … FROM STDIN …`. @returns how many rows the database took */
export async function copyIn(client: PoolClient, statement: string, message: Buffer): Promise<number> {
	const stream = client.query(copyFrom(statement));
	stream.end(message);
	await finished(stream);
	return stream.rowCount ?? 0;
}
