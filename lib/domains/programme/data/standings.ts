import "server-only";
import { lineFen, sortBands } from "@/lib/domains/programme/rules/bands";
import type {
	BandMove,
	PlatformDay,
	PoolUse,
	ProgrammeTerms,
	Standing,
	TrackName,
} from "@/lib/domains/programme/types/dashboard";
import type { ReportReader } from "@/lib/platform/db/reports";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { type Day, monthOf } from "@/lib/platform/time";

type Reader = Pick<ReportReader, "query">;

/** The programme that runs on $1 (the latest to have started, or else the first to come), and the days with facts. */
const programmeAt = `programme AS (
	SELECT code, name_zh, name_en, start_day, end_day FROM programmes
	ORDER BY start_day <= $1::date DESC, abs(start_day - $1::date), code LIMIT 1
), reach AS (
	SELECT code, start_day, end_day,
	       (SELECT max(day) FROM gmv_platform_days WHERE day <= $1::date AND day < end_day) AS as_of
	FROM programme
)`;

type ProgrammeRow = {
	code: string;
	nameZh: string;
	nameEn: string;
	startDay: Day;
	endDay: Day;
	asOf: Day | null;
	bands: {
		code: string;
		nameZh: string;
		nameEn: string;
		thresholdFen: string;
		inclusive: boolean;
		targetCount: number;
	}[];
};

/** The programme's terms and the last day its facts reach (null without any); null when there is no programme. */
export async function readProgramme(
	reports: Reader,
	_scope: PlatformScope,
	today: Day,
): Promise<{ terms: ProgrammeTerms; asOf: Day | null } | null> {
	const { rows } = await reports.query<ProgrammeRow>(
		`WITH ${programmeAt}
		 SELECT p.code, p.name_zh AS "nameZh", p.name_en AS "nameEn", p.start_day AS "startDay", p.end_day AS "endDay",
		        r.as_of AS "asOf",
		        (SELECT coalesce(json_agg(json_build_object('code', b.code, 'nameZh', b.name_zh, 'nameEn', b.name_en,
		                  'thresholdFen', b.threshold_fen::text, 'inclusive', b.inclusive, 'targetCount', b.target_count)), '[]')
		           FROM programme_bands b WHERE b.programme_code = p.code) AS bands
		   FROM programme p JOIN reach r USING (code)`,
		[today],
	);
	const row = rows[0];
	if (!row) return null;
	const bands = row.bands.map((band) => ({ ...band, thresholdFen: BigInt(band.thresholdFen) }));
	return {
		asOf: row.asOf,
		terms: {
			code: row.code,
			nameZh: row.nameZh,
			nameEn: row.nameEn,
			range: { from: row.startDay, to: row.endDay },
			bands: sortBands(bands),
		},
	};
}

/**
 * Every admitted partner's standing, from `gmv_partner_months`; months that the programme holds only in part come from
 * `gmv_partner_days`. Half-open: the end day is outside. A whole month counts as the last one once its last day has facts.
 */
const standingsSql = `WITH ${programmeAt}, edges AS MATERIALIZED (
	SELECT start_day, as_of, least(end_day, as_of + 1) AS stop_day,
	       date_trunc('month', start_day + interval '1 month - 1 day')::date AS first_whole,
	       date_trunc('month', end_day)::date AS after_whole,
	       date_trunc('month', as_of)::date AS current_month,
	       (date_trunc('month', as_of + 1) - interval '1 month')::date AS last_month,
	       (date_trunc('month', as_of + 1) - interval '2 months')::date AS month_before
	FROM reach
), amounts AS (
	SELECT m.partner_id, m.month, m.paid_fen - m.refunded_fen AS net_fen,
	       m.month >= e.first_whole AND m.month < e.after_whole AS inside,
	       m.month < e.current_month AS before_month,
	       m.month = e.last_month AS is_last, m.month = e.month_before AS is_before
	FROM edges e JOIN gmv_partner_months m
	  ON m.month >= least(e.first_whole, e.month_before) AND m.month <= e.current_month
	UNION ALL
	SELECT d.partner_id, NULL, d.paid_fen - d.refunded_fen, true, d.day < e.current_month, false, false
	FROM edges e JOIN gmv_partner_days d ON d.day >= e.start_day AND d.day < least(e.first_whole, e.stop_day)
	UNION ALL
	SELECT d.partner_id, NULL, d.paid_fen - d.refunded_fen, true, d.day < e.current_month, false, false
	FROM edges e JOIN gmv_partner_days d
	  ON d.day >= greatest(e.first_whole, e.after_whole) AND d.day < e.stop_day
), sums AS (
	SELECT partner_id,
	       sum(net_fen) FILTER (WHERE inside) AS net_fen,
	       sum(net_fen) FILTER (WHERE inside AND before_month) AS before_fen,
	       sum(net_fen) FILTER (WHERE is_last) AS last_fen,
	       sum(net_fen) FILTER (WHERE is_before) AS prior_fen
	FROM amounts GROUP BY partner_id
)
SELECT p.id, p.name, p.primary_track, p.region, p.tier,
       coalesce(s.net_fen, 0)::int8, coalesce(s.before_fen, 0)::int8,
       coalesce(s.last_fen, 0)::int8, coalesce(s.prior_fen, 0)::int8
FROM partners p LEFT JOIN sums s ON s.partner_id = p.id
WHERE p.status <> 'EXITED' OR s.net_fen <> 0`;

type StandingRow = [string, string, string, string, number, bigint, bigint, bigint, bigint];

export async function readStandings(reports: Reader, _scope: PlatformScope, today: Day): Promise<Standing[]> {
	const { rows } = await reports.query<StandingRow>({
		text: standingsSql,
		values: [today],
		rowMode: "array",
	});
	return rows.map((row) => ({
		partnerId: row[0],
		name: row[1],
		trackCode: row[2],
		region: row[3],
		tier: row[4],
		netFen: row[5],
		netBeforeMonthFen: row[6],
		lastMonthFen: row[7],
		monthBeforeFen: row[8],
	}));
}

/** The platform's days inside the programme up to today, oldest first. */
export async function readPlatformDays(
	reports: Reader,
	_scope: PlatformScope,
	today: Day,
): Promise<PlatformDay[]> {
	const { rows } = await reports.query<[Day, bigint, bigint]>({
		text: `WITH ${programmeAt}
		SELECT d.day, d.paid_fen - d.refunded_fen, d.unattributed_paid_fen - d.unattributed_refunded_fen
		  FROM reach r JOIN gmv_platform_days d ON d.day >= r.start_day AND d.day <= r.as_of
		 ORDER BY d.day`,
		values: [today],
		rowMode: "array",
	});
	return rows.map(([day, netFen, unattributedFen]) => ({ day, netFen, unattributedFen }));
}

/**
 * Every change of a partner's highest band from one month's end to the next, oldest first, from the same rollups as the
 * standings. The lines come in as the smallest amounts that reach them, so that ≥ and > are decided in one place.
 */
const movesSql = `WITH ${programmeAt}, edges AS MATERIALIZED (
	SELECT start_day, least(end_day, as_of + 1) AS stop_day,
	       date_trunc('month', start_day + interval '1 month - 1 day')::date AS first_whole,
	       date_trunc('month', end_day)::date AS after_whole, date_trunc('month', as_of)::date AS current_month
	FROM reach
), amounts AS (
	SELECT m.partner_id, m.month, m.paid_fen - m.refunded_fen AS net_fen
	FROM edges e JOIN gmv_partner_months m ON m.month >= e.first_whole AND m.month < e.after_whole AND m.month <= e.current_month
	UNION ALL
	SELECT d.partner_id, date_trunc('month', d.day)::date, d.paid_fen - d.refunded_fen
	FROM edges e JOIN gmv_partner_days d ON d.day >= e.start_day AND d.day < least(e.first_whole, e.stop_day)
	UNION ALL
	SELECT d.partner_id, date_trunc('month', d.day)::date, d.paid_fen - d.refunded_fen
	FROM edges e JOIN gmv_partner_days d ON d.day >= greatest(e.first_whole, e.after_whole) AND d.day < e.stop_day
), running AS (
	SELECT partner_id, month, sum(sum(net_fen)) OVER (PARTITION BY partner_id ORDER BY month) AS net_fen
	FROM amounts GROUP BY partner_id, month
), levels AS (
	SELECT partner_id, month, net_fen, width_bucket(net_fen, $2::numeric[]) AS level FROM running
), moves AS (
	SELECT partner_id, month, net_fen, level, lag(level, 1, 0) OVER (PARTITION BY partner_id ORDER BY month) AS before
	FROM levels
)
SELECT month, partner_id, before, level, net_fen::int8 FROM moves WHERE level <> before ORDER BY month, partner_id`;

export async function readBandMoves(
	reports: Reader,
	_scope: PlatformScope,
	today: Day,
	bands: ProgrammeTerms["bands"],
): Promise<BandMove[]> {
	const lines = bands.map((band) => lineFen(band).toString()).reverse();
	const { rows } = await reports.query<[Day, string, number, number, bigint]>({
		text: movesSql,
		values: [today, lines],
		rowMode: "array",
	});
	return rows.map(([month, partnerId, from, to, netFen]) => ({
		month: monthOf(month),
		partnerId,
		from,
		to,
		netFen,
	}));
}

export async function readTracks(reports: Reader): Promise<TrackName[]> {
	const { rows } = await reports.query<TrackName>(
		`SELECT code, name_zh AS "nameZh", name_en AS "nameEn" FROM tracks ORDER BY position, code`,
	);
	return rows;
}

/** How far the pools are used; what they are decided by is read elsewhere, from the primary. */
export async function readPoolUse(reports: Reader, _scope: PlatformScope): Promise<PoolUse[]> {
	const { rows } = await reports.query<PoolUse>(
		`SELECT id, name_zh AS "nameZh", name_en AS "nameEn", unit, total, granted, spent, reserved, available,
		        expired, clawed_back AS "clawedBack"
		   FROM pools ORDER BY created_at, id`,
	);
	return rows;
}

/**
 * Changes with every commit that changed the figures' sources, and with nothing else but the clearing of old marks. Clearing
 * takes away the oldest keys and a commit adds a newer one, so that number and sum together never come again.
 */
export async function readSourcesVersion(reports: Reader): Promise<string> {
	const { rows } = await reports.query<{ version: string }>(
		`SELECT count(*) || ':' || coalesce(sum("transaction"), 0) AS version FROM programme_touches`,
	);
	return rows[0]?.version ?? "";
}
