import "server-only";
import { countDepositTabs, depositPageSize, listDeposits } from "@/lib/domains/admission/data/deposits";
import {
	type DepositFilter,
	type DepositTab,
	depositFilterSchema,
} from "@/lib/domains/admission/schema/activation";
import type { DepositRow } from "@/lib/domains/admission/types";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

export type DepositList = {
	filter: DepositFilter;
	rows: DepositRow[];
	total: number;
	pageSize: number;
	tabCounts: Record<DepositTab, number>;
	canCheck: boolean;
};

/** The deposits companies have reported, for the platform's staff; only a lead answers them. */
export async function loadDeposits(
	params: Record<string, string | string[] | undefined>,
): Promise<DepositList> {
	const scope = await requireScope("application.read", routes.ops.deposits());
	const filter = depositFilterSchema.parse(params);
	const [list, tabCounts] = await Promise.all([listDeposits(scope, filter), countDepositTabs(scope)]);
	return {
		filter,
		...list,
		pageSize: depositPageSize,
		tabCounts,
		canCheck: can(scope.role, "deposit.check"),
	};
}
