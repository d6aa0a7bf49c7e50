import "server-only";
import { findOwnBrand } from "@/lib/domains/playbook/data/own-brand";
import { reportReader } from "@/lib/platform/db/reports";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** The brand's own page: the last 30 whole business days, today not counted. */
export async function loadOwnBrand() {
	const scope = await requireScope("brand.read-own");
	const today = businessDayOf(new Date());
	const period = { from: addDays(today, -30), to: today };
	return { brand: await findOwnBrand(reportReader(), scope, period), period };
}
