import type { ChangeRole } from "@/lib/domains/pools/policy";
import type { PoolQuery } from "@/lib/domains/pools/schema";
import type {
	GrantRecord,
	MovementRecord,
	ObjectionRecord,
	PoolChange,
	PoolMonthRow,
	PoolRecord,
} from "@/lib/domains/pools/types";
import type { Day } from "@/lib/platform/time";

type Page<Row> = { readonly rows: readonly Row[]; readonly total: number };

/** What the page of a pool shows: the pool, and of its four lists the one that is asked for. */
export type PoolPage = {
	readonly pool: PoolRecord;
	readonly today: Day;
	readonly query: PoolQuery;
	readonly changes: readonly PoolChange[];
	readonly proposal: { readonly change: PoolChange; readonly role: ChangeRole } | null;
	readonly canManage: boolean;
	/** Whether every movement leads to its entry in the decision log. */
	readonly canTrace: boolean;
	readonly grants: Page<GrantRecord> | null;
	readonly movements: Page<MovementRecord> | null;
	readonly months: readonly PoolMonthRow[] | null;
	readonly objections: readonly ObjectionRecord[];
};
