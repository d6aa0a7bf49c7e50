/** Days of the portfolio's GMV, the last of them yesterday. */
export const portfolioDays = 28;

/** A brand that sold on fewer of the same days a year before is told so, and no growth. */
export const fewDaysBefore = 14;

/** Columns a reader may leave out; the brand and its current step always show. */
export const portfolioColumns = ["stuck", "steps", "net", "growth", "drivers", "manager"] as const;
export type PortfolioColumn = (typeof portfolioColumns)[number];

export const portfolioSorts = ["stuck", "name", "step", "net", "growth", "manager"] as const;
export const stuckReasons = ["ITEMS", "DATA", "BOTH"] as const;
