import "server-only";
import type { Readable } from "node:stream";
import { type Batch, closeAbandonedImports, failBatch, openBatch } from "@/lib/domains/gmv/mutations/batch";
import { ImportFailure, toImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import { releaseBatch } from "@/lib/domains/gmv/mutations/locks";
import { runBatch } from "@/lib/domains/gmv/mutations/run-batch";
import {
	complaintDayFeed,
	type Feed,
	forceMonthFeed,
	liveSessionFeed,
	orderLineFeed,
	shopDayFeed,
} from "@/lib/domains/gmv/rules/feeds";
import type { UsedMapping } from "@/lib/domains/gmv/schema/mapping";
import type { FactRow, FailureCode, FeedGrain, ImportProgress, ImportResult } from "@/lib/domains/gmv/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { pool } from "@/lib/platform/db/pool";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { logError } from "@/lib/platform/log/log";

export type ImportRequest = {
	stream: Readable;
	/** Lower-case name of the sending system; created with the first file it sends. */
	sourceCode: string;
	fileName: string;
	actor: Actor;
	/** How the columns of another system's file are read; by their own names where there is none. */
	mapping?: UsedMapping | null;
	onProgress?: (progress: ImportProgress) => void;
	/** Told the physical lines that were there already, as they are found; refused ones stand in the rejections. */
	onDuplicates?: (lines: readonly number[]) => void;
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

/**
 * Imports a file of monthly metrics (domain.md §3.2), exactly once by partner, month and revision, whichever source sends
 * them. A correction is a further revision: it is kept beside those before it, and the highest counts.
 */
export function importForceMonths(request: ImportRequest): Promise<ImportOutcome> {
	return importFile(forceMonthFeed, request);
}

/**
 * Imports a file of live sessions (domain.md §3.7), exactly once by shop, session and revision, whichever source sends
 * them. A correction, or a withdrawal, is a further revision: those before it are kept, and the highest counts.
 */
export function importLiveSessions(request: ImportRequest): Promise<ImportOutcome> {
	return importFile(liveSessionFeed, request);
}

/**
 * Imports a file of complaints (domain.md §3.8), exactly once by shop, day, kind and revision, whichever source sends them.
 * A correction is a further revision: it is kept beside those before it, and the highest counts.
 */
export function importComplaints(request: ImportRequest): Promise<ImportOutcome> {
	return importFile(complaintDayFeed, request);
}

const importers: Readonly<Record<FeedGrain, (request: ImportRequest) => Promise<ImportOutcome>>> = {
	ORDER_LINE: importOrders,
	SHOP_DAY: importShopDays,
	FORCE_MONTH: importForceMonths,
	LIVE_SESSION: importLiveSessions,
	COMPLAINT_DAY: importComplaints,
};

/** Imports a file of the given kind. */
export function importFacts(grain: FeedGrain, request: ImportRequest): Promise<ImportOutcome> {
	return importers[grain](request);
}

async function importFile<Row extends FactRow>(
	feed: Feed<Row>,
	request: ImportRequest,
): Promise<ImportOutcome> {
	const ignore = () => undefined;
	// Both may fail while nobody is waiting for them; what reads them next finds out.
	request.stream.on("error", ignore);
	const client = await pool().connect();
	client.on("error", ignore);
	let broken: Error | undefined;
	try {
		await closeAbandonedImports(client);
		const batch = await openBatch(client, feed.grain, request);
		try {
			return { ok: true, ...(await runBatch(client, feed, batch, request)) };
		} catch (error) {
			await client.query("ROLLBACK").catch(ignore);
			return await answerFailure(batch, error);
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

/** Where only the answer to COMMIT was lost, the batch is DONE all the same and says so. */
async function answerFailure(batch: Batch, error: unknown): Promise<ImportOutcome> {
	const failure = toImportFailure(error);
	if (failure.code === "UNEXPECTED") logError("import failed", { batchId: batch.id, error });
	const done = await failBatch(batch, failure);
	if (done) return { ok: true, batchId: batch.id, ...done, elapsedMs: 0 };
	return refuse(failure.code, { params: { batchId: batch.id, columns: failure.detail } });
}
