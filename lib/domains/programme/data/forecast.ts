import "server-only";
import { forecastModel } from "@/lib/domains/programme/rules/forecast/assumptions";
import { stateOfForecast, wholeDay } from "@/lib/domains/programme/rules/forecast/state";
import type { ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import type {
	ForecastHead,
	OpenForecast,
	PartnerOutlook,
	StoredBacktest,
} from "@/lib/domains/programme/types/forecast";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope, Scope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type HeadRow = Omit<ForecastHead, "range"> & { from: Day; to: Day };

/** The newest forecast of a programme; no partner's figure is in it. */
export async function readForecastHead(_scope: Scope, programmeCode: string): Promise<ForecastHead | null> {
	const { rows } = await pool().query<HeadRow>(
		`SELECT id, as_of AS "asOf", computed_at AS "computedAt", milliseconds, model, seed, inputs_hash AS "inputsHash",
		        runtime, start_day AS "from", end_day AS "to", partners, periods, result
		   FROM programme_forecasts WHERE programme_code = $1 AND model = $2
		  ORDER BY computed_at DESC, id DESC LIMIT 1`,
		[programmeCode, forecastModel],
	);
	const row = rows[0];
	if (!row) return null;
	const { from, to, ...head } = row;
	return { ...head, range: { from, to } };
}

/** The newest forecast, and whether it still speaks of the programme's targets and facts. */
export async function readOpenForecast(
	scope: Scope,
	{ terms, asOf, today }: Pick<ProgrammeWorld, "terms" | "asOf" | "today">,
): Promise<OpenForecast> {
	const head = await readForecastHead(scope, terms.code);
	return { head, state: stateOfForecast(head, terms, wholeDay(asOf, today)) };
}

export async function readBacktest(
	_scope: PlatformScope,
	programmeCode: string,
): Promise<StoredBacktest | null> {
	const { rows } = await pool().query<StoredBacktest>(
		`SELECT through, computed_at AS "computedAt", result FROM programme_backtests
		  WHERE programme_code = $1 AND model = $2 ORDER BY through DESC LIMIT 1`,
		[programmeCode, forecastModel],
	);
	return rows[0] ?? null;
}

const outlookColumns = `f.partner_id AS "partnerId", p.name, f.net_fen AS "netFen", f.low_fen AS "lowFen",
	f.middle_fen AS "middleFen", f.high_fen AS "highFen", f.reach`;

/** Partners that may still reach a line, the likeliest first; who is above it has nothing left to reach. */
export async function readLikely(
	_scope: PlatformScope,
	forecastId: string,
	line: { code: string; smallestFen: bigint },
	limit: number,
): Promise<PartnerOutlook[]> {
	const { rows } = await pool().query<PartnerOutlook>(
		`SELECT ${outlookColumns} FROM programme_forecast_partners f JOIN partners p ON p.id = f.partner_id
		  WHERE f.forecast_id = $1 AND f.net_fen < $3 AND (f.reach ->> $2)::float8 >= 0.05
		  ORDER BY (f.reach ->> $2)::float8 DESC, f.net_fen DESC, f.partner_id LIMIT $4`,
		[forecastId, line.code, line.smallestFen, limit],
	);
	return rows;
}
