import "server-only";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { PartnerFilter } from "@/lib/domains/gmv/schema";
import { likePattern } from "@/lib/platform/db/like";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { addDays, type Day, monthOf, shiftMonth } from "@/lib/platform/time";

export type PartnerStatus = "ACTIVE" | "PROBATION" | "EXIT_NOTICE" | "EXITED";
export type TrackName = { code: string; nameZh: string; nameEn: string };

export type PartnerRow = {
	id: string;
	name: string;
	uscc: string;
	region: string;
	trackCodes: string[];
	tier: number;
	status: PartnerStatus;
	admittedOn: Day;
	shops: number;
	net30Fen: bigint;
	net12Fen: bigint;
};

/** The last 30 days up to yesterday, and twelve months including the running one. */
export function windowsOf(today: Day): { from30: Day; to30: Day; from12: Day } {
	return {
		from30: addDays(today, -30),
		to30: addDays(today, -1),
		from12: `${shiftMonth(monthOf(today), -11)}-01`,
	};
}

export async function listTracks(): Promise<TrackName[]> {
	const { rows } = await pool().query<TrackName>(
		'SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM tracks ORDER BY position',
	);
	return rows;
}

/** The tracks a partner is in, its primary one first. `partnerId` comes from a row the caller's scope was allowed to read. */
export async function listTracksOf(partnerId: string): Promise<string[]> {
	const { rows } = await pool().query<{ code: string }>(
		`SELECT t.track_code AS code FROM partner_tracks t JOIN partners p ON p.id = t.partner_id
		  WHERE p.id = $1 ORDER BY t.track_code <> p.primary_track, t.track_code`,
		[partnerId],
	);
	return rows.map((row) => row.code);
}

/** Admitted partners with their shops and rolled-up GMV, the biggest of the last twelve months first. */
export async function listPartners(
	_scope: PlatformScope,
	filter: PartnerFilter,
	today: Day,
): Promise<{ partners: PartnerRow[]; total: number }> {
	const { from30, to30, from12 } = windowsOf(today);
	const matches = `($1 = '' OR p.name ILIKE $2 OR p.uscc ILIKE $2) AND ($3::int IS NULL OR p.tier = $3)
		AND ($4::partner_status IS NULL OR p.status = $4)
		AND ($5 = '' OR EXISTS (SELECT FROM partner_tracks t WHERE t.partner_id = p.id AND t.track_code = $5))`;
	const values = [filter.q, likePattern(filter.q), filter.tier ?? null, filter.status ?? null, filter.track];
	const [page, count] = await Promise.all([
		pool().query<PartnerRow>(
			`SELECT p.id, p.name, p.uscc, p.region, p.tier, p.status, p.admitted_on AS "admittedOn",
			        array(SELECT track_code FROM partner_tracks t WHERE t.partner_id = p.id
			               ORDER BY track_code <> p.primary_track, track_code) AS "trackCodes",
			        (SELECT count(DISTINCT b.shop_id)::int FROM shop_bindings b WHERE b.partner_id = p.id AND b.status = 'CONFIRMED'
			            AND b.from_day <= $6 AND (b.to_day IS NULL OR b.to_day > $6)) AS shops,
			        coalesce((SELECT sum(d.paid_fen - d.refunded_fen)::bigint FROM gmv_partner_days d
			                   WHERE d.partner_id = p.id AND d.day BETWEEN $7 AND $8), 0) AS "net30Fen",
			        coalesce(m.net, 0)::bigint AS "net12Fen"
			   FROM partners p
			   LEFT JOIN (SELECT partner_id, sum(paid_fen - refunded_fen) AS net FROM gmv_partner_months
			               WHERE month >= $9 AND month <= $6 GROUP BY partner_id) m ON m.partner_id = p.id
			  WHERE ${matches}
			  ORDER BY coalesce(m.net, 0) DESC, p.id LIMIT $10 OFFSET $11`,
			[...values, today, from30, to30, from12, pageSize, (filter.page - 1) * pageSize],
		),
		pool().query<{ total: number }>(`SELECT count(*)::int AS total FROM partners p WHERE ${matches}`, values),
	]);
	return { partners: page.rows, total: count.rows[0]?.total ?? 0 };
}

export type PartnerHead = Omit<PartnerRow, "shops" | "net30Fen" | "net12Fen"> & {
	organisationId: string;
	applicationId: string | null;
};

export async function findPartner(_scope: PlatformScope, id: string): Promise<PartnerHead | null> {
	const { rows } = await pool().query<PartnerHead>(
		`SELECT p.id, p.organisation_id AS "organisationId", p.application_id AS "applicationId", p.name, p.uscc, p.region,
		        p.tier, p.status, p.admitted_on AS "admittedOn",
		        array(SELECT track_code FROM partner_tracks t WHERE t.partner_id = p.id
		               ORDER BY track_code <> p.primary_track, track_code) AS "trackCodes"
		   FROM partners p WHERE p.id = $1`,
		[id],
	);
	return rows[0] ?? null;
}

export type PartnerGmv = {
	net30Fen: bigint;
	net12Fen: bigint;
	netFen: bigint;
	months: { month: string; paidFen: bigint; refundedFen: bigint }[];
};

/** A partner's attributed GMV from the rollups. `partnerId` comes from a row the caller's scope was allowed to read. */
export async function readPartnerGmv(partnerId: string, today: Day): Promise<PartnerGmv> {
	const { from30, to30, from12 } = windowsOf(today);
	const [recent, months] = await Promise.all([
		pool().query<{ net: bigint }>(
			`SELECT coalesce(sum(paid_fen - refunded_fen), 0)::bigint AS net FROM gmv_partner_days
			  WHERE partner_id = $1 AND day BETWEEN $2 AND $3`,
			[partnerId, from30, to30],
		),
		pool().query<{ month: Day; paidFen: bigint; refundedFen: bigint }>(
			`SELECT month, paid_fen AS "paidFen", refunded_fen AS "refundedFen" FROM gmv_partner_months
			  WHERE partner_id = $1 ORDER BY month`,
			[partnerId],
		),
	]);
	const netOf = (rows: typeof months.rows) =>
		rows.reduce((sum, row) => sum + row.paidFen - row.refundedFen, 0n);
	return {
		net30Fen: recent.rows[0]?.net ?? 0n,
		net12Fen: netOf(months.rows.filter((row) => row.month >= from12 && row.month <= today)),
		netFen: netOf(months.rows),
		months: months.rows.map((row) => ({ ...row, month: monthOf(row.month) })),
	};
}
