import "server-only";
import { findReportRun, listEffects } from "@/lib/domains/trust/data/repurchase/report";
import { reportFilterSchema } from "@/lib/domains/trust/schema/repurchase";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

type Query = Record<string, string | string[] | undefined>;

/** Whether trust pays, over all shops. */
export async function loadRepurchase(query: Query) {
	const scope = await requireScope("trust-score.read", routes.ops.trustRepurchase());
	const filter = reportFilterSchema.parse(query);
	const [run, effects] = await Promise.all([findReportRun(), listEffects(scope, filter)]);
	return { filter, run, effects };
}

/** The same for the brand's own shops. */
export async function loadOwnRepurchase(query: Query) {
	const scope = await requireScope("trust-score.read-own", routes.brand.trustRepurchase());
	const filter = reportFilterSchema.parse(query);
	const [run, effects] = await Promise.all([findReportRun(), listEffects(scope, filter)]);
	return { filter, run, effects };
}
