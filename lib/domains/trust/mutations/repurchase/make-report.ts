import "server-only";
import type { PoolClient } from "pg";
import { guarantees } from "@/lib/domains/trust/constants/guarantees";
import { repurchaseWindows, sortingDays, valueBands } from "@/lib/domains/trust/constants/repurchase";
import { estimateEffect } from "@/lib/domains/trust/rules/repurchase/estimate-effect";
import type { RepurchaseEffect, RepurchaseWindow, Stratum } from "@/lib/domains/trust/types/repurchase";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { type Day, monthOf, shiftMonth } from "@/lib/platform/time";

/** Months of orders the report looks back on. */
const MONTHS = 18;
/** All shops together. */
export const EVERY_SHOP = 0;

const band = valueBands.map((end) => `(value >= ${end})::int`).join(" + ");
const lastOf = (window: RepurchaseWindow) => `ordered_on + ${sortingDays + window}`;

/**
 * Every buyer's first order of a month in a shop, once through the lines: its value, whether a guarantee was honoured for it up
 * to the sorting day, and the next day on which the buyer bought there after it. $1 first month, $2 the last day known.
 * It counts what `stratify` counts; an integration test holds the two together.
 */
const STRATA = `
	WITH purchases AS (
	  SELECT shop_id, buyer_id, source_id, event_id, min(day) AS day, min(occurred_at) AS at, sum(amount_fen) AS value
	    FROM order_lines WHERE type = 'sale' AND buyer_id IS NOT NULL AND day >= $1::date AND day <= $2::date
	   GROUP BY shop_id, buyer_id, source_id, event_id
	), ahead AS (
	  SELECT *, first_value(day) OVER (PARTITION BY shop_id, buyer_id ORDER BY day
	              RANGE BETWEEN interval '${sortingDays + 1} days' FOLLOWING AND UNBOUNDED FOLLOWING) AS next_on,
	         row_number() OVER (PARTITION BY shop_id, buyer_id, date_trunc('month', day) ORDER BY at, source_id, event_id) AS place
	    FROM purchases
	), honoured AS (
	  SELECT DISTINCT ON (source_id, event_id) source_id, event_id, guarantee::text AS guarantee, shanghai_day(payment_at) AS honoured_on
	    FROM trust_claims WHERE payment_state = 'PAID' ORDER BY source_id, event_id, payment_at, id
	), sorted AS (
	  SELECT a.shop_id, date_trunc('month', a.day)::date AS month, ${band} AS band, a.day AS ordered_on, a.next_on,
	         CASE WHEN h.honoured_on <= a.day + ${sortingDays} THEN h.guarantee ELSE 'NONE' END AS arm
	    FROM ahead a LEFT JOIN honoured h ON (h.source_id, h.event_id) = (a.source_id, a.event_id) WHERE a.place = 1
	)
	SELECT shop_id, month, band, arm, count(*)::int AS buyers, ${repurchaseWindows
		.map(
			(window) => `count(*) FILTER (WHERE ${lastOf(window)} <= $2::date)::int AS over_${window},
				count(*) FILTER (WHERE ${lastOf(window)} <= $2::date AND next_on <= ${lastOf(window)})::int AS again_${window}`,
		)
		.join(", ")}
	  FROM sorted GROUP BY shop_id, month, band, arm`;

type Row = { shop_id: number; month: Day; band: number; arm: string; buyers: number } & Record<
	`over_${RepurchaseWindow}` | `again_${RepurchaseWindow}`,
	number
>;
type Effect = RepurchaseEffect & {
	shopId: number;
	guarantee: string;
	window: RepurchaseWindow;
	notOver: number;
};

/** The last day whose facts are all there: yesterday, or earlier where the feeds have not come so far. */
export async function findLastDay(yesterday: Day): Promise<Day> {
	const { rows } = await pool().query<{ day: Day }>(
		"SELECT least($1::date, coalesce(max(day), $1::date)) AS day FROM order_lines WHERE day > $1::date - 400",
		[yesterday],
	);
	return rows[0]?.day ?? yesterday;
}

/** Makes the report anew from the facts through `asOf`; the one before it is gone with the same commit. Answers how many buyers it counts. */
export function makeRepurchaseReport(asOf: Day, madeAt: Date): Promise<number> {
	return inRawTransaction(async (client) => {
		await client.query(
			"SELECT pg_advisory_xact_lock(hashtext('trust-repurchase')); SET LOCAL work_mem = '128MB'",
		);
		const from = `${shiftMonth(monthOf(asOf), -MONTHS)}-01`;
		const started = performance.now();
		await client.query("DELETE FROM trust_repurchase_strata; DELETE FROM trust_repurchase_effects");
		const { rows } = await client.query<Row>(
			`INSERT INTO trust_repurchase_strata (shop_id, month, band, arm, buyers, over_30, again_30, over_60, again_60, over_90, again_90)
			 SELECT * FROM (${STRATA}) s RETURNING shop_id, month, band, arm, buyers, over_30, again_30, over_60, again_60, over_90, again_90`,
			[from, asOf],
		);
		await writeEffects(client, estimateAll(rows));
		const buyers = rows.reduce((sum, row) => sum + row.buyers, 0);
		const users = rows.reduce((sum, row) => sum + (row.arm === "NONE" ? 0 : row.buyers), 0);
		await client.query(
			`INSERT INTO trust_repurchase_runs (made_on, made_at, as_of, from_month, buyers, users, milliseconds)
			 VALUES (shanghai_day($1), $1, $2, $3, $4, $5, $6) ON CONFLICT (made_on) DO UPDATE SET made_at = excluded.made_at,
			   as_of = excluded.as_of, from_month = excluded.from_month, buyers = excluded.buyers, users = excluded.users,
			   milliseconds = excluded.milliseconds`,
			[madeAt, asOf, from, buyers, users, Math.round(performance.now() - started)],
		);
		return buyers;
	});
}

/** The effect for every shop and for all, for any guarantee and for each, in every window. */
export function estimateAll(rows: readonly Row[]): Effect[] {
	const byShop = Map.groupBy(rows, (row) => row.shop_id);
	const groups = [[EVERY_SHOP, rows] as const, ...byShop];
	return groups.flatMap(([shopId, own]) =>
		["ANY", ...guarantees].flatMap((guarantee) =>
			repurchaseWindows.map((window): Effect => {
				const { strata, notOver } = gather(own, guarantee, window);
				return { ...estimateEffect(strata), shopId, guarantee, window, notOver };
			}),
		),
	);
}

/** Buyers of another guarantee than the one asked about are on neither side. */
function gather(rows: readonly Row[], guarantee: string, window: RepurchaseWindow) {
	const strata = new Map<string, { -readonly [K in keyof Stratum]: Stratum[K] }>();
	let notOver = 0;
	for (const row of rows) {
		if (row.arm !== "NONE" && guarantee !== "ANY" && row.arm !== guarantee) continue;
		const [over, again] = [row[`over_${window}`], row[`again_${window}`]];
		notOver += row.buyers - over;
		if (over === 0) continue;
		const key = `${row.shop_id}|${row.month.slice(0, 7)}|${row.band}`;
		const stratum = strata.get(key) ?? { key, used: 0, usedAgain: 0, others: 0, othersAgain: 0 };
		strata.set(key, stratum);
		if (row.arm === "NONE") {
			stratum.others += over;
			stratum.othersAgain += again;
		} else {
			stratum.used += over;
			stratum.usedAgain += again;
		}
	}
	return { strata: [...strata.values()], notOver };
}

async function writeEffects(client: PoolClient, effects: readonly Effect[]): Promise<void> {
	const rows = effects.map((effect) => ({
		...{ shop_id: effect.shopId, guarantee: effect.guarantee, window: effect.window, is_enough: effect.ok },
		...{ used: effect.used, others: effect.others, unmatched: effect.unmatched, strata: effect.strata },
		not_over: effect.notOver,
		...(effect.ok && {
			...{ used_share: effect.usedShare, others_share: effect.othersShare, difference: effect.difference },
			...{ low: effect.low, high: effect.high },
		}),
	}));
	await client.query(
		`INSERT INTO trust_repurchase_effects
		 SELECT * FROM json_populate_recordset(NULL::trust_repurchase_effects, $1)`,
		[JSON.stringify(rows)],
	);
}
