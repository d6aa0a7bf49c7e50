import { measureP50, type Target } from "./http";
import type { Comparison } from "./measure";

/** Dashboard p50 over the p50 of a trivial signed-in dynamic page of the same server; both are given a signed-in cookie. */
export function compareDashboard(pages: { dashboard: Target; trivial: Target }, rounds = 5): Comparison {
	const requests = 40;
	return {
		row: "dashboard p50 ÷ trivial signed-in page",
		unit: "ms",
		ours: { name: "dashboard", run: () => measureP50(pages.dashboard, requests) },
		reference: { name: "trivial page", run: () => measureP50(pages.trivial, requests) },
		rounds,
	};
}
