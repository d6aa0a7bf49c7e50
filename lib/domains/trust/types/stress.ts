import type { Guarantee } from "@/lib/domains/trust/types/claims";
import type { FreightPolicy, TenfoldPolicy } from "@/lib/domains/trust/types/policy";

/** What a shop assumes of its orders; every one of them can be moved. Amounts in fen, shares in basis points. */
export type StressAssumptions = {
	readonly orders: number;
	readonly meanOrderFen: number;
	/** Coefficient of variation of the order values, in hundredths. */
	readonly cvHundredths: number;
	readonly returnRateBps: number;
	/** Of the returns, those of faulty goods: their way back is the shop's in full. */
	readonly faultyShareBps: number;
	/** Of an order's value, what a return loses besides the freight. */
	readonly returnLossBps: number;
	readonly remoteShareBps: number;
	readonly freightNormalFen: number;
	readonly freightRemoteFen: number;
	/** Orders refunded without return: honest claims, and abusive ones besides. */
	readonly refundOnlyRateBps: number;
	readonly abuseRateBps: number;
	readonly orderCeilingFen: number;
	/** Established counterfeits in 100,000 orders, and how many of them a bad batch brings at once. */
	readonly counterfeitsPer100k: number;
	readonly batchSize: number;
	readonly isFood: boolean;
	readonly depositFen: number;
	/** Of an order's value, what the shop earns; by how much honoured guarantees raise the share that buys again. */
	readonly marginBps: number;
	readonly upliftBps: number;
};

export type StressPolicies = { readonly freight: FreightPolicy; readonly tenfold: TenfoldPolicy };

export type StressPart = {
	readonly guarantee: Guarantee;
	/** Expected claims and cost in the orders assumed. */
	readonly claims: number;
	readonly costFen: number;
};

export type StressResult = {
	readonly parts: readonly StressPart[];
	readonly expectedFen: number;
	readonly deviationFen: number;
	readonly skewness: number;
	/** Nine times in ten the cost is between these. */
	readonly lowFen: number;
	readonly highFen: number;
	/** How likely the cost is above the deposit, 0–1. */
	readonly overDeposit: number;
	/** The orders after which the expected cost has used the deposit up; null where nothing is expected to cost. */
	readonly depositLasts: number | null;
	readonly gainFen: number;
	/** The rise in the share that buys again, in basis points, from which the gain pays for the cost; null without claims. */
	readonly breakEvenBps: number | null;
};
