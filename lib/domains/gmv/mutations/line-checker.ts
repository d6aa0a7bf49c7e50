import "server-only";
import type { Batch } from "@/lib/domains/gmv/mutations/batch";
import { FactChunk } from "@/lib/domains/gmv/mutations/fact-chunk";
import { ImportFailure } from "@/lib/domains/gmv/mutations/import-failure";
import type { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import {
	type Delimiter,
	delimiterNames,
	detectDelimiter,
	findHeaderLine,
} from "@/lib/domains/gmv/rules/detect-delimiter";
import { type Encoding, encodingNames } from "@/lib/domains/gmv/rules/detect-encoding";
import type { Feed } from "@/lib/domains/gmv/rules/feeds";
import { mapCheck, mapHeader } from "@/lib/domains/gmv/rules/map-header";
import { type MatchedHeader, matchHeader } from "@/lib/domains/gmv/rules/match-header";
import { type BrokenCode, RecordReader, type RecordSink } from "@/lib/domains/gmv/rules/read-records";
import type { MappingDefinition } from "@/lib/domains/gmv/schema/mapping";
import type { FactRow, Layout, LineCheck, PartnerIds, RejectionCode } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

/** What lines are judged by beside themselves; complete before the first of them. */
export type KnownFacts = {
	/** The last day anything may be of. */
	latest: Day;
	/** Null of a feed that names no partner. */
	partners: PartnerIds | null;
};

/** Text in, chunks of checked lines out. The first record is the header; without a usable one there is no import. */
export class LineChecker<Row extends FactRow> implements RecordSink {
	lines = 0;
	rejected = 0;
	private chunk = new FactChunk();
	private spare = new FactChunk();
	private header: readonly string[] | null = null;
	private check: LineCheck<Row> = () => {
		throw new ImportFailure("FILE_EMPTY");
	};
	private opening = "";
	private reader: RecordReader | null = null;
	private delimiter: Delimiter = ",";
	private titles: ReadonlyMap<string, string> = new Map();
	private readonly feed: Feed<Row>;
	private readonly batch: Batch;
	private readonly shops: ShopList;
	private readonly known: KnownFacts;
	private readonly text: { readonly encoding: Encoding };
	private readonly mapping: MappingDefinition | null;

	constructor(
		feed: Feed<Row>,
		batch: Batch,
		shops: ShopList,
		known: KnownFacts,
		text: { readonly encoding: Encoding },
		mapping: MappingDefinition | null = null,
	) {
		this.feed = feed;
		this.batch = batch;
		this.shops = shops;
		this.known = known;
		this.text = text;
		this.mapping = mapping;
	}

	get pending(): number {
		return this.chunk.size;
	}

	push(text: string): void {
		if (this.reader) this.reader.push(text);
		else this.open(text, false);
	}

	end(): void {
		if (!this.reader) this.open("", true);
		this.reader?.end();
		if (!this.header) throw new ImportFailure("FILE_EMPTY");
	}

	/** What was checked since the last call. The chunk before it is written over from now on. */
	takeChunk(): FactChunk {
		const chunk = this.chunk;
		this.chunk = this.spare;
		this.spare = chunk;
		this.chunk.clear();
		return chunk;
	}

	onRecord(fields: string[], line: number): void {
		if (!this.header) {
			this.openHeader(fields);
			return;
		}
		this.lines += 1;
		const checked = this.check(fields);
		if (checked.ok) this.chunk.add(this.feed, this.batch, line, checked.row, this.shopOf(checked.row));
		else this.reject(line, this.titles.get(checked.column) ?? checked.column, checked.value, checked.code);
	}

	onBroken(line: number, code: BrokenCode, fieldIndex: number, excerpt: string): void {
		if (!this.header) throw new ImportFailure("FILE_NOT_TEXT", this.asRead);
		this.lines += 1;
		this.reject(line, this.header[fieldIndex] ?? "", excerpt, code);
	}

	/** The import's own number of the shop; none where the row is no sale. */
	private shopOf(row: Row): number {
		return this.feed.sales ? this.shops.numberOf(this.feed.sales.of(row).shopCode) : 0;
	}

	/** Names of the feed's columns that the file calls otherwise. */
	get renamed(): ReadonlyMap<string, string> {
		return this.titles;
	}

	/** Keeps the beginning until the header's line is whole: it tells what separates the fields. */
	private open(text: string, last: boolean): void {
		this.opening += text;
		const header = findHeaderLine(this.opening, last);
		if (header === null) return;
		this.delimiter = detectDelimiter(header);
		this.reader = new RecordReader(this, this.delimiter);
		this.reader.push(this.opening);
		this.opening = "";
	}

	private get asRead(): string {
		return `${encodingNames[this.text.encoding]}, "${delimiterNames[this.delimiter]}"`;
	}

	private openHeader(fields: string[]): void {
		const { feed, mapping } = this;
		const { latest, partners } = this.known;
		if (mapping) {
			const mapped = this.accept(mapHeader(fields, feed.grain, mapping));
			this.nameColumns(fields, mapped.layout);
			this.check = mapCheck(feed.makeCheck(mapped.layout, latest, partners), mapped, mapping);
		} else {
			const { layout } = this.accept(matchHeader(fields, feed.columns));
			this.nameColumns(fields, layout);
			this.check = feed.makeCheck(layout, latest, partners);
		}
	}

	private accept<Matched extends { ok: true }>(
		matched: Matched | Extract<MatchedHeader, { ok: false }>,
	): Matched {
		if (matched.ok) return matched;
		const columns = matched.columns.join(", ");
		throw new ImportFailure(matched.code, columns ? `${columns} (${this.asRead})` : this.asRead);
	}

	private nameColumns(fields: readonly string[], { columns, titles }: Layout): void {
		this.header = fields.map((name) => name.trim());
		this.titles = new Map(
			columns.flatMap((column, index): [string, string][] => {
				const title = titles[index] ?? column;
				return title === column ? [] : [[column, title]];
			}),
		);
	}

	private reject(line: number, column: string, value: string, code: RejectionCode): void {
		this.rejected += 1;
		this.chunk.rejections.push({ line, column, value, code });
	}
}
