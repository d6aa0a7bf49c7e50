import type pg from "pg";

const chance = `chance AS (
	SELECT n, 'par_glance' || lpad(n::text, 20, '0') AS id, 'org_glance' || lpad(n::text, 20, '0') AS org,
	       (SELECT array_agg(code ORDER BY code) FROM tracks) AS tracks,
	       (SELECT array_agg(DISTINCT region) FROM partners WHERE id NOT LIKE 'par_glance%') AS regions,
	       (hashint8(n) & 2147483647) / 2147483648.0::float8 AS a, (hashint8(n * 7919::int8 + 13) & 2147483647) / 2147483648.0::float8 AS b
	  FROM generate_series(1, $1::int8) n
)`;

const statements = [
	`WITH ${chance} INSERT INTO organisations (id, kind, name) SELECT org, 'PARTNER', '看板服务商' || n FROM chance`,
	`WITH ${chance} INSERT INTO partners (id, organisation_id, name, uscc, region, primary_track, status, admitted_on)
	SELECT id, org, '看板服务商' || n, '92' || upper(lpad(to_hex(n), 16, '0')), regions[1 + n % cardinality(regions)],
	       tracks[1 + (n * 7) % cardinality(tracks)], 'ACTIVE', date '2024-01-01' FROM chance`,
	`WITH ${chance} INSERT INTO partner_tracks (partner_id, track_code) SELECT id, tracks[1 + (n * 7) % cardinality(tracks)] FROM chance`,
	// From a hundred thousand yuan a month to two hundred million: every band is reached, lines are crossed every month.
	`WITH ${chance} INSERT INTO gmv_partner_months (partner_id, month, paid_fen, refunded_fen)
	SELECT id, month, paid, (paid * b * 0.1)::int8
	  FROM chance, (SELECT min(start_day) AS first FROM programmes) p,
	       LATERAL generate_series(date_trunc('month', p.first) - interval '2 months', date_trunc('month', shanghai_day(now())), '1 month') m,
	       LATERAL (SELECT m::date AS month, (10 ^ (7 + 3.3 * a) * (0.6 + b))::int8 AS paid) one`,
];

/** Fills the portal's database up to `count` partners, each with its months since before the programme began. @returns how many there are */
export async function fillProgramme(client: pg.Client, count: number): Promise<number> {
	const { rows } = await client.query<{ partners: number }>("SELECT count(*)::int AS partners FROM partners");
	const before = rows[0]?.partners ?? 0;
	if (before >= count) return before;
	await client.query("BEGIN");
	for (const statement of statements) await client.query(statement, [count - before]);
	await client.query("COMMIT");
	await client.query("VACUUM ANALYZE partners, gmv_partner_months");
	return count;
}
