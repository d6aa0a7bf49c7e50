import "server-only";
import { listOwnGrants } from "@/lib/domains/pools/data/grants";
import { readPoolDay } from "@/lib/domains/pools/data/pools";
import { readOwnMonth, readOwnStatement } from "@/lib/domains/pools/data/statements";
import { monthStateOn, reviewUntil } from "@/lib/domains/pools/rules/months";
import { statementQuerySchema } from "@/lib/domains/pools/schema";
import type { OwnPools } from "@/lib/domains/pools/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { monthOf } from "@/lib/platform/time";
import type { Query } from "./ops";

/** A partner's grants and its statement of a month, the current one unless another is asked for. */
export async function loadOwnPools(search: Query): Promise<OwnPools> {
	const scope = await requireScope("pool.read-own", routes.partner.pools());
	const today = await readPoolDay();
	const asked = statementQuerySchema.parse(search).month;
	const month = asked && asked <= monthOf(today) ? asked : monthOf(today);
	const [grants, lines, own] = await Promise.all([
		listOwnGrants(scope),
		readOwnStatement(scope, month),
		readOwnMonth(scope, month, today),
	]);
	return {
		today,
		month,
		reviewUntil: reviewUntil(month),
		grants,
		months: own.months,
		objections: own.objections,
		lines: lines.map((line) => ({
			...line,
			state: monthStateOn(month, today, own.closedPools.includes(line.poolId)),
		})),
	};
}
