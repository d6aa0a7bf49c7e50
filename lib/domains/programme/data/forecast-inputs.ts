import "server-only";
import { sortBands } from "@/lib/domains/programme/rules/bands";
import { PERIOD_DAYS } from "@/lib/domains/programme/rules/forecast/assumptions";
import type { DailyHistory } from "@/lib/domains/programme/rules/forecast/backtest";
import type { PartnerHistory } from "@/lib/domains/programme/rules/forecast/types";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import type { ForecastTerms } from "@/lib/domains/programme/types/forecast-page";
import { pool } from "@/lib/platform/db/pool";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

/** Three years: what lies further back says nothing of today. */
const MOST_PERIODS = 39;
/** So many partners, chosen by a hash of their ids, stand for all in the back-test of a large platform. */
const BACKTEST_PARTNERS = 1_000;

/**
 * The programme in force with the days its forecast may rest on: through yesterday, or through the last day of one that
 * has ended. Null where there is no programme, no fact, or none later than the day before its first.
 */
export async function readForecastTerms(today: Day): Promise<ForecastTerms | null> {
	const { rows } = await pool().query<{
		code: string;
		from: Day;
		to: Day;
		firstDay: Day | null;
		asOf: Day | null;
		bands: (Omit<Band, "thresholdFen"> & { thresholdFen: string })[];
	}>(
		`SELECT p.code, p.start_day AS "from", p.end_day AS "to",
		        (SELECT min(day) FROM gmv_platform_days WHERE day > known.as_of - $2::int) AS "firstDay", known.as_of AS "asOf",
		        (SELECT coalesce(json_agg(json_build_object('code', b.code, 'nameZh', b.name_zh, 'nameEn', b.name_en,
		                  'thresholdFen', b.threshold_fen::text, 'inclusive', b.inclusive, 'targetCount', b.target_count)), '[]')
		           FROM programme_bands b WHERE b.programme_code = p.code) AS bands
		   FROM programmes p CROSS JOIN LATERAL (
		     SELECT max(day) AS as_of FROM gmv_platform_days WHERE day < $1::date AND day < p.end_day) known
		  ORDER BY start_day <= $1::date DESC, abs(start_day - $1::date), code LIMIT 1`,
		[today, MOST_PERIODS * PERIOD_DAYS],
	);
	const row = rows[0];
	if (!row?.firstDay || !row.asOf || row.asOf < addDays(row.from, -1)) return null;
	return {
		code: row.code,
		range: { from: row.from, to: row.to },
		bands: sortBands(row.bands.map((band) => ({ ...band, thresholdFen: BigInt(band.thresholdFen) }))),
		firstDay: row.firstDay,
		asOf: row.asOf,
	};
}

/** Every partner's net since the start and its whole periods up to the as-of day, by id. */
export async function readHistories(terms: ForecastTerms): Promise<PartnerHistory[]> {
	const { asOf, firstDay, range } = terms;
	const count = Math.min(MOST_PERIODS, Math.floor((daysBetween(firstDay, asOf) + 1) / PERIOD_DAYS));
	const [partners, periods] = await Promise.all([
		pool().query<[string, boolean, bigint]>({
			text: `SELECT p.id, p.status = 'EXITED', coalesce(n.net, 0)::int8
			         FROM partners p LEFT JOIN (
			           SELECT partner_id, sum(paid_fen - refunded_fen) AS net FROM gmv_partner_days
			            WHERE day >= $1 AND day <= $2 GROUP BY 1) n ON n.partner_id = p.id
			        WHERE p.status <> 'EXITED' OR n.net <> 0 ORDER BY p.id COLLATE "C"`,
			values: [range.from, asOf],
			rowMode: "array",
		}),
		pool().query<[string, number, bigint]>({
			text: `SELECT partner_id, ($1::date - day) / $2::int, sum(paid_fen - refunded_fen)::int8
			         FROM gmv_partner_days WHERE day > $1::date - $2::int * $3::int AND day <= $1::date GROUP BY 1, 2`,
			values: [asOf, PERIOD_DAYS, count],
			rowMode: "array",
		}),
	]);
	const byPartner = new Map<string, Float64Array>();
	for (const [id, back, net] of periods.rows) {
		const own = byPartner.get(id) ?? new Float64Array(count);
		own[count - 1 - back] = Number(net);
		byPartner.set(id, own);
	}
	return partners.rows.map(([partnerId, hasLeft, net]) => ({
		partnerId,
		hasLeft,
		netFen: Number(net),
		periods: byPartner.get(partnerId) ?? new Float64Array(count),
	}));
}

/** Net of every day from `from` through `to` of the partners that stand for all in the back-test. */
export async function readDailyHistories(from: Day, to: Day): Promise<DailyHistory[]> {
	const days = daysBetween(from, to) + 1;
	const { rows } = await pool().query<[string, number, bigint]>({
		text: `SELECT d.partner_id, d.day - $1::date, sum(d.paid_fen - d.refunded_fen)::int8
		         FROM gmv_partner_days d
		         JOIN (SELECT id FROM partners ORDER BY md5(id), id LIMIT $3) p ON p.id = d.partner_id
		        WHERE d.day >= $1::date AND d.day <= $2::date GROUP BY 1, 2`,
		values: [from, to, BACKTEST_PARTNERS],
		rowMode: "array",
	});
	const byPartner = new Map<string, Float64Array>();
	for (const [id, day, net] of rows) {
		const own = byPartner.get(id) ?? new Float64Array(days);
		own[day] = Number(net);
		byPartner.set(id, own);
	}
	return [...byPartner]
		.map(([partnerId, nets]) => ({ partnerId, nets }))
		.sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
}
