import type { CurvePoint, PlatformDay } from "@/lib/domains/programme/types/dashboard";
import { monthOf } from "@/lib/platform/time";

export const curveGrains = ["day", "month"] as const;
export type CurveGrain = (typeof curveGrains)[number];

/** The most points a chart is given; more slow the browser and show nothing more. */
export const MAX_CURVE_POINTS = 400;

/** The GMV curve by day or by month, oldest first, at most `MAX_CURVE_POINTS` (the newest are kept). */
export function toCurve(days: readonly PlatformDay[], grain: CurveGrain): CurvePoint[] {
	const points = grain === "day" ? days.map(({ day, ...rest }) => ({ key: day, ...rest })) : sumByMonth(days);
	return points.slice(-MAX_CURVE_POINTS);
}

function sumByMonth(days: readonly PlatformDay[]): CurvePoint[] {
	const groups = Map.groupBy(days, (one) => monthOf(one.day));
	return [...groups].map(([key, group]) => ({
		key,
		netFen: group.reduce((sum, one) => sum + one.netFen, 0n),
		unattributedFen: group.reduce((sum, one) => sum + one.unattributedFen, 0n),
	}));
}
