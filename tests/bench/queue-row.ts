import type pg from "pg";
import { measureP50, type Target } from "./http";
import type { Comparison } from "./measure";
import { applicationRows, organisationRows } from "./queue-rows";

/**
 * Fills the portal's database up to `count` applications besides the demo's. The search index is built anew afterwards: kept
 * up row by row it takes most of the time, and a portal gets its applications one by one over years.
 */
export async function fillApplications(client: pg.Client, from: number, count: number): Promise<void> {
	const { rows } = await client.query<{ id: string }>(
		"SELECT id FROM users WHERE email = 'reviewer@windmaker.example'",
	);
	const { rows: indexes } = await client.query<{ definition: string }>(
		"SELECT pg_get_indexdef('applications_search'::regclass) AS definition",
	);
	await client.query("DROP INDEX applications_search");
	await client.query(organisationRows, [from, count]);
	await client.query(applicationRows, [from, count, rows[0]?.id]);
	await client.query(indexes[0]?.definition ?? "");
	await client.query("VACUUM ANALYZE applications");
}

export type QueuePages = { first: Target; searches: readonly Target[]; trivial: Target };

/** The queue's first page, and the slowest of its searches, over a trivial signed-in page of the same server. */
export function compareQueue(pages: QueuePages, count: number, rounds = 5): Comparison[] {
	const requests = 20;
	const reference = { name: "trivial page", run: () => measureP50(pages.trivial, requests) };
	const size = count.toLocaleString("en-US");
	const slowest = async () => {
		const figures: number[] = [];
		for (const search of pages.searches) figures.push(await measureP50(search, 8));
		return Math.max(...figures);
	};
	return [
		{
			row: `queue, first page, ${size} applications ÷ trivial page`,
			unit: "ms",
			ours: { name: "queue", run: () => measureP50(pages.first, requests) },
			reference,
			rounds,
			target: { max: 3 },
		},
		{
			row: `queue, slowest search, ${size} applications ÷ trivial page`,
			unit: "ms",
			ours: { name: "search", run: slowest },
			reference,
			rounds,
			target: { max: 3 },
		},
	];
}

/** A common word, a name of two characters, a rare one, a miss, the start of a code, and a common word among the open. */
export const searches = [
	"tab=all&q=科技有限",
	"tab=all&q=张启",
	"tab=all&q=凯",
	"tab=all&q=龘龘",
	"tab=all&q=91330022C4",
	"q=科技",
] as const;
