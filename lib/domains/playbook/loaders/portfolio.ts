import "server-only";
import { portfolioDays } from "@/lib/domains/playbook/constants/portfolio";
import { stuckAfterDays } from "@/lib/domains/playbook/constants/sides";
import { listJoins } from "@/lib/domains/playbook/data/joins";
import { listManagers, listPortfolio, listWholePortfolio } from "@/lib/domains/playbook/data/portfolio";
import { portfolioFilterSchema } from "@/lib/domains/playbook/schema";
import { isGranted } from "@/lib/platform/session/scope";
import { getSession, requireScope } from "@/lib/platform/session/session";
import { addDays, businessDayOf, monthOf, trailingMonths } from "@/lib/platform/time";

/** The SKA centre's brands by step. */
export async function loadPortfolio(query: Record<string, string | string[] | undefined>) {
	const scope = await requireScope("playbook.portfolio");
	const filter = portfolioFilterSchema.parse(query);
	const today = businessDayOf(new Date());
	const months = trailingMonths(monthOf(today), 12);
	const [portfolio, managers, joins] = await Promise.all([
		listPortfolio(scope, filter, { today, stuckBefore: addDays(today, -stuckAfterDays) }),
		listManagers(scope),
		listJoins(scope, months),
	]);
	const none = { wellKnown: 0, newConsumption: 0 };
	return {
		...{ ...portfolio, filter, managers, today },
		joins: months.map((month) => joins.find((row) => row.month === month) ?? { month, ...none }),
		days: portfolioDays,
		mayManage: isGranted(scope, "playbook.manage"),
	};
}
export type Portfolio = Awaited<ReturnType<typeof loadPortfolio>>;

/** The whole filtered list for a file; null for whoever may not see the portfolio. */
export async function loadWholePortfolio(query: Record<string, string>) {
	const session = await getSession();
	const scope = session?.scope;
	if (!scope || !isGranted(scope, "playbook.portfolio") || scope.workspace !== "platform") return null;
	const today = businessDayOf(new Date());
	const days = { today, stuckBefore: addDays(today, -stuckAfterDays) };
	return { today, rows: await listWholePortfolio(scope, portfolioFilterSchema.parse(query), days) };
}
