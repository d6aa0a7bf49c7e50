import "server-only";
import { findForceSpan, listForceMonths } from "@/lib/domains/forces/data";
import { findOwnPartnerId } from "@/lib/domains/gmv/data/bindings";
import type { Query } from "@/lib/domains/gmv/loaders";
import { monthFilterSchema } from "@/lib/domains/gmv/schema";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { shiftMonth, trailingMonths, trailingRange } from "@/lib/platform/time";

/** Months side by side. */
const SHOWN_MONTHS = 6;

/** The caller's own monthly metrics, with every revision and the batch it came by; null before admission. */
export async function loadOwnForceMonths(query: Query) {
	const scope = await requireScope("partner.read-own", routes.partner.forceMonths());
	const partnerId = await findOwnPartnerId(scope);
	if (!partnerId) return null;
	const span = await findForceSpan(partnerId);
	if (!span) return { months: [], revisions: [], earlier: null, later: null };
	const { until = span.last } = monthFilterSchema.parse(query);
	const last = until > span.last ? span.last : until;
	const months = trailingMonths(last, SHOWN_MONTHS).filter((month) => month >= span.first);
	return {
		months,
		revisions: await listForceMonths(partnerId, trailingRange(last, SHOWN_MONTHS)),
		earlier: (months[0] ?? last) > span.first ? shiftMonth(last, -SHOWN_MONTHS) : null,
		later: last < span.last ? shiftMonth(last, SHOWN_MONTHS) : null,
	};
}
