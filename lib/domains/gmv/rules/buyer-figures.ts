import type { DayRange } from "@/lib/platform/time";

export const repurchaseDays = [30, 60, 90] as const;
export type RepurchaseDays = (typeof repurchaseDays)[number];

/** Of `buyers` whose first purchase of the period lies long enough back, `repeated` bought again in time. */
export type Repurchase = { withinDays: RepurchaseDays; buyers: number; repeated: number };

/**
 * Buyers of order lines in `[from, to)`. A purchase is a sale event of a named buyer; its day is that of its first line,
 * and a refund does not undo it. `buyers` bought at least once, `repeatBuyers` in two events or more. Repurchase within N
 * days: another event after the first one of the period, no later than N business days after its day; asked only of
 * buyers whose N days are over by `asOf`, so that a young buyer does not count as one who stayed away. The second purchase
 * may lie behind `to`. Summaries of shop days name no buyers and add nothing.
 */
export type BuyerFigures = {
	buyers: number;
	repeatBuyers: number;
	purchases: number;
	repurchase: Repurchase[];
};

/** Figures on their way, with the days they are of: they come from the facts, and no page waits for them. */
export type ComingBuyers = { range: DayRange; figures: Promise<BuyerFigures> };

/** Of fewer buyers a share says more about chance than about the shop. */
export const enoughBuyers = 30;
/** Of the normal distribution, for an interval of 95%. */
const Z = 1.959964;

export type RepurchaseRate =
	| { kind: "none" }
	| { kind: "few"; buyers: number; repeated: number }
	| { kind: "rate"; buyers: number; repeated: number; bps: number; lowBps: number; highBps: number };

/** The share of buyers who came back with its Wilson interval of 95%; none of too few buyers (domain.md §3.8). */
export function rateOf({ buyers, repeated }: Pick<Repurchase, "buyers" | "repeated">): RepurchaseRate {
	if (buyers === 0) return { kind: "none" };
	if (buyers < enoughBuyers) return { kind: "few", buyers, repeated };
	const share = repeated / buyers;
	const spread = Z * Math.sqrt((share * (1 - share)) / buyers + (Z * Z) / (4 * buyers * buyers));
	const middle = share + (Z * Z) / (2 * buyers);
	const scale = 1 + (Z * Z) / buyers;
	const toBps = (value: number) => Math.round(Math.min(1, Math.max(0, value)) * 10_000);
	return {
		kind: "rate",
		buyers,
		repeated,
		bps: toBps(share),
		lowBps: toBps((middle - spread) / scale),
		highBps: toBps((middle + spread) / scale),
	};
}
