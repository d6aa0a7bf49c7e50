import type { PartnerQuery } from "@/lib/domains/programme/schema";
import { routes } from "@/lib/platform/routes/routes";

const defaults: Partial<Record<keyof PartnerQuery, string>> = { sort: "net", order: "desc", page: "1" };

/** A question to the list of partners without what goes without saying. */
export function queryOfPartners(query: Partial<PartnerQuery>): Record<string, string> {
	const entries = Object.entries(query).map(([name, value]) => [name, String(value)] as const);
	return Object.fromEntries(
		entries.filter(([name, value]) => value !== "" && value !== defaults[name as keyof PartnerQuery]),
	);
}

export function hrefOfPartners(query: Partial<PartnerQuery>): string {
	return routes.ops.programmePartners(queryOfPartners(query));
}
