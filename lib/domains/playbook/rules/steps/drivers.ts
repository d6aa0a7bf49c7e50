import type { Criterion, CriterionCode, StepVerdict } from "@/lib/domains/playbook/types/steps";

/**
 * Three drivers of a brand: 营销力 what draws buyers (burst coefficient, public share), 渠道力 how it reaches them (streamers,
 * live days, live hours, self-live and private share), 产品力 what they come back for (products tried, repurchase, exclusive
 * share). Each is the mean of how far its criteria are to their thresholds, 0–100, a criterion counting 100 at most and
 * one without data 0.
 */
export const driverCriteria = {
	marketing: ["BURST", "PUBLIC_SHARE"],
	channel: ["STREAMERS", "LIVE_DAYS", "LIVE_HOURS", "SELF_LIVE_SHARE", "PRIVATE_SHARE"],
	product: ["PRODUCTS", "REPURCHASE", "EXCLUSIVE_SHARE"],
} as const satisfies Record<string, readonly CriterionCode[]>;

export type Driver = keyof typeof driverCriteria;
export type DriverScore = { readonly driver: Driver; readonly score: number; readonly withoutData: number };

function reachOf({ value, threshold }: Criterion): number {
	if (value === null || threshold <= 0) return 0;
	return Math.min(100, Math.max(0, (100 * value) / threshold));
}

export function scoreDrivers(verdicts: readonly StepVerdict[]): readonly DriverScore[] {
	const all = verdicts.flatMap(({ criteria }) => criteria);
	return (Object.keys(driverCriteria) as Driver[]).map((driver) => {
		const codes: readonly CriterionCode[] = driverCriteria[driver];
		const own = all.filter(({ code }) => codes.includes(code));
		const sum = own.reduce((total, criterion) => total + reachOf(criterion), 0);
		return {
			driver,
			score: own.length === 0 ? 0 : Math.floor(sum / own.length),
			withoutData: own.filter(({ value }) => value === null).length,
		};
	});
}
