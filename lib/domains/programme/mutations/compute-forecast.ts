import "server-only";
import { createHash } from "node:crypto";
import { readForecastTerms, readHistories } from "@/lib/domains/programme/data/forecast-inputs";
import {
	type Assumptions,
	assumptions,
	forecastModel,
	forecastSeed,
} from "@/lib/domains/programme/rules/forecast/assumptions";
import { FAN_PATHS, forecastFan } from "@/lib/domains/programme/rules/forecast/fan";
import { forecastProgramme } from "@/lib/domains/programme/rules/forecast/simulate";
import type {
	Forecast,
	ForecastInput,
	Line,
	PartnerHistory,
} from "@/lib/domains/programme/rules/forecast/types";
import type { SensitivityName, StoredForecast } from "@/lib/domains/programme/types/forecast";
import type { ForecastTerms } from "@/lib/domains/programme/types/forecast-page";
import { inRawTransaction, pool } from "@/lib/platform/db/pool";
import { newId } from "@/lib/platform/id/id";
import { type Day, daysBetween } from "@/lib/platform/time";

/** The answers to "and if not?" need less precision than the answer. */
const SENSITIVITY_PATHS = 2_000;

/**
 * Forecasts the programme in force from what is known on `today` and stores it, once for the same facts.
 * @returns the forecast's id, `null` where there is nothing to forecast
 */
export async function computeForecast(today: Day, now: Date): Promise<string | null> {
	const terms = await readForecastTerms(today);
	if (!terms || terms.bands.length === 0) return null;
	const partners = await readHistories(terms);
	const input = toInput(terms, partners);
	const inputsHash = hashInputs(terms, input);
	// Only the newest is what pages show: lines set back to what they were ask for their forecast again.
	const { rows } = await pool().query<{ id: string; inputsHash: string }>(
		`SELECT id, inputs_hash AS "inputsHash" FROM programme_forecasts
		  WHERE programme_code = $1 AND model = $2 AND seed = $3 ORDER BY computed_at DESC, id DESC LIMIT 1`,
		[terms.code, forecastModel, forecastSeed],
	);
	if (rows[0]?.inputsHash === inputsHash) return rows[0].id;
	const began = performance.now();
	const forecast = forecastProgramme(input);
	const result = toStored(input, forecast, terms);
	const milliseconds = Math.round(performance.now() - began);
	return storeForecast({ terms, partners, forecast, result, inputsHash, milliseconds, now });
}

export function toLines(terms: Pick<ForecastTerms, "bands">): Line[] {
	return terms.bands.map(({ code, thresholdFen, inclusive, targetCount }) => ({
		code,
		thresholdFen: Number(thresholdFen),
		inclusive,
		targetCount,
	}));
}

function toInput(terms: ForecastTerms, partners: readonly PartnerHistory[]): ForecastInput {
	return {
		seed: forecastSeed,
		remainingDays: daysBetween(terms.asOf, terms.range.to) - 1,
		lines: toLines(terms),
		partners,
		assumptions,
	};
}

/** Whoever has the same facts, lines and assumptions gets the same sum: partners by id, amounts as whole fen. */
function hashInputs({ code, asOf, range }: ForecastTerms, input: ForecastInput): string {
	const hash = createHash("sha256");
	hash.update(
		JSON.stringify([forecastModel, FAN_PATHS, input.seed, code, asOf, range, input.lines, input.assumptions]),
	);
	for (const { partnerId, netFen, periods, hasLeft } of input.partners)
		hash.update(`\n${JSON.stringify([partnerId, netFen, hasLeft, [...periods]])}`);
	return hash.digest("hex");
}

const { common, own } = assumptions;
const variants: Record<SensitivityName, Assumptions> = {
	noSeason: { ...assumptions, common: { ...common, seasonSd: 0 } },
	alone: { ...assumptions, common: { ...common, isShared: false } },
	noGrowth: { ...assumptions, own: { ...own, hasGrowth: false } },
	doubleShock: {
		...assumptions,
		common: {
			...common,
			seasonSd: 2 * common.seasonSd,
			trendSd: 2 * common.trendSd,
			driftSd: 2 * common.driftSd,
			noiseSd: 2 * common.noiseSd,
		},
	},
};

function toStored(input: ForecastInput, forecast: Forecast, { asOf, range }: ForecastTerms): StoredForecast {
	const names = input.remainingDays > 0 ? (Object.keys(variants) as SensitivityName[]) : [];
	return {
		paths: input.assumptions.paths,
		sensitivityPaths: SENSITIVITY_PATHS,
		lines: input.lines.map(({ code, thresholdFen, inclusive, targetCount }) => ({
			code,
			thresholdFen: String(thresholdFen),
			inclusive,
			target: targetCount,
		})),
		bands: forecast.bands,
		fan: forecastFan(input, { asOf, to: range.to, atEnd: forecast }),
		sensitivity: names.map((name) => {
			const other = forecastProgramme({
				...input,
				assumptions: { ...variants[name], paths: SENSITIVITY_PATHS },
			});
			return {
				name,
				bands: other.bands.map(({ code, inBand: { low, middle, high, probability } }) => ({
					code,
					low,
					middle,
					high,
					probability,
				})),
			};
		}),
	};
}

type Made = {
	terms: ForecastTerms;
	partners: readonly PartnerHistory[];
	forecast: Forecast;
	result: StoredForecast;
	inputsHash: string;
	milliseconds: number;
	now: Date;
};

/** One row per (programme, day, model, seed); facts of that day that came later put a new one in its place. */
async function storeForecast(made: Made): Promise<string> {
	const { terms, partners, forecast, result, inputsHash, milliseconds, now } = made;
	const netOf = new Map(partners.map(({ partnerId, netFen }) => [partnerId, netFen]));
	return inRawTransaction(async (client) => {
		await client.query("SELECT FROM programmes WHERE code = $1 FOR UPDATE", [terms.code]);
		await client.query(
			"DELETE FROM programme_forecasts WHERE programme_code = $1 AND as_of = $2 AND model = $3 AND seed = $4",
			[terms.code, terms.asOf, forecastModel, forecastSeed],
		);
		await client.query(
			`DELETE FROM programme_forecast_partners WHERE forecast_id IN (
			   SELECT id FROM programme_forecasts WHERE programme_code = $1)`,
			[terms.code],
		);
		const id = newId("fct");
		await client.query(
			`INSERT INTO programme_forecasts (id, programme_code, as_of, model, seed, inputs_hash, computed_at, milliseconds,
			   runtime, start_day, end_day, partners, periods, result)
			 VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
			[
				id,
				terms.code,
				terms.asOf,
				forecastModel,
				forecastSeed,
				inputsHash,
				now,
				milliseconds,
				process.version,
				terms.range.from,
				terms.range.to,
				partners.length,
				partners[0]?.periods.length ?? 0,
				JSON.stringify(result),
			],
		);
		await client.query(
			`INSERT INTO programme_forecast_partners (forecast_id, partner_id, net_fen, low_fen, middle_fen, high_fen, reach)
			 SELECT $1, r.id, r.net, r.low, r.middle, r.high, r.reach
			   FROM unnest($2::text[], $3::int8[], $4::int8[], $5::int8[], $6::int8[], $7::jsonb[])
			        AS r(id, net, low, middle, high, reach) JOIN partners p ON p.id = r.id`,
			[
				id,
				forecast.partners.map(({ partnerId }) => partnerId),
				forecast.partners.map(({ partnerId }) => netOf.get(partnerId) ?? 0),
				...(["low", "middle", "high"] as const).map((end) =>
					forecast.partners.map(({ final }) => Math.round(final[end])),
				),
				forecast.partners.map(({ reach }) => JSON.stringify(reach)),
			],
		);
		return id;
	});
}
