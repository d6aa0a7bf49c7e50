/** The trust journey 逛买售用服. */
export const journeyStages = ["BROWSE", "BUY", "SELL", "USE", "SERVE"] as const;

/** Before, during and after the sale. */
export const journeyPhases = { PRE: ["BROWSE"], MID: ["BUY", "SELL"], AFTER: ["USE", "SERVE"] } as const;

/**
 * The indicators, all of them better when smaller: events of `counts` over `over`. At or below `good` (in the unit) an
 * indicator scores 100, at or above `bad` 0, in between in proportion. Below `least` of what it is counted over it says nothing.
 */
export const indicators = [
	{
		code: "CONTENT_COMPLAINTS",
		stage: "BROWSE",
		source: "complaints",
		over: "orders",
		unit: "per10k",
		good: 5,
		bad: 60,
		least: 100,
	},
	{
		code: "MISDESCRIBED",
		stage: "BROWSE",
		source: "claims",
		over: "orders",
		unit: "per10k",
		good: 10,
		bad: 120,
		least: 100,
	},
	{
		code: "PRICE_DISPUTES",
		stage: "BUY",
		source: "complaints",
		over: "orders",
		unit: "per10k",
		good: 5,
		bad: 60,
		least: 100,
	},
	{
		code: "EARLY_REFUNDS",
		stage: "BUY",
		source: "orders",
		over: "orders",
		unit: "share",
		good: 100,
		bad: 1_000,
		least: 100,
	},
	{
		code: "COUNTERFEITS",
		stage: "SELL",
		source: "claims",
		over: "orders",
		unit: "per10k",
		good: 0,
		bad: 10,
		least: 100,
	},
	{
		code: "WRONG_OR_MISSING",
		stage: "SELL",
		source: "claims",
		over: "orders",
		unit: "per10k",
		good: 10,
		bad: 120,
		least: 100,
	},
	{
		code: "QUALITY_RETURNS",
		stage: "USE",
		source: "claims",
		over: "orders",
		unit: "per10k",
		good: 30,
		bad: 300,
		least: 100,
	},
	{
		code: "REFUND_SHARE",
		stage: "USE",
		source: "orders",
		over: "orders",
		unit: "share",
		good: 300,
		bad: 2_500,
		least: 100,
	},
	{
		code: "RESPONSE_TIME",
		stage: "SERVE",
		source: "claims",
		over: "claims",
		unit: "hours",
		good: 4,
		bad: 48,
		least: 5,
	},
	{
		code: "RESOLUTION_TIME",
		stage: "SERVE",
		source: "claims",
		over: "claims",
		unit: "hours",
		good: 24,
		bad: 168,
		least: 5,
	},
	{
		code: "OVERDUE",
		stage: "SERVE",
		source: "claims",
		over: "claims",
		unit: "share",
		good: 0,
		bad: 2_000,
		least: 5,
	},
] as const;

/** Shops needed before a median of peers is shown, so that it tells nothing of one of them. */
export const leastPeers = 5;
/** Points a value has to move against the weeks before to count as a trend. */
export const trendPoints = 5;
