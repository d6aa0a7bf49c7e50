import "server-only";
import { countCertificates, listCertificates } from "@/lib/domains/certification/data/list";
import { certificateQuerySchema } from "@/lib/domains/certification/schema";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { addMonths, businessDayOf } from "@/lib/platform/time";

/** A page of the certificates of all partners, and whether the reader may register them. */
export async function loadCertificates(params: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("certificate.read", routes.ops.certificates());
	const today = businessDayOf(new Date());
	const query = certificateQuerySchema.parse(params);
	const [counts, list] = await Promise.all([
		countCertificates(scope, today),
		listCertificates(scope, query, today),
	]);
	return {
		query,
		counts,
		...list,
		today,
		inTwoYears: addMonths(today, 24),
		mayManage: can(scope.role, "certificate.manage"),
	};
}
