import "server-only";
import { countRedLines, listRedLines } from "@/lib/domains/partnership/data/red-lines";
import { redLineQuerySchema } from "@/lib/domains/partnership/schema/red-line";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";

/** A page of the red-line records, and whether the reader may add to them. */
export async function loadRedLines(params: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("partnership.read", routes.ops.redLines());
	const query = redLineQuerySchema.parse(params);
	const [counts, list] = await Promise.all([countRedLines(scope), listRedLines(scope, query)]);
	return {
		query,
		counts,
		...list,
		today: businessDayOf(new Date()),
		mayManage: can(scope.role, "red-line.manage"),
	};
}
