import "server-only";
import { notFound } from "next/navigation";
import { listGrants, listMovements } from "@/lib/domains/pools/data/grants";
import { findPool, listChanges, listPools, readPoolDay } from "@/lib/domains/pools/data/pools";
import { listObjections, listPartnerLines, listPoolMonths } from "@/lib/domains/pools/data/statements";
import { changeRoleOf } from "@/lib/domains/pools/policy";
import { poolQuerySchema } from "@/lib/domains/pools/schema";
import type { PoolPage } from "@/lib/domains/pools/types/page";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { isMonth, type Month } from "@/lib/platform/time";

export type Query = Record<string, string | string[] | undefined>;

export async function loadPools() {
	const scope = await requireScope("pool.read", routes.ops.pools());
	return { pools: await listPools(scope), canManage: can(scope.role, "pool.manage") };
}

/** A pool with the list that the address asks for. */
export async function loadPool(id: string, search: Query): Promise<PoolPage> {
	const scope = await requireScope("pool.read", routes.ops.pool(id));
	const query = poolQuerySchema.parse(search);
	const [pool, today, changes] = await Promise.all([
		findPool(scope, id),
		readPoolDay(),
		listChanges(scope, id),
	]);
	if (!pool) notFound();
	const open = changes.find((change) => change.state === "PROPOSED") ?? null;
	return {
		pool,
		today,
		query,
		changes,
		proposal: open && { change: open, role: changeRoleOf(open, scope) },
		canManage: can(scope.role, "pool.manage"),
		canTrace: can(scope.role, "decision.read"),
		grants: query.view === "grants" ? await listGrants(scope, id, query) : null,
		movements: query.view === "movements" ? await listMovements(scope, id, query) : null,
		months: query.view === "months" ? await listPoolMonths(scope, id, today) : null,
		objections: query.view === "months" ? await listObjections(scope, id) : [],
	};
}

/** The name alone, for the title. */
export async function loadPoolName(id: string) {
	const scope = await requireScope("pool.read", routes.ops.pool(id));
	const pool = await findPool(scope, id);
	if (!pool) notFound();
	return pool;
}

/** A pool's statement of a month: its own line and one per partner. */
export async function loadPoolStatement(id: string, month: Month) {
	const scope = await requireScope("pool.read", routes.ops.pool(id));
	const pool = await findPool(scope, id);
	if (!pool || !isMonth(month)) notFound();
	const months = await listPoolMonths(scope, id, await readPoolDay());
	const line = months.find((row) => row.month === month);
	if (!line) notFound();
	return { pool, line, partners: await listPartnerLines(scope, id, month) };
}
