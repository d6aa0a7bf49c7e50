import "server-only";
import type { ServiceRecord } from "@/lib/domains/playbook/types/service-record";
import { db } from "@/lib/platform/db/client";
import type { PartnerScope } from "@/lib/platform/session/scope";

/**
 * What a partner did for every brand it ever served, by the organisation that stands on each move: the work of people who
 * left stays, and another partner's at the same brand is not in it. A hand-in is answered by the next move of its item; of a
 * done item the one accepted last counts. Steps are those that closed on a day of a confirmed binding.
 */
export function listServiceRecord(scope: PartnerScope, today: string): Promise<ServiceRecord[]> {
	const own = scope.organisationId;
	return db().$queryRaw<ServiceRecord[]>`
		WITH bound AS (
		  SELECT s.brand_id, x.from_day, x.to_day FROM partners p
		    JOIN shop_bindings x ON x.partner_id = p.id AND x.status = 'CONFIRMED' AND x.from_day <= ${today}::date
		    JOIN shops s ON s.id = x.shop_id
		   WHERE p.organisation_id = ${own} AND s.brand_id IS NOT NULL
		), service AS (
		  SELECT brand_id, min(from_day) AS "from",
		         CASE WHEN bool_or(to_day IS NULL OR to_day > ${today}::date) THEN NULL ELSE max(to_day) END AS "to"
		    FROM bound GROUP BY 1
		), hand_ins AS (
		  SELECT i.id, i.brand_id, i.state, i.due_on, i.is_retired, e.at, a.kind AS answer, a.at AS answered_at
		    FROM playbook_events e JOIN playbook_items i ON i.id = e.item_id
		    LEFT JOIN LATERAL (
		      SELECT n.kind, n.at FROM playbook_events n WHERE n.item_id = e.item_id AND n.kind IN ('COMPLETE', 'RETURN')
		         AND (n.at, n.id) > (e.at, e.id) ORDER BY n.at, n.id LIMIT 1) a ON true
		   WHERE e.organisation_id = ${own} AND e.kind = 'PROPOSE'
		), counted AS (
		  SELECT brand_id, count(*) AS handed_in, count(*) FILTER (WHERE answer = 'COMPLETE') AS accepted,
		         count(*) FILTER (WHERE answer = 'RETURN') AS sent_back,
		         count(*) FILTER (WHERE answer IS NULL AND state = 'PROPOSED' AND NOT is_retired) AS waiting
		    FROM hand_ins GROUP BY 1
		), finished AS (
		  SELECT brand_id, count(*) AS done,
		         count(*) FILTER (WHERE (at AT TIME ZONE 'Asia/Shanghai')::date <= due_on) AS on_time
		    FROM (SELECT DISTINCT ON (h.id) h.* FROM hand_ins h
		           WHERE h.answer = 'COMPLETE' AND h.state = 'DONE' AND NOT EXISTS (
		             SELECT FROM playbook_events l WHERE l.item_id = h.id AND l.kind = 'COMPLETE' AND l.at > h.answered_at)
		           ORDER BY h.id, h.at DESC) d
		   GROUP BY 1
		), closings AS (
		  SELECT brand_id, json_agg(json_build_object('step', step, 'day', day::text, 'isReopened', reopened) ORDER BY step) AS steps
		    FROM (SELECT DISTINCT ON (c.brand_id, c.step) c.brand_id, c.step, c.day, s.state = 'REOPENED' AS reopened
		            FROM playbook_step_changes c
		            JOIN playbook_steps s ON s.brand_id = c.brand_id AND s.step = c.step
		           WHERE c.to_state = 'CLOSED' AND EXISTS (
		             SELECT FROM bound b WHERE b.brand_id = c.brand_id AND b.from_day <= c.day
		                AND (b.to_day IS NULL OR b.to_day > c.day))
		           ORDER BY c.brand_id, c.step, c.day DESC) last
		   GROUP BY 1
		)
		SELECT b.id AS "brandId", b.name, b.category, v."from"::text, v."to"::text, coalesce(n.handed_in, 0)::int AS "handedIn",
		       coalesce(n.accepted, 0)::int AS accepted, coalesce(n.sent_back, 0)::int AS "sentBack",
		       coalesce(n.waiting, 0)::int AS waiting, coalesce(f.done, 0)::int AS done,
		       coalesce(f.on_time, 0)::int AS "onTime", coalesce(c.steps, '[]') AS closed
		  FROM service v JOIN brands b ON b.id = v.brand_id
		  LEFT JOIN counted n USING (brand_id) LEFT JOIN finished f USING (brand_id) LEFT JOIN closings c USING (brand_id)
		 ORDER BY v."to" IS NOT NULL, coalesce(n.handed_in, 0) DESC, b.name COLLATE "zh-x-icu", b.id`;
}
