import { LogReader } from "@/lib/domains/decisions/rules/check-log";
import { logRecordSchema } from "@/lib/domains/decisions/schema";
import type { LogCheck, LogRecord } from "@/lib/domains/decisions/types";

/**
 * Verifies an exported log line by line: JSON Lines, the head line first. `heads` are hashes the reader got elsewhere, such
 * as from an older export; without one, a log cut at its end together with its head line would pass.
 */
export async function checkLogFile(
	lines: AsyncIterable<string> | Iterable<string>,
	heads: readonly string[] = [],
): Promise<LogCheck> {
	const reader = new LogReader(heads);
	let stated: (LogRecord & { type: "log" }) | undefined;
	let number = 0;
	for await (const text of lines) {
		number++;
		const record = parseLine(text);
		const isHead = record?.type === "log";
		if (!record || isHead !== (number === 1)) {
			reader.fail("UNREADABLE", { line: number });
			break;
		}
		if (isHead) stated = record;
		else if (!reader.read(record, number)) break;
	}
	if (!stated) reader.fail("UNREADABLE", { line: 1 });
	return reader.finish(stated);
}

function parseLine(text: string): LogRecord | null {
	try {
		const read = logRecordSchema.safeParse(JSON.parse(text));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}
