import "server-only";
import { listServiceRecord } from "@/lib/domains/playbook/data/service-record";
import { sumRecord } from "@/lib/domains/playbook/rules/sum-record";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** The partner's own record, brand by brand and in all. */
export async function loadServiceRecord() {
	const scope = await requireScope("playbook.serve", routes.partner.brandRecord());
	const rows = await listServiceRecord(scope, businessDayOf(new Date()));
	return { rows, sums: sumRecord(rows) };
}
