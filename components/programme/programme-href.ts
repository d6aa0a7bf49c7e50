import type { CurveGrain } from "@/lib/domains/programme/rules/curve";
import { routes } from "@/lib/platform/routes/routes";

/** The dashboard with a track and a grain chosen; the defaults stay out of the address. */
export function programmeHref(choice: { track: string | null; by: CurveGrain }): string {
	const search = new URLSearchParams();
	if (choice.track) search.set("track", choice.track);
	if (choice.by !== "day") search.set("by", choice.by);
	return search.size > 0 ? `${routes.ops.programme()}?${search}` : routes.ops.programme();
}
