/** Days within which a buyer may buy again. */
export const repurchaseWindows = [30, 60, 90] as const;

/**
 * Days after an order at which its buyer is sorted: a guarantee honoured by then counts, one honoured later does not. The
 * windows begin here for everybody, so that nobody is credited with the time in which a claim was still under way.
 */
export const sortingDays = 14;

/** Matched buyers needed on each side; below it there is no figure at all. */
export const leastMatched = 50;

/** Upper ends of the bands of an order's value, in fen; the last band is open. */
export const valueBands = [5_000n, 10_000n, 20_000n, 50_000n] as const;
