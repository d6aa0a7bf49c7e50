import "server-only";
import { chunkLines } from "@/lib/domains/gmv/constants";
import { CopyBuffer } from "@/lib/domains/gmv/rules/copy-buffer";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";
import { monthOfDayNumber } from "@/lib/domains/gmv/rules/parse-fields";
import { ShopDayTotals } from "@/lib/domains/gmv/rules/shop-day-totals";
import type { FactRow, Rejection } from "@/lib/domains/gmv/types";
import type { Month } from "@/lib/platform/time";

/** A little more than a chunk: a piece of text is finished before its chunk is handed over. */
const LINE_ROOM = chunkLines * 2;

/**
 * Checked lines on their way to the database. The rows are kept until they are there, because a chunk may have to be sent
 * a second time; shops are numbers of the import's own list until the database has given them ids.
 */
export class FactChunk {
	readonly rows = new CopyBuffer();
	readonly totals = new ShopDayTotals();
	rejections: Rejection[] = [];
	private lines = new Int32Array(LINE_ROOM);
	private shops = new Int32Array(LINE_ROOM);
	private readonly rowsOfMonth = new Map<Month, number[]>();

	get size(): number {
		return this.rows.rows + this.rejections.length;
	}

	add<Row extends FactRow>(
		feed: Feed<Row>,
		batch: { id: string; sourceId: number },
		line: number,
		row: Row,
		shop: number,
	): void {
		const index = this.rows.rows;
		if (index === this.lines.length) this.widen();
		this.lines[index] = line;
		this.noteMonth(monthOfDayNumber(row.dayNumber), index);
		if (feed.sales) {
			this.shops[index] = shop;
			this.totals.add(shop, feed.sales.of(row));
			this.rows.beginRow(feed.body.length + 3);
			this.rows.integer(0);
			feed.encode(row, this.rows);
			this.rows.smallint(batch.sourceId);
		} else {
			this.rows.beginRow(feed.body.length + 1);
			feed.encode(row, this.rows);
		}
		this.rows.text(batch.id);
	}

	/** Puts the shops' ids into rows of sales. `ids[shop]` is known for every shop of the chunk. */
	setShopIds(ids: readonly number[]): void {
		for (let index = 0; index < this.rows.rows; index++)
			this.rows.setFirstInteger(index, ids[this.shops[index] ?? 0] ?? 0);
	}

	get months(): Month[] {
		return [...this.rowsOfMonth.keys()].sort();
	}

	/** The COPY message of all rows. */
	render(): Buffer {
		return this.rows.render();
	}

	/** The same of a month's rows. */
	renderMonth(month: Month): Buffer {
		if (this.rowsOfMonth.size === 1) return this.render();
		return this.rows.renderOnly(this.rowsOfMonth.get(month) ?? []);
	}

	/** As `rows.render()`, every row led by its physical line. */
	renderNumbered(): Buffer {
		return this.rows.renderNumbered(this.lines);
	}

	clear(): void {
		this.rows.clear();
		this.totals.clear();
		this.rowsOfMonth.clear();
		this.rejections = [];
	}

	private noteMonth(month: Month, index: number): void {
		const rows = this.rowsOfMonth.get(month);
		if (rows) rows.push(index);
		else this.rowsOfMonth.set(month, [index]);
	}

	private widen(): void {
		const [lines, shops] = [this.lines, this.shops];
		this.lines = new Int32Array(lines.length * 2);
		this.shops = new Int32Array(lines.length * 2);
		this.lines.set(lines);
		this.shops.set(shops);
	}
}
