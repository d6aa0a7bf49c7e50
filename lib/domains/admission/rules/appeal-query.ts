import type { AppealState } from "@/lib/domains/admission/types";
import { routes } from "@/lib/platform/routes/routes";

export const appealTabs = ["open", "mine", "decided"] as const;
export type AppealTab = (typeof appealTabs)[number];

export const appealTabStates: Readonly<Record<AppealTab, readonly AppealState[]>> = {
	open: ["OPEN"],
	mine: ["OPEN"],
	decided: ["DISMISSED", "OVERTURNED", "WITHDRAWN"],
};

export const appealsPerPage = 50;

/** Where the next page begins: the day due (or the time decided) and the id of the last row shown. */
export type AppealCursor = { readonly at: string; readonly id: string };

type SearchParams = Record<string, string | string[] | undefined>;

/** Reads the queue's address; whatever does not make sense there counts as not given. */
export function parseAppealQuery(params: SearchParams): { tab: AppealTab; after: AppealCursor | null } {
	const tab = appealTabs.find((name) => name === params.tab) ?? "open";
	const after = typeof params.after === "string" ? params.after : "";
	const match = /^(-infinity|\d{4}-\d{2}-\d{2}[0-9 :.+-]{0,24})_(apl_[0-9a-z]{1,40})$/.exec(after);
	return { tab, after: match?.[1] && match[2] ? { at: match[1], id: match[2] } : null };
}

export function appealsHref(tab: AppealTab, after: AppealCursor | null = null): string {
	const params = new URLSearchParams();
	if (tab !== "open") params.set("tab", tab);
	if (after) params.set("after", `${after.at}_${after.id}`);
	return params.size > 0 ? `${routes.ops.appeals()}?${params}` : routes.ops.appeals();
}
