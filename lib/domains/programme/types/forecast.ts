import type { Backtest } from "@/lib/domains/programme/rules/forecast/backtest";
import type { FanPoint } from "@/lib/domains/programme/rules/forecast/fan";
import type { BandForecast, Interval } from "@/lib/domains/programme/rules/forecast/types";
import type { Band } from "@/lib/domains/programme/types/dashboard";
import type { Day, DayRange } from "@/lib/platform/time";

/** What changes when one assumption does. The names are message keys. */
export const sensitivityNames = ["noSeason", "alone", "noGrowth", "doubleShock"] as const;
export type SensitivityName = (typeof sensitivityNames)[number];

export type SensitivityBand = Interval & { readonly code: string; readonly probability: number };
export type Sensitivity = { readonly name: SensitivityName; readonly bands: readonly SensitivityBand[] };

/** The JSON of a forecast's row. */
export type StoredForecast = {
	readonly paths: number;
	readonly sensitivityPaths: number;
	/** The lines it was made for; a programme whose lines are others by now has no forecast yet. */
	readonly lines: readonly { code: string; thresholdFen: string; inclusive: boolean; target: number }[];
	readonly bands: readonly BandForecast[];
	readonly sensitivity: readonly Sensitivity[];
	/** By month-ends; not in forecasts stored before it was drawn. */
	readonly fan?: readonly FanPoint[];
};

export type ForecastHead = {
	readonly id: string;
	readonly asOf: Day;
	readonly computedAt: Date;
	readonly milliseconds: number;
	readonly model: string;
	readonly seed: string;
	readonly inputsHash: string;
	readonly runtime: string;
	readonly range: DayRange;
	readonly partners: number;
	readonly periods: number;
	readonly result: StoredForecast;
};

/** A line as it stands with what the forecast says of it. */
export type BandOutlook = { readonly band: Band; readonly forecast: BandForecast };

/**
 * How far a stored forecast may be believed: `fresh`; `old` where facts of later days have come in since (it says until
 * when it knows); `changed` where the lines or dates are others now, so that its figures answer another question; `none`.
 */
export const forecastStates = ["fresh", "old", "changed", "none"] as const;
export type ForecastState = (typeof forecastStates)[number];

/** The stored forecast, and whether it still speaks of these targets and facts. */
export type OpenForecast = { readonly head: ForecastHead | null; readonly state: ForecastState };

export type PartnerOutlook = {
	readonly partnerId: string;
	readonly name: string;
	readonly netFen: bigint;
	readonly lowFen: bigint;
	readonly middleFen: bigint;
	readonly highFen: bigint;
	readonly reach: Readonly<Record<string, number>>;
};

export type StoredBacktest = { readonly through: Day; readonly computedAt: Date; readonly result: Backtest };
