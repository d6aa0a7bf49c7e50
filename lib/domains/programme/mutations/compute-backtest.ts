import "server-only";
import { readDailyHistories, readForecastTerms } from "@/lib/domains/programme/data/forecast-inputs";
import { toLines } from "@/lib/domains/programme/mutations/compute-forecast";
import {
	assumptions,
	BACKTEST_PATHS,
	forecastModel,
	forecastSeed,
} from "@/lib/domains/programme/rules/forecast/assumptions";
import { backtest } from "@/lib/domains/programme/rules/forecast/backtest";
import { pool } from "@/lib/platform/db/pool";
import { addDays, type Day, monthOf, shiftMonth } from "@/lib/platform/time";

/** Two years of origins say what there is to say. */
const MONTHS_BACK = 25;

/**
 * Scores what forecasts would have said at every month-end of the last two years, once a month.
 * @returns the month-end it reaches, `null` where there are too few months
 */
export async function computeBacktest(today: Day, now: Date): Promise<Day | null> {
	const terms = await readForecastTerms(today);
	if (!terms) return null;
	const through = addDays(`${monthOf(addDays(terms.asOf, 1))}-01`, -1);
	const earliest = `${shiftMonth(monthOf(through), -MONTHS_BACK)}-01`;
	const from = terms.firstDay > earliest ? terms.firstDay : earliest;
	if (through <= from) return null;
	const key = [terms.code, through, forecastModel, forecastSeed];
	const { rows } = await pool().query(
		"SELECT FROM programme_backtests WHERE programme_code = $1 AND through = $2 AND model = $3 AND seed = $4",
		key,
	);
	if (rows.length > 0) return through;
	const began = performance.now();
	const result = backtest({
		seed: forecastSeed,
		from,
		histories: await readDailyHistories(from, through),
		lines: toLines(terms),
		assumptions: { ...assumptions, paths: BACKTEST_PATHS },
	});
	if (result.rows.length === 0) return null;
	await pool().query(
		`INSERT INTO programme_backtests (programme_code, through, model, seed, computed_at, milliseconds, result)
		 VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING`,
		[...key, now, Math.round(performance.now() - began), JSON.stringify(result)],
	);
	return through;
}
