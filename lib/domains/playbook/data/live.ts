import "server-only";
import { brandsOf } from "@/lib/domains/playbook/data/brands";
import type { LiveSessionRow } from "@/lib/domains/playbook/types/channel";
import { db } from "@/lib/platform/db/client";
import type { Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

/** A brand's own live sessions that began on `[from, to]`, in the order in which they did. */
export function listOwnSessions(
	scope: Scope,
	brandId: string,
	{ from, to }: { from: Day; to: Day },
): Promise<LiveSessionRow[]> {
	return db().$queryRaw<LiveSessionRow[]>`
		SELECT coalesce(s.name, s.code) AS "shopName", l.session_id AS "sessionId", l.day::text, l.started_at AS "startedAt",
		       l.ended_at AS "endedAt", l.minutes,
		       floor(extract(epoch FROM l.ended_at - l.started_at) / 60)::int AS "lengthMinutes", l.paid_fen AS "paidFen",
		       coalesce((SELECT max(r.revision) FROM live_session_revisions r
		                  WHERE r.shop_code = l.shop_code AND r.session_id = l.session_id), 1)::int AS revision
		  FROM brands b JOIN shops s ON s.brand_id = b.id JOIN live_sessions l ON l.shop_code = s.code
		 WHERE b.id = ${brandId} AND ${brandsOf(scope)} AND l.kind = 'self_live' AND l.day BETWEEN ${from}::date AND ${to}::date
		 ORDER BY l.started_at, l.session_id`;
}
