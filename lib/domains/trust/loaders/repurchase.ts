import "server-only";
import { findReportRun, listEffects, listWholeReport } from "@/lib/domains/trust/data/repurchase/report";
import { reportFilterSchema } from "@/lib/domains/trust/schema/repurchase";
import { routes } from "@/lib/platform/routes/routes";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession, requireScope } from "@/lib/platform/session/session";

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

/** The whole report for a file; null for whoever may not read it, and before the first night. */
export async function loadWholeRepurchase() {
	const scope = (await getSession())?.scope;
	if (!scope || !(isGranted(scope, "trust-score.read") || isGranted(scope, "trust-score.read-own")))
		return null;
	const [run, effects] = await Promise.all([findReportRun(), listWholeReport(scope)]);
	return run && { run, effects };
}
