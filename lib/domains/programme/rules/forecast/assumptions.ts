/** Names this file's numbers and the rules beside it; a stored forecast carries it. Any change to either is a new version. */
export const forecastModel = "28d-1";

/** The same for every forecast, so that from one day to the next only the facts differ. */
export const forecastSeed = "windmaker-2021";
/** Enough to tell 80%: a back-test makes hundreds of forecasts. */
export const BACKTEST_PATHS = 500;

export const PERIOD_DAYS = 28;
/** 13 periods of 28 days are 364 days: the same weekdays a year before. */
export const PERIODS_A_YEAR = 13;
export const INTERVAL_SHARE = 0.8;

export type Assumptions = {
	readonly paths: number;
	/** Of all partners together, as logarithms per period, before their size is fitted to what was seen. */
	readonly common: {
		/** How far a time of the year lies from the year's mean. */
		readonly seasonSd: number;
		/** Over how many periods that is felt: 13 times of the year are not independent. */
		readonly seasonReach: number;
		readonly trendSd: number;
		/** What stays of a shock, and what is gone with the next period. */
		readonly driftSd: number;
		readonly noiseSd: number;
		/** Whether all partners share a path's shock. Without it counts look far more certain than they are. */
		readonly isShared: boolean;
	};
	readonly own: {
		/** Shares of the newest period in a partner's level; the one that forecast best is taken. */
		readonly memories: readonly number[];
		/** How many periods of its own outweigh what is usual among all. */
		readonly priorPeriods: number;
		/** Spread of a period around its level where nobody has a history. */
		readonly priorSpread: number;
		/** Whether partners grow at rates of their own. */
		readonly hasGrowth: boolean;
	};
};

/**
 * The same for every file. Of the order that is common in retail: months differ by a fifth, a platform grows by some tens of
 * percent a year. Settled in view of six calendars of the demo and of `orders-2010` together, so that the coverage stated
 * for these is out of sample in time and not in these few numbers.
 */
export const assumptions: Assumptions = {
	paths: 10_000,
	common: {
		seasonSd: 0.2,
		seasonReach: 2,
		trendSd: 0.035,
		driftSd: 0.05,
		noiseSd: 0.05,
		isShared: true,
	},
	own: { memories: [0.15, 0.3, 0.5, 0.7], priorPeriods: 4, priorSpread: 0.5, hasGrowth: true },
};
