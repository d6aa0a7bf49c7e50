import "server-only";
import { measureSql, readGroupLabels } from "@/lib/domains/gmv/data/explorer";
import type { Selection } from "@/lib/domains/gmv/data/explorer-selection";
import { buildSource } from "@/lib/domains/gmv/data/explorer-sql";
import { Values } from "@/lib/domains/gmv/data/explorer-values";
import type { Grain } from "@/lib/domains/gmv/schema/explorer";
import { readInSteps } from "@/lib/platform/db/read-in-steps";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { Day, DayRange } from "@/lib/platform/time";

export type ExportRow = {
	bucket: Day;
	/** Null for what no partner has. */
	key: string | null;
	name: string | null;
	code: string | null;
	paidFen: bigint;
	refundedFen: bigint;
};

/** Every group of every period, oldest period first, read through a cursor: the memory it takes does not grow with it. */
export async function* streamExport(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
	grain: Grain,
): AsyncGenerator<ExportRow[]> {
	const values = new Values();
	const { ctes, having } = buildSource(selection, range, grain !== "month", values);
	const bucket = grain === "day" ? "day" : `date_trunc('${grain}', day)::date`;
	const steps = readInSteps<Omit<ExportRow, "name" | "code">>(
		reports,
		`WITH ${ctes.join(",\n")}
		 SELECT ${bucket} AS bucket, key, sum(paid)::bigint AS "paidFen", sum(refunded)::bigint AS "refundedFen"
		   FROM facts GROUP BY 1, 2 ${having} ORDER BY 1, key IS NULL, sum(${measureSql.net}) DESC, key`,
		values.list,
	);
	for await (const rows of steps) yield nameRows(reports, selection, rows);
}

async function nameRows(
	reports: ReportReader,
	selection: Selection,
	rows: readonly Omit<ExportRow, "name" | "code">[],
): Promise<ExportRow[]> {
	const keys = [...new Set(rows.flatMap(({ key }) => (key === null ? [] : [key])))];
	const labels = await readGroupLabels(reports, selection, keys);
	return rows.map((row) => {
		const label = row.key === null ? undefined : labels.get(row.key);
		return { ...row, name: label?.name ?? null, code: label?.code ?? row.key };
	});
}
