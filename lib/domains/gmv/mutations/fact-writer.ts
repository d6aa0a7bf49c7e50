import "server-only";
import pg, { type PoolClient } from "pg";
import type { Batch } from "@/lib/domains/gmv/mutations/batch";
import { copyIn } from "@/lib/domains/gmv/mutations/copy-in";
import type { FactChunk } from "@/lib/domains/gmv/mutations/fact-chunk";
import { ensurePartitions, listPartitions, partitionOf } from "@/lib/domains/gmv/mutations/partitions";
import { settleComplaints } from "@/lib/domains/gmv/mutations/settle-complaints";
import { settleSessions } from "@/lib/domains/gmv/mutations/settle-sessions";
import { addShopDays, saveRejections } from "@/lib/domains/gmv/mutations/shop-days";
import type { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import {
	columnsOf,
	compareSql,
	createKnownSql,
	createStagingSql,
	type FeedTable,
	fetchKnownSql,
	hasLines,
	insertFreshSql,
	lookUpKeysSql,
	monthsOfSql,
	recordUnnamedSql,
	rollUpFreshSql,
} from "@/lib/domains/gmv/mutations/staging-sql";
import { ShopDayTotals } from "@/lib/domains/gmv/rules/shop-day-totals";
import type { Day, Month } from "@/lib/platform/time";

/** Totals are put aside in memory up to here. */
const MAX_PENDING_TOTALS = 100_000;

function isKnownKey(error: unknown): boolean {
	return error instanceof pg.DatabaseError && error.code === "23505";
}

/**
 * Writes chunks of one batch inside its transaction. New lines are the rule, so a chunk goes straight into the facts; the
 * key index itself says when a line is already there, and only then the chunk is taken back to a savepoint and goes through
 * staging, where every line is told apart as new, the same again, or a conflict.
 */
export class FactWriter {
	accepted = 0;
	duplicate = 0;
	conflict = 0;
	private readonly days = new Set<Day>();
	private readonly pending = new ShopDayTotals();
	private careful = false;
	private hasStaging = false;
	private hasKnown = false;
	private partitions: Set<string> | null = null;
	private hasSavepoint = false;
	private readonly client: PoolClient;
	private readonly feed: FeedTable;
	private readonly batch: Batch;
	private readonly shops: ShopList;
	private readonly onDuplicates: ((lines: readonly number[]) => void) | undefined;

	constructor(
		client: PoolClient,
		feed: FeedTable,
		batch: Batch,
		shops: ShopList,
		onDuplicates?: (lines: readonly number[]) => void,
	) {
		this.client = client;
		this.feed = feed;
		this.batch = batch;
		this.shops = shops;
		this.onDuplicates = onDuplicates;
	}

	async write(chunk: FactChunk): Promise<void> {
		await saveRejections(this.client, this.batch.id, chunk.rejections);
		if (chunk.rows.rows === 0) return;
		if (this.feed.sales) {
			await this.shops.resolve(this.client);
			chunk.setShopIds(this.shops.ids);
		}
		const isWritten = !this.careful && (await this.writeFresh(chunk));
		if (!isWritten) await this.writeStaged(chunk);
	}

	/** Adds what is still put aside and returns the days whose totals changed; for after the last chunk. */
	async finish(): Promise<Day[]> {
		await this.flushTotals();
		if (this.conflict > 0) await this.shops.dropUnused(this.client);
		if (this.feed.table === "live_session_revisions")
			await settleSessions(this.client, this.batch.id, this.shops);
		if (this.feed.table === "complaint_days") await settleComplaints(this.client, this.batch.id, this.shops);
		return [...this.days].sort();
	}

	/** Straight into the months' partitions: through the whole table every row would look for its month by itself. */
	private async writeFresh(chunk: FactChunk): Promise<boolean> {
		const { table, sales } = this.feed;
		if (sales) await this.openMonths(chunk.months);
		const release = this.hasSavepoint ? "RELEASE SAVEPOINT chunk;" : "";
		await this.client.query(`${release} SAVEPOINT chunk`);
		this.hasSavepoint = true;
		let written = 0;
		try {
			if (!sales) written = await this.copyTo(table, chunk.render());
			else
				for (const month of chunk.months)
					written += await this.copyTo(partitionOf(table, month), chunk.renderMonth(month));
		} catch (error) {
			if (!isKnownKey(error)) throw error;
			await this.client.query("ROLLBACK TO SAVEPOINT chunk");
			return false;
		}
		this.accepted += written;
		this.pending.merge(chunk.totals);
		if (this.pending.size > MAX_PENDING_TOTALS) await this.flushTotals();
		return true;
	}

	private copyTo(table: string, message: Buffer): Promise<number> {
		return copyIn(this.client, `COPY ${table} (${columnsOf(this.feed)}) FROM STDIN (FORMAT binary)`, message);
	}

	private async writeStaged(chunk: FactChunk): Promise<void> {
		const { client, feed, batch } = this;
		await client.query(this.hasStaging ? "TRUNCATE import_staging" : createStagingSql(feed));
		this.hasStaging = true;
		await copyIn(
			client,
			`COPY import_staging (line, ${columnsOf(feed)}) FROM STDIN (FORMAT binary)`,
			chunk.renderNumbered(),
		);
		const unknown = await this.lookUp(null);
		// After a chunk without a single known line, what follows is probably new again.
		this.careful = unknown.length < chunk.rows.rows;
		if (unknown.length === 0) return;
		if (feed.sales) {
			const { rows: months } = await client.query<{ month: Month }>(monthsOfSql, [unknown]);
			await this.openMonths(months.map((row) => row.month));
		}
		const accepted = (await client.query(insertFreshSql(feed), [unknown])).rowCount ?? 0;
		this.accepted += accepted;
		if (feed.sales) {
			const sql = rollUpFreshSql(feed, feed.sales);
			const touched = await client.query<{ day: Day }>(sql, [batch.sourceId, batch.id]);
			for (const row of touched.rows) this.days.add(row.day);
		}
		// What is left stands behind a line of the same key in this chunk.
		if (accepted < unknown.length) await this.lookUp(unknown);
	}

	/** Counts duplicates and conflicts among the staged lines; answers the lines whose key is not known. */
	private async lookUp(lines: number[] | null): Promise<number[]> {
		if (!this.feed.keyTable) return this.compare(compareSql(this.feed), lines);
		const { rows } = await this.client.query<Record<"unknown" | "duplicates" | "different", number[]>>(
			lookUpKeysSql(this.feed),
			[lines],
		);
		const [{ unknown, duplicates, different } = { unknown: [], duplicates: [], different: [] }] = rows;
		this.countDuplicates(duplicates);
		if (different.length > 0) await this.explain(different);
		return unknown;
	}

	/** Names what differs in lines whose key is known with other content. */
	private async explain(lines: number[]): Promise<void> {
		await this.client.query(this.hasKnown ? "TRUNCATE import_known" : createKnownSql(this.feed));
		this.hasKnown = true;
		await this.client.query(fetchKnownSql(this.feed), [lines]);
		const unnamed = await this.compare(compareSql(this.feed, "import_known"), lines);
		if (unnamed.length > 0) await this.client.query(recordUnnamedSql, [this.batch.id, unnamed]);
		this.conflict += unnamed.length;
	}

	private async compare(sql: string, lines: number[] | null): Promise<number[]> {
		const { rows } = await this.client.query<{
			conflict: number;
			duplicates: number[];
			unknown: number[];
		}>(sql, [this.batch.id, lines]);
		this.conflict += rows[0]?.conflict ?? 0;
		this.countDuplicates(rows[0]?.duplicates ?? []);
		return rows[0]?.unknown ?? [];
	}

	private countDuplicates(lines: readonly number[]): void {
		this.duplicate += lines.length;
		if (lines.length > 0) this.onDuplicates?.(lines);
	}

	private async openMonths(months: readonly Month[]): Promise<void> {
		const { table } = this.feed;
		const known = this.partitions ?? new Set(await listPartitions(this.client, table));
		this.partitions = known;
		const missing = months.filter((month) => !known.has(partitionOf(table, month)));
		if (missing.length === 0) return;
		await ensurePartitions(table, missing);
		for (const month of missing) known.add(partitionOf(table, month));
	}

	private async flushTotals(): Promise<void> {
		const totals = this.pending.take();
		for (const total of totals) this.days.add(total.day);
		await addShopDays(this.client, this.batch, totals, this.shops.ids, hasLines(this.feed));
	}
}
