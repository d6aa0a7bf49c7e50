import "server-only";
import type { PartnerOutlook } from "@/lib/domains/programme/types/forecast";
import type { OwnMonth, OwnStanding } from "@/lib/domains/programme/types/forecast-page";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope } from "@/lib/platform/session/scope";
import type { Day, DayRange } from "@/lib/platform/time";

/** The partner the caller's organisation is today, or the last that left. */
const ownPartnerId = `(SELECT id FROM partners WHERE organisation_id = $1
	ORDER BY (status = 'EXITED'), created_at DESC, id DESC LIMIT 1)`;

/** The caller's own partner with its net since the programme began and its months; null before it is admitted. */
export async function readOwnStanding(
	scope: PartnerScope,
	range: DayRange,
	asOf: Day,
): Promise<OwnStanding | null> {
	const [own, months] = await Promise.all([
		pool().query<Omit<OwnStanding, "months">>(
			`SELECT p.id AS "partnerId", p.name, p.status = 'EXITED' AS "hasLeft",
			        (SELECT coalesce(sum(paid_fen - refunded_fen), 0) FROM gmv_partner_days
			          WHERE partner_id = p.id AND day >= $2 AND day < $3 AND day <= $4)::int8 AS "netFen"
			   FROM partners p WHERE p.id = ${ownPartnerId}`,
			[scope.organisationId, range.from, range.to, asOf],
		),
		pool().query<OwnMonth>(
			`SELECT to_char(month, 'YYYY-MM') AS month, paid_fen - refunded_fen AS "netFen" FROM gmv_partner_months
			  WHERE partner_id = ${ownPartnerId} AND month > $2::date - interval '24 months' AND month <= $2 ORDER BY month`,
			[scope.organisationId, asOf],
		),
	]);
	const standing = own.rows[0];
	return standing ? { ...standing, months: months.rows } : null;
}

/** What a forecast says of the caller's own partner. */
export async function readOwnOutlook(
	scope: PartnerScope,
	forecastId: string,
): Promise<PartnerOutlook | null> {
	const { rows } = await pool().query<PartnerOutlook>(
		`SELECT f.partner_id AS "partnerId", p.name, f.net_fen AS "netFen", f.low_fen AS "lowFen",
		        f.middle_fen AS "middleFen", f.high_fen AS "highFen", f.reach
		   FROM programme_forecast_partners f JOIN partners p ON p.id = f.partner_id
		  WHERE f.forecast_id = $2 AND f.partner_id = ${ownPartnerId}`,
		[scope.organisationId, forecastId],
	);
	return rows[0] ?? null;
}

/** How many other partners' net since the programme began lies between which edges: nothing but the counts leaves the database. */
export async function countPeers(
	scope: PartnerScope,
	forecastId: string,
	edges: readonly bigint[],
): Promise<number[]> {
	const { rows } = await pool().query<{ bin: number; peers: number }>(
		`SELECT width_bucket(net_fen, $3::int8[]) AS bin, count(*)::int AS peers FROM programme_forecast_partners
		  WHERE forecast_id = $2 AND partner_id <> ${ownPartnerId} GROUP BY 1`,
		[scope.organisationId, forecastId, edges],
	);
	const counts = new Array<number>(edges.length + 1).fill(0);
	for (const { bin, peers } of rows) counts[bin] = peers;
	return counts;
}
