import "server-only";
import type { PoolClient } from "pg";
import { chunkLines } from "@/lib/domains/gmv/constants";
import { type Batch, completeBatch } from "@/lib/domains/gmv/mutations/batch";
import { FactWriter } from "@/lib/domains/gmv/mutations/fact-writer";
import type { ImportRequest } from "@/lib/domains/gmv/mutations/import-file";
import { LineChecker } from "@/lib/domains/gmv/mutations/line-checker";
import { lockSource } from "@/lib/domains/gmv/mutations/locks";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";
import type { FactRow, ImportPhase, ImportResult } from "@/lib/domains/gmv/types";
import { passFaultPoint } from "@/lib/platform/env/fault";
import { logError } from "@/lib/platform/log/log";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** Reads, checks and writes a whole file in one transaction; while the database takes a chunk, the next is being read. */
export async function runBatch<Row extends FactRow>(
	client: PoolClient,
	feed: Feed<Row>,
	batch: Batch,
	request: ImportRequest,
): Promise<ImportResult> {
	const started = performance.now();
	const shops = new ShopList();
	const checker = new LineChecker(feed, batch, shops, addDays(businessDayOf(new Date()), 1));
	const writer = new FactWriter(client, feed, batch, shops, request.onDuplicates);
	let bytes = 0;
	const measure = () => ({
		lines: checker.lines,
		accepted: writer.accepted,
		duplicate: writer.duplicate,
		conflict: writer.conflict,
		rejected: checker.rejected,
		elapsedMs: Math.round(performance.now() - started),
	});
	const report = (phase: ImportPhase) => tell(request, () => ({ ...measure(), phase, bytes }));

	report("waiting");
	await client.query("BEGIN");
	await lockSource(client, batch.sourceId);
	let writing: Promise<void> = Promise.resolve();
	const send = async () => {
		await writing;
		writing = writer.write(checker.takeChunk());
		// Whoever awaits it next sees the error; until then it must not count as unhandled.
		writing.catch(() => undefined);
		passFaultPoint("staging");
	};
	const texts = readText(request.stream, (count) => {
		bytes += count;
	});
	try {
		for await (const text of texts) {
			checker.push(text);
			if (checker.pending >= chunkLines) await send();
			report("reading");
		}
		checker.end();
		await send();
	} finally {
		await writing;
	}
	report("totals");
	const knownAt = await refreshDerivedDays(client, await writer.finish());
	const result = { batchId: batch.id, ...measure() };
	await completeBatch(client, batch, result, request.actor, knownAt);
	passFaultPoint("before-commit");
	await client.query("COMMIT");
	passFaultPoint("after-commit");
	report("done");
	return result;
}

/** Whoever watches an import cannot make it fail. */
function tell(
	request: ImportRequest,
	progress: () => Parameters<NonNullable<ImportRequest["onProgress"]>>[0],
): void {
	try {
		request.onProgress?.(progress());
	} catch (error) {
		logError("an import's progress could not be shown", { error });
	}
}
