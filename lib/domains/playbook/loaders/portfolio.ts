import "server-only";
import { stuckAfterDays } from "@/lib/domains/playbook/constants/sides";
import { listManagers, listPortfolio, portfolioPage } from "@/lib/domains/playbook/data/portfolio";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";
import { isGranted } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** The SKA centre's brands by step. */
export async function loadPortfolio(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("playbook.portfolio");
	const filter = portfolioFilterSchema.parse(query);
	const today = businessDayOf(new Date());
	const [portfolio, managers] = await Promise.all([
		listPortfolio(scope, filter, { today, stuckBefore: addDays(today, -stuckAfterDays) }),
		listManagers(scope),
	]);
	return {
		...{ ...portfolio, filter, managers, today },
		pageSize: portfolioPage,
		mayManage: isGranted(scope, "playbook.manage"),
	};
}
export type Portfolio = Awaited<ReturnType<typeof loadPortfolio>>;
