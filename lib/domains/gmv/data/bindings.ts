import "server-only";
import { windowsOf } from "@/lib/domains/gmv/data/partners";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type BindingRow = {
	id: string;
	shopCode: string;
	shopName: string | null;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
	/** Net GMV of the shop on the days of the binding. */
	netFen: bigint;
	net30Fen: bigint;
	net12Fen: bigint;
};

/** Bindings of one partner with what the shop sold while bound; those in force first, then by GMV. */
async function readBindings(partnerId: string, today: Day): Promise<BindingRow[]> {
	const { from30, to30, from12 } = windowsOf(today);
	const { rows } = await pool().query<BindingRow>(
		`SELECT b.id, s.code AS "shopCode", s.name AS "shopName", b.track_code AS "trackCode", b.from_day AS "fromDay",
		        b.to_day AS "toDay", coalesce(g.net, 0)::bigint AS "netFen", coalesce(g.net30, 0)::bigint AS "net30Fen",
		        coalesce(g.net12, 0)::bigint AS "net12Fen"
		   FROM shop_bindings b
		   JOIN shops s ON s.id = b.shop_id
		   LEFT JOIN LATERAL (
			SELECT sum(d.paid_fen - d.refunded_fen) AS net,
			       sum(d.paid_fen - d.refunded_fen) FILTER (WHERE d.day BETWEEN $3 AND $4) AS net30,
			       sum(d.paid_fen - d.refunded_fen) FILTER (WHERE d.day BETWEEN $5 AND $2) AS net12
			  FROM gmv_shop_days d
			 WHERE d.shop_id = b.shop_id AND d.day >= b.from_day AND (b.to_day IS NULL OR d.day < b.to_day)
		   ) g ON true
		  WHERE b.partner_id = $1 AND b.status = 'CONFIRMED'
		  ORDER BY (b.to_day IS NOT NULL AND b.to_day <= $2), g.net DESC NULLS LAST, b.id`,
		[partnerId, today, from30, to30, from12],
	);
	return rows;
}

export function listBindings(_scope: PlatformScope, partnerId: string, today: Day): Promise<BindingRow[]> {
	return readBindings(partnerId, today);
}

/** The partner the caller's organisation is today, or the last that left; null before it is admitted. */
export async function findOwnPartnerId(scope: PartnerScope): Promise<string | null> {
	const { rows } = await pool().query<{ id: string }>(
		`SELECT id FROM partners WHERE organisation_id = $1
		  ORDER BY (status = 'EXITED'), created_at DESC, id DESC LIMIT 1`,
		[scope.organisationId],
	);
	return rows[0]?.id ?? null;
}

/** The bindings of the caller's own partner; null before it is admitted. */
export async function listOwnBindings(
	scope: PartnerScope,
	today: Day,
): Promise<{ partnerId: string; bindings: BindingRow[] } | null> {
	const partnerId = await findOwnPartnerId(scope);
	return partnerId ? { partnerId, bindings: await readBindings(partnerId, today) } : null;
}
