import type { StressAssumptions } from "@/lib/domains/trust/types/stress";

/** What the page begins with: an ordinary shop; nothing of it is a policy, and all of it can be moved. */
export const firstAssumptions: StressAssumptions = {
	orders: 10_000,
	meanOrderFen: 8_800,
	cvHundredths: 80,
	returnRateBps: 800,
	faultyShareBps: 1_000,
	returnLossBps: 500,
	remoteShareBps: 500,
	freightNormalFen: 1_000,
	freightRemoteFen: 2_200,
	refundOnlyRateBps: 50,
	abuseRateBps: 20,
	orderCeilingFen: 5_000,
	counterfeitsPer100k: 20,
	batchSize: 1,
	isFood: false,
	depositFen: 5_000_000,
	marginBps: 2_000,
	upliftBps: 500,
};

/** How far each assumption may be moved, in its own unit; `step` is one step of the control. */
export const stressControls = [
	{ code: "returnRateBps", group: "returns", unit: "share", min: 0, max: 4_000, step: 50 },
	{ code: "faultyShareBps", group: "returns", unit: "share", min: 0, max: 10_000, step: 100 },
	{ code: "returnLossBps", group: "returns", unit: "share", min: 0, max: 5_000, step: 50 },
	{ code: "freightNormalFen", group: "returns", unit: "fen", min: 0, max: 5_000, step: 50 },
	{ code: "freightRemoteFen", group: "returns", unit: "fen", min: 0, max: 10_000, step: 50 },
	{ code: "remoteShareBps", group: "returns", unit: "share", min: 0, max: 5_000, step: 50 },
	{ code: "refundOnlyRateBps", group: "refunds", unit: "share", min: 0, max: 1_000, step: 5 },
	{ code: "abuseRateBps", group: "refunds", unit: "share", min: 0, max: 1_000, step: 5 },
	{ code: "orderCeilingFen", group: "refunds", unit: "fen", min: 1_000, max: 50_000, step: 500 },
	{ code: "counterfeitsPer100k", group: "counterfeits", unit: "count", min: 0, max: 500, step: 1 },
	{ code: "batchSize", group: "counterfeits", unit: "count", min: 1, max: 50, step: 1 },
	{ code: "meanOrderFen", group: "orders", unit: "fen", min: 500, max: 200_000, step: 100 },
	{ code: "cvHundredths", group: "orders", unit: "times", min: 0, max: 200, step: 5 },
	{ code: "depositFen", group: "orders", unit: "fen", min: 0, max: 50_000_000, step: 50_000 },
	{ code: "marginBps", group: "gain", unit: "share", min: 0, max: 8_000, step: 50 },
	{ code: "upliftBps", group: "gain", unit: "share", min: 0, max: 3_000, step: 25 },
] as const;
