import "server-only";
import type { PoolClient } from "pg";
import { chunkLines, firstChunkLines } from "@/lib/domains/gmv/constants";
import { readPartnerIds } from "@/lib/domains/gmv/data/partner-ids";
import { type Batch, completeBatch } from "@/lib/domains/gmv/mutations/batch";
import { TextReader } from "@/lib/domains/gmv/mutations/decode-text";
import { FactWriter } from "@/lib/domains/gmv/mutations/fact-writer";
import type { ImportRequest } from "@/lib/domains/gmv/mutations/import-file";
import { type KnownFacts, LineChecker } from "@/lib/domains/gmv/mutations/line-checker";
import { everySource, lockSource } from "@/lib/domains/gmv/mutations/locks";
import { readText } from "@/lib/domains/gmv/mutations/read-text";
import { refreshDerivedDays } from "@/lib/domains/gmv/mutations/refresh-derived";
import { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";
import type { FactRow, ImportCounts, ImportPhase, ImportResult } from "@/lib/domains/gmv/types";
import { passFaultPoint } from "@/lib/platform/env/fault";
import { logError } from "@/lib/platform/log/log";
import { addDays, businessDayOf } from "@/lib/platform/time";

export type FillRequest = Pick<ImportRequest, "stream" | "mapping" | "onProgress" | "onDuplicates">;

/** What has been done of a file so far. */
export type Filling = {
	writer: FactWriter;
	shops: ShopList;
	measure: () => ImportCounts & { elapsedMs: number };
	report: (phase: ImportPhase) => void;
};

/**
 * Reads, checks and writes a whole file inside the open transaction; while the database takes a chunk, the next is being
 * read. The source has no other writer until that transaction ends.
 */
export async function fillBatch<Row extends FactRow>(
	client: PoolClient,
	feed: Feed<Row>,
	batch: Batch,
	request: FillRequest,
): Promise<Filling> {
	const started = performance.now();
	const shops = new ShopList();
	const text = new TextReader();
	const latest = addDays(businessDayOf(new Date()), 1);
	const known: KnownFacts = { latest, partners: null };
	const checker = new LineChecker(feed, batch, shops, known, text, request.mapping?.definition);
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
	// A source's sales have no other writer; of other facts no two sources may send the same.
	await lockSource(client, feed.sales ? batch.sourceId : everySource);
	if (!feed.sales) known.partners = await readPartnerIds(client);
	let writing: Promise<void> = Promise.resolve();
	let wanted = firstChunkLines;
	const send = async () => {
		await writing;
		writing = writer.write(checker.takeChunk());
		// Whoever awaits it next sees the error; until then it must not count as unhandled.
		writing.catch(() => undefined);
		passFaultPoint("staging");
	};
	const texts = readText(
		request.stream,
		(count) => {
			bytes += count;
		},
		text,
	);
	try {
		for await (const piece of texts) {
			checker.push(piece);
			if (checker.pending >= wanted) {
				await send();
				wanted = chunkLines;
			}
			report("reading");
		}
		checker.end();
		await send();
	} finally {
		await writing;
	}
	report("totals");
	if (writer.conflict > 0) await nameConflicts(client, batch.id, checker.renamed);
	return { writer, shops, measure, report };
}

/** Fills a batch and brings the totals with it, all in one transaction. */
export async function runBatch<Row extends FactRow>(
	client: PoolClient,
	feed: Feed<Row>,
	batch: Batch,
	request: ImportRequest,
): Promise<ImportResult> {
	await client.query("BEGIN");
	const { writer, measure, report } = await fillBatch(client, feed, batch, request);
	const knownAt = await refreshDerivedDays(client, await writer.finish());
	const result = { batchId: batch.id, ...measure() };
	await completeBatch(client, batch, result, request.actor, knownAt);
	passFaultPoint("before-commit");
	await client.query("COMMIT");
	passFaultPoint("after-commit");
	report("done");
	return result;
}

/** The database names a conflict's column as the feed does; the sender knows it by the file's own name. */
async function nameConflicts(
	client: PoolClient,
	batchId: string,
	renamed: ReadonlyMap<string, string>,
): Promise<void> {
	if (renamed.size === 0) return;
	await client.query(
		`UPDATE import_rejections r SET "column" = n.title FROM unnest($2::text[], $3::text[]) AS n (name, title)
		  WHERE r.batch_id = $1 AND r.code = 'CONFLICT' AND r."column" = n.name`,
		[batchId, [...renamed.keys()], [...renamed.values()]],
	);
}

/** Whoever watches an import cannot make it fail. */
function tell(
	request: Pick<ImportRequest, "onProgress">,
	progress: () => Parameters<NonNullable<ImportRequest["onProgress"]>>[0],
): void {
	try {
		request.onProgress?.(progress());
	} catch (error) {
		logError("an import's progress could not be shown", { error });
	}
}
