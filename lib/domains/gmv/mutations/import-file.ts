import "server-only";
import type { Readable } from "node:stream";
import type { PoolClient } from "pg";
import { chunkLines } from "@/lib/domains/gmv/constants";
import {
	type Batch,
	closeAbandonedImports,
	completeBatch,
	failBatch,
	openBatch,
} from "@/lib/domains/gmv/mutations/batch";
import { FactWriter } from "@/lib/domains/gmv/mutations/fact-writer";
import { ImportFailure, toImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import { LineChecker } from "@/lib/domains/gmv/mutations/line-checker";
import { lockSource, releaseBatch } from "@/lib/domains/gmv/mutations/locks";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import { type Feed, orderLineFeed, shopDayFeed } from "@/lib/domains/gmv/rules/feeds";
import type {
	FactRow,
	FailureCode,
	ImportPhase,
	ImportProgress,
	ImportResult,
} from "@/lib/domains/gmv/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { logError } from "@/lib/platform/log/log";
import { addDays, businessDayOf } from "@/lib/platform/time";

export type ImportRequest = {
	stream: Readable;
	/** Lower-case name of the sending system; created with the first file it sends. */
	sourceCode: string;
	fileName: string;
	actor: Actor;
	onProgress?: (progress: ImportProgress) => void;
};

/** `params.batchId` names the FAILED batch, where there is one; `params.columns` the columns a header lacks. */
export type ImportOutcome = Outcome<ImportResult, FailureCode>;

/**
 * Imports a file of order lines (domain.md §3.4): all its good lines or none, exactly once by source, event and line.
 * A line again is a duplicate; the same key with other content is a conflict, reported and never written.
 */
export function importOrders(request: ImportRequest): Promise<ImportOutcome> {
	return importFile(orderLineFeed, request);
}

/** Imports a file of shop-day summaries, exactly once by source, shop, day and channel. */
export function importShopDays(request: ImportRequest): Promise<ImportOutcome> {
	return importFile(shopDayFeed, request);
}

async function importFile<Row extends FactRow>(
	feed: Feed<Row>,
	request: ImportRequest,
): Promise<ImportOutcome> {
	const client = await pool().connect();
	// A connection lost between two statements would otherwise end the process.
	const ignore = () => undefined;
	client.on("error", ignore);
	let broken: Error | undefined;
	try {
		await closeAbandonedImports(client);
		const batch = await openBatch(client, feed.grain, request);
		try {
			return { ok: true, ...(await runBatch(client, feed, batch, request)) };
		} catch (error) {
			await client.query("ROLLBACK").catch(ignore);
			const failure = toImportFailure(error);
			if (failure.code === "UNEXPECTED") logError("import failed", { batchId: batch.id, error });
			await failBatch(batch, failure);
			return refuse(failure.code, { params: { batchId: batch.id, columns: failure.detail } });
		} finally {
			await releaseBatch(client, batch.id).catch((error: Error) => {
				broken = error;
			});
		}
	} catch (error) {
		if (error instanceof ImportFailure)
			return refuse(error.code, { params: { batchId: "", columns: error.detail } });
		broken = error as Error;
		throw error;
	} finally {
		request.stream.destroy();
		client.off("error", ignore);
		client.release(broken);
	}
}

async function runBatch<Row extends FactRow>(
	client: PoolClient,
	feed: Feed<Row>,
	batch: Batch,
	request: ImportRequest,
): Promise<ImportResult> {
	const started = performance.now();
	const shops = new ShopList();
	const checker = new LineChecker(feed, batch, shops, addDays(businessDayOf(new Date()), 1));
	const writer = new FactWriter(client, feed, batch, shops);
	let bytes = 0;
	const counts = () => ({
		lines: checker.lines,
		accepted: writer.accepted,
		duplicate: writer.duplicate,
		conflict: writer.conflict,
		rejected: checker.rejected,
	});
	const elapsedMs = () => Math.round(performance.now() - started);
	const report = (phase: ImportPhase) =>
		request.onProgress?.({ ...counts(), phase, bytes, elapsedMs: elapsedMs() });

	report("waiting");
	await client.query("BEGIN");
	await lockSource(client, batch.sourceId);
	let writing: Promise<void> = Promise.resolve();
	const send = async () => {
		await writing;
		writing = writer.write(checker.takeChunk());
		// Whoever awaits it next sees the error; until then it must not count as unhandled.
		writing.catch(() => undefined);
	};
	try {
		for await (const text of readText(request.stream, (count) => {
			bytes += count;
		})) {
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
	await refreshDerivedDays(client, await writer.finish());
	const result = { batchId: batch.id, ...counts(), elapsedMs: elapsedMs() };
	await completeBatch(client, batch, result, request.actor);
	await client.query("COMMIT");
	report("done");
	return result;
}
