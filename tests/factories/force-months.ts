import { Readable } from "node:stream";
import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { importForceMonths } from "@/lib/domains/gmv/mutations/import-file";
import { columnsOf } from "@/lib/domains/gmv/rules/feed-forms";
import { systemActor } from "@/lib/platform/audit/actor";

const columns = columnsOf("FORCE_MONTH");

/** A record of the monthly feed: nothing happened, unless told otherwise. */
export function forceRecord(
	partner: string,
	month: string,
	values: Record<string, string | number> = {},
): Record<string, string | number> {
	const zeros = Object.fromEntries(forceMetrics.map(({ name }) => [name, 0]));
	return { partner_id: partner, month, ...zeros, ...values };
}

/** The records as a file has them. */
export function forceFile(records: readonly Record<string, string | number>[]): string {
	const lines = records.map((record) => columns.map((column) => record[column] ?? "").join(","));
	return `${[columns.join(","), ...lines].join("\n")}\n`;
}

export function importForceRecords(
	records: readonly Record<string, string | number>[],
	source = "test-metrics",
) {
	return importForceMonths({
		stream: Readable.from([Buffer.from(forceFile(records))]),
		sourceCode: source,
		fileName: "metrics.csv",
		actor: systemActor("test"),
	});
}
