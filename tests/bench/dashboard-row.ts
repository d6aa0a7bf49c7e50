import { measureP50, type Target } from "./http";
import type { Comparison } from "./measure";

/** Dashboard p50 over the p50 of a trivial signed-in dynamic page of the same server; both are given a signed-in cookie. */
export function compareDashboard(
	pages: { dashboard: Target; trivial: Target },
	partners: number,
	rounds = 5,
): Comparison {
	const requests = 40;
	return {
		row: `dashboard, ${partners.toLocaleString("en-US")} partners ÷ trivial signed-in page`,
		unit: "ms",
		ours: { name: "dashboard", run: () => measureP50(pages.dashboard, requests) },
		reference: { name: "trivial page", run: () => measureP50(pages.trivial, requests) },
		rounds,
		target: { max: 1.5 },
	};
}
