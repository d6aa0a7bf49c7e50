import "server-only";
import { type Values, within } from "@/lib/domains/gmv/data/explorer-values";
import { lastDayKnown } from "@/lib/domains/gmv/rules/known-on";
import { addDays, type Day, type DayRange } from "@/lib/platform/time";

/** How to ask as of an instant: `at` is its parameter, `end` the first day of which nothing can have been known. */
export type Known = { at: string; end: Day; ctes: string[] };

/** Bindings as they were known: of the changes noted since, the first tells what a binding was before. */
export function openKnown(instant: Date, values: Values): Known {
	const at = `${values.add(instant)}::timestamptz`;
	const bindings = `known_bindings AS MATERIALIZED (
		SELECT shop_id, partner_id, track_code, from_day, to_day, 'CONFIRMED'::binding_status AS status FROM (
			SELECT DISTINCT ON (b.id) b.shop_id, b.partner_id, b.track_code, v.from_day, v.to_day
			  FROM shop_bindings b JOIN (
				SELECT binding_id, known_at, from_day, to_day FROM shop_binding_changes WHERE known_at > ${at}
				UNION ALL
				SELECT id, 'infinity', from_day, to_day FROM shop_bindings WHERE status = 'CONFIRMED'
			  ) v ON v.binding_id = b.id
			 ORDER BY b.id, v.known_at
		) was WHERE from_day IS NOT NULL
	)`;
	return { at, end: addDays(lastDayKnown(instant), 1), ctes: [bindings] };
}

/** Where bindings are read from. */
export function bindingsOf(known: Known | null): string {
	return known ? "known_bindings" : "shop_bindings";
}

/** What batches known later have added, day by day, to be taken off. */
export function laterCells(range: DayRange, filters: string, values: Values, known: Known): string {
	return `SELECT c.day, c.shop_id, c.channel, -c.paid_fen, -c.refunded_fen
		  FROM import_batches i JOIN gmv_shop_day_changes c ON c.batch_id = i.id
		 WHERE i.known_at > ${known.at} AND ${within("c.day", range, values)}${filters}`;
}
