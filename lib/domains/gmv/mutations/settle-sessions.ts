import "server-only";
import type { PoolClient } from "pg";
import type { ShopList } from "@/lib/domains/gmv/mutations/shop-list";
import type { RehearsalResult } from "@/lib/domains/gmv/types";

/** Sessions a batch says something of, and from where to where on a shop's clock that reaches, before and after it. */
const TOUCHED = `
	CREATE TEMP TABLE touched_sessions ON COMMIT DROP AS
	  SELECT DISTINCT shop_code, session_id FROM live_session_revisions WHERE batch_id = $1`;
const REACH = `
	CREATE TEMP TABLE touched_reach ON COMMIT DROP AS
	  SELECT r.shop_code, min(r.started_at) AS since, max(r.ended_at) AS until
	    FROM touched_sessions t JOIN live_session_revisions r USING (shop_code, session_id) GROUP BY 1`;

/** The highest revision of a touched session is what it is; withdrawn, it is gone. */
const REPLACE = `
	DELETE FROM live_sessions l USING touched_sessions t
	 WHERE l.shop_code = t.shop_code AND l.session_id = t.session_id;
	INSERT INTO live_sessions (shop_code, session_id, streamer_id, kind, started_at, ended_at, day, minutes, paid_fen, batch_id)
	  SELECT shop_code, session_id, streamer_id, kind, started_at, ended_at, day, 0, paid_fen, batch_id
	    FROM (SELECT DISTINCT ON (r.shop_code, r.session_id) r.*
	            FROM touched_sessions t JOIN live_session_revisions r USING (shop_code, session_id)
	           ORDER BY r.shop_code, r.session_id, r.revision DESC) c
	   WHERE NOT is_withdrawn`;

/**
 * A session's minutes are those of its length that none before it of the same shop and kind was on air: whole minutes,
 * each counted once, whether two rooms were open at a time or one was sent under two ids. No session is longer than a day,
 * so what began a day before is all there is to look at.
 */
const COUNT_MINUTES = `
	WITH near AS (
	  SELECT l.shop_code, l.session_id, l.started_at, l.ended_at, l.minutes, t.since, max(l.ended_at) OVER (
	           PARTITION BY l.shop_code, l.kind ORDER BY l.started_at, l.session_id COLLATE "C"
	           ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS covered
	    FROM touched_reach t JOIN live_sessions l
	      ON l.shop_code = t.shop_code AND l.started_at >= t.since - interval '1 day' AND l.started_at <= t.until
	), counted AS (
	  SELECT *, floor(extract(epoch FROM greatest(ended_at - greatest(started_at, covered), interval '0')) / 60)::int AS own
	    FROM near WHERE started_at >= since
	)
	UPDATE live_sessions l SET minutes = c.own FROM counted c
	 WHERE l.shop_code = c.shop_code AND l.session_id = c.session_id AND l.minutes <> c.own`;

/**
 * Brings `live_sessions` to what the revisions of a batch say, inside its transaction. A shop the portal has never seen
 * becomes an unattributed one, as with sales.
 */
export async function settleSessions(client: PoolClient, batchId: string, shops: ShopList): Promise<void> {
	await client.query(TOUCHED, [batchId]);
	await client.query(REACH);
	const { rows } = await client.query<{ code: string }>(
		"SELECT shop_code AS code FROM touched_reach ORDER BY 1",
	);
	for (const { code } of rows) shops.numberOf(code);
	await shops.resolve(client);
	await client.query(REPLACE);
	await client.query(COUNT_MINUTES);
}

/** What a batch of sessions comes to; for after `settleSessions`. */
export async function describeSessions(
	client: PoolClient,
	batchId: string,
): Promise<Pick<RehearsalResult, "sessions"> & Partial<RehearsalResult>> {
	const { rows } = await client.query<
		NonNullable<RehearsalResult["sessions"]> &
			Pick<RehearsalResult, "paidFen" | "shops" | "fromDay" | "toDay">
	>(
		`WITH now AS (
		   SELECT l.*, l.minutes < floor(extract(epoch FROM l.ended_at - l.started_at) / 60) AS shared
		     FROM live_sessions l WHERE batch_id = $1
		 ), sent AS (
		   SELECT r.*, EXISTS (SELECT FROM live_session_revisions o
		      WHERE o.shop_code = r.shop_code AND o.session_id = r.session_id AND o.revision < r.revision) AS corrects
		     FROM live_session_revisions r WHERE batch_id = $1
		 )
		 SELECT (SELECT count(*) FROM now)::int AS count, (SELECT coalesce(sum(minutes), 0) FROM now)::int AS minutes,
		        count(*) FILTER (WHERE corrects)::int AS corrections, count(*) FILTER (WHERE is_withdrawn)::int AS withdrawn,
		        (SELECT count(*) FROM now WHERE shared)::int AS overlapping,
		        (SELECT count(*) FROM now
		          WHERE ((ended_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai')::date > day)::int AS overnight,
		        (SELECT coalesce(sum(paid_fen), 0) FROM now)::text AS "paidFen",
		        count(DISTINCT shop_code)::int AS shops, min(day)::text AS "fromDay", max(day)::text AS "toDay"
		   FROM sent`,
		[batchId],
	);
	const [row] = rows;
	if (!row) return {};
	const { paidFen, shops, fromDay, toDay, ...sessions } = row;
	return { paidFen, shops, fromDay, toDay, sessions };
}
