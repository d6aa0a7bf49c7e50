import { routes } from "@/lib/platform/routes/routes";

export const tierAppealTabs = ["open", "decided"] as const;
export type TierAppealTab = (typeof tierAppealTabs)[number];
export const TIER_APPEALS_PER_PAGE = 30;

/** Where the next page begins: the day due, or the time it was closed, and the id of the last row shown. */
export type TierAppealCursor = { readonly at: string; readonly id: string };

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the worklist's address; whatever does not make sense there counts as not given. */
export function parseTierAppealQuery(params: SearchParams): {
	tab: TierAppealTab;
	after: TierAppealCursor | null;
} {
	const tab = tierAppealTabs.find((name) => name === params.tab) ?? "open";
	const after = typeof params.after === "string" ? params.after : "";
	const match =
		/^(\d{4}-\d{2}-\d{2}(?: \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?[+-]\d{2})?)_(tap_[0-9a-z]{1,40})$/.exec(after);
	const fits =
		match?.[1] &&
		match[2] &&
		(match[1].length === 10) === (tab === "open") &&
		!Number.isNaN(Date.parse(match[1].slice(0, 10)));
	return { tab, after: fits && match[1] && match[2] ? { at: match[1], id: match[2] } : null };
}

export function tierAppealsHref(tab: TierAppealTab, after: TierAppealCursor | null = null): string {
	const params = new URLSearchParams();
	if (tab !== "open") params.set("tab", tab);
	if (after) params.set("after", `${after.at}_${after.id}`);
	return params.size > 0 ? `${routes.ops.tierAppeals()}?${params}` : routes.ops.tierAppeals();
}
