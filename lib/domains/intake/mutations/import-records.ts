import "server-only";
import { Readable } from "node:stream";
import { type ImportOutcome, importOrders, importShopDays } from "@/lib/domains/gmv/mutations/import-file";
import { orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import type { KeyHolder } from "@/lib/domains/intake/data/keys";
import { RecordWriter } from "@/lib/domains/intake/rules/records-to-csv";

const feeds = {
	orders: { columns: [...orderLineColumns.required, ...orderLineColumns.optional], importFile: importOrders },
	"shop-days": {
		columns: [...shopDayColumns.required, ...shopDayColumns.optional],
		importFile: importShopDays,
	},
} as const;
export type FeedDoor = keyof typeof feeds;

/**
 * Records of a request, through the very import that files take: one batch, all good records or none.
 * @returns the outcome, which record a line of it belongs to, and the records that were there already
 * @throws BodyProblem before anything is recorded
 */
export async function importRecords(
	holder: KeyHolder,
	door: FeedDoor,
	records: readonly unknown[],
): Promise<{ outcome: ImportOutcome; recordAt: (line: number) => number; duplicates: ReadonlySet<number> }> {
	const { columns, importFile } = feeds[door];
	const writer = new RecordWriter(columns);
	const lines = [writer.header, ...records.map((record) => writer.write(record))];
	const duplicates = new Set<number>();
	const outcome = await importFile({
		stream: Readable.from(lines.map((line) => Buffer.from(line))),
		sourceCode: holder.sourceCode,
		fileName: `api/v1/${door}`,
		actor: { userId: null, label: `api:${holder.name}`, organisationId: null, address: null },
		onDuplicates: (found) => {
			for (const line of found) duplicates.add(writer.recordAt(line));
		},
	});
	return { outcome, recordAt: (line) => writer.recordAt(line), duplicates };
}
