import "server-only";
import type { Selection } from "@/lib/domains/gmv/data/explorer-selection";
import { buildSource } from "@/lib/domains/gmv/data/explorer-sql";
import { Values } from "@/lib/domains/gmv/data/explorer-values";
import { type Amounts, explorerPageSize, type Groups } from "@/lib/domains/gmv/rules/explorer-table";
import { type GroupLabel, otherKey, type SeriesPoint } from "@/lib/domains/gmv/rules/explorer-view";
import type { Grain, Measure } from "@/lib/domains/gmv/schema/explorer";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { DayRange } from "@/lib/platform/time";

export const measureSql = {
	net: "paid - refunded",
	paid: "paid",
	refunded: "refunded",
} as const satisfies Record<Measure, string>;

type Answer = {
	key: string | null;
	paid: bigint | null;
	refunded: bigint | null;
	rank: number | null;
	groups: number | null;
	sumPaid: bigint | null;
	sumRefunded: bigint | null;
	basePaid: bigint;
	baseRefunded: bigint;
};

type Wanted = { from: number; to: number; top: number } | { keys: readonly string[] };

async function readGroups(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
	measure: Measure,
	wanted: Wanted,
): Promise<Groups> {
	const values = new Values();
	const { ctes, base, having } = buildSource(selection, range, false, values);
	const isWanted =
		"keys" in wanted
			? `r.key = ANY(${values.add(wanted.keys)})`
			: `r.rank BETWEEN ${values.add(wanted.from)} AND ${values.add(wanted.to)} OR r.rank <= ${values.add(wanted.top)}`;
	const { rows } = await reports.query<Answer>(
		`WITH ${ctes.join(",\n")}, g AS (
			SELECT key, sum(paid) AS paid, sum(refunded) AS refunded FROM facts GROUP BY key ${having}
		 ), r AS (
			SELECT key, paid, refunded, row_number() OVER (ORDER BY key IS NULL, ${measureSql[measure]} DESC, key) AS rank,
			       count(key) OVER () AS groups, sum(paid) FILTER (WHERE key IS NOT NULL) OVER () AS sum_paid,
			       sum(refunded) FILTER (WHERE key IS NOT NULL) OVER () AS sum_refunded
			  FROM g
		 ), base AS (${base}), sums AS (SELECT max(groups) AS groups, max(sum_paid) AS paid, max(sum_refunded) AS refunded FROM r)
		 SELECT r.key, r.paid::bigint AS paid, r.refunded::bigint AS refunded, r.rank::int AS rank, s.groups::int AS groups,
		        s.paid::bigint AS "sumPaid", s.refunded::bigint AS "sumRefunded",
		        coalesce(b.paid, 0)::bigint AS "basePaid", coalesce(b.refunded, 0)::bigint AS "baseRefunded"
		   FROM base b CROSS JOIN sums s LEFT JOIN r ON r.key IS NULL OR ${isWanted}
		  ORDER BY r.rank`,
		values.list,
	);
	return toGroups(rows);
}

function toGroups(rows: readonly Answer[]): Groups {
	const first = rows[0];
	const unattributed = rows.find((row) => row.key === null && row.rank !== null);
	return {
		rows: rows.flatMap(({ key, rank, paid, refunded }) =>
			key === null || rank === null ? [] : [{ key, rank, paidFen: paid ?? 0n, refundedFen: refunded ?? 0n }],
		),
		count: first?.groups ?? 0,
		unattributed: unattributed
			? { paidFen: unattributed.paid ?? 0n, refundedFen: unattributed.refunded ?? 0n }
			: null,
		sum: { paidFen: first?.sumPaid ?? 0n, refundedFen: first?.sumRefunded ?? 0n },
		total: { paidFen: first?.basePaid ?? 0n, refundedFen: first?.baseRefunded ?? 0n },
	};
}

/** A page of groups by a measure, with the `top` biggest of all whatever the page. */
export function listGroups(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
	measure: Measure,
	page: number,
	top: number,
): Promise<Groups> {
	const from = (page - 1) * explorerPageSize + 1;
	return readGroups(reports, selection, range, measure, { from, to: from + explorerPageSize - 1, top });
}

/** The same groups in another period; one without facts there is missing. */
export function findGroups(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
	measure: Measure,
	keys: readonly string[],
): Promise<Groups> {
	return readGroups(reports, selection, range, measure, { keys });
}

export async function readSeries(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
	grain: Grain,
	keys: readonly string[],
): Promise<SeriesPoint[]> {
	const values = new Values();
	const { ctes } = buildSource(selection, range, grain !== "month", values);
	const bucket = grain === "day" ? "day" : `date_trunc('${grain}', day)::date`;
	const { rows } = await reports.query<SeriesPoint>(
		`WITH ${ctes.join(",\n")}
		 SELECT ${bucket} AS bucket,
		        CASE WHEN key IS NULL OR key = ANY(${values.add(keys)}) THEN key ELSE '${otherKey}' END AS key,
		        sum(paid)::bigint AS "paidFen", sum(refunded)::bigint AS "refundedFen"
		   FROM facts GROUP BY 1, 2 ORDER BY 1, 2`,
		values.list,
	);
	return rows;
}

/** Names of partners or shops by their keys; other groups are named by the reader's language. */
export async function readGroupLabels(
	reports: ReportReader,
	selection: Selection,
	keys: readonly string[],
): Promise<Map<string, GroupLabel>> {
	if (selection.group !== "partner" && selection.group !== "shop") return new Map();
	const isPartner = selection.group === "partner";
	const { rows } = await reports.query<{ key: string; name: string | null; code: string }>(
		isPartner
			? "SELECT id AS key, name, uscc AS code FROM partners WHERE id = ANY($1)"
			: "SELECT id::text AS key, name, code FROM shops WHERE id = ANY($1::int[])",
		[keys],
	);
	return new Map(
		rows.map(({ key, name, code }) => [
			key,
			{ name: name ?? code, code, shopId: isPartner ? null : Number(key) },
		]),
	);
}

/** Everything selected, each shop day once: what the groups of a table and of an export add up to. */
export async function readTotal(
	reports: ReportReader,
	selection: Selection,
	range: DayRange,
): Promise<Amounts> {
	const values = new Values();
	const { ctes, base } = buildSource(selection, range, false, values);
	const { rows } = await reports.query<Amounts>(
		`WITH ${ctes.join(",\n")}, base AS (${base})
		 SELECT coalesce(paid, 0)::bigint AS "paidFen", coalesce(refunded, 0)::bigint AS "refundedFen" FROM base`,
		values.list,
	);
	return rows[0] ?? { paidFen: 0n, refundedFen: 0n };
}
