import "server-only";
import { LOG_FORMAT } from "@/lib/domains/decisions/constants";
import { readLogRecords, readLogState } from "@/lib/domains/decisions/data/log-records";
import { openSnapshot } from "@/lib/domains/decisions/data/snapshot";
import type { LogRecord, LogState } from "@/lib/domains/decisions/types";

const CHUNK = 64_000;

/**
 * The sealed log as JSON Lines for somebody outside, a piece of text at a time: the head line first, then every block before
 * its entries. What waits to be sealed is not in it. `onHead` is told what the file will end at, before anything else.
 */
export async function* exportLog(
	exportedAt: Date,
	onHead: (state: LogState) => Promise<void>,
): AsyncGenerator<string> {
	const { client, close } = await openSnapshot();
	try {
		const state = await readLogState(client);
		await onHead(state);
		const { blocks, entries, head } = state;
		const first: LogRecord = {
			type: "log",
			format: LOG_FORMAT,
			exportedAt: exportedAt.toISOString(),
			blocks,
			entries,
			head,
		};
		let text = `${JSON.stringify(first)}\n`;
		for await (const record of readLogRecords(client)) {
			text += `${JSON.stringify(record)}\n`;
			if (text.length < CHUNK) continue;
			yield text;
			text = "";
		}
		yield text;
	} finally {
		await close();
	}
}
