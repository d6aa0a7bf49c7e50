import "server-only";
import { Readable } from "node:stream";
import { type ImportOutcome, importFacts } from "@/lib/domains/gmv/mutations/import-file";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import type { KeyHolder } from "@/lib/domains/intake/data/keys";
import { RecordWriter } from "@/lib/domains/intake/rules/records-to-csv";

/** Which feed stands behind an address of the API. */
const doors = {
	orders: "ORDER_LINE",
	"shop-days": "SHOP_DAY",
	"force-metrics": "FORCE_MONTH",
	"live-sessions": "LIVE_SESSION",
	complaints: "COMPLAINT_DAY",
} as const;
export type FeedDoor = keyof typeof doors;

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
	const grain = doors[door];
	const writer = new RecordWriter(columnsOf(grain));
	const lines = [writer.header, ...records.map((record) => writer.write(record))];
	const duplicates = new Set<number>();
	const outcome = await importFacts(grain, {
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
