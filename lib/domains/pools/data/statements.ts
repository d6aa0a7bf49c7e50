import "server-only";
import { monthStateOn, monthsDown, reviewUntil } from "@/lib/domains/pools/rules/months";
import type {
	Balances,
	ObjectionRecord,
	PartnerMonthRow,
	PoolAccount,
	PoolMonthRow,
} from "@/lib/domains/pools/types";
import { pool } from "@/lib/platform/db/pool";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import { type Day, type Month, monthOf, monthRange } from "@/lib/platform/time";

type Flow = { month: Month; from: PoolAccount; to: PoolAccount; amount: bigint; movements: number };

const emptyBalances: Balances = {
	total: 0n,
	available: 0n,
	reserved: 0n,
	granted: 0n,
	spent: 0n,
	expired: 0n,
	clawedBack: 0n,
};

const balanceOf: Record<Exclude<PoolAccount, "FUNDING">, keyof Balances> = {
	AVAILABLE: "available",
	RESERVED: "reserved",
	GRANTED: "granted",
	SPENT: "spent",
	EXPIRED: "expired",
	CLAWED_BACK: "clawedBack",
};

/** A pool's months, newest first, each recomputed from its movements and carried forward from the first. */
export async function listPoolMonths(
	_scope: PlatformScope,
	poolId: string,
	today: Day,
): Promise<PoolMonthRow[]> {
	const [flows, closed, objections] = await Promise.all([
		pool().query<Flow>(
			`SELECT to_char(booked_on, 'YYYY-MM') AS month, from_account AS "from", to_account AS "to",
			        sum(amount)::bigint AS amount, count(*)::int AS movements
			   FROM pool_movements WHERE pool_id = $1 GROUP BY 1, 2, 3 ORDER BY 1`,
			[poolId],
		),
		pool().query<{ month: Month }>(
			"SELECT to_char(month, 'YYYY-MM') AS month FROM pool_months WHERE pool_id = $1",
			[poolId],
		),
		pool().query<{ month: Month; open: number }>(
			`SELECT to_char(month, 'YYYY-MM') AS month, count(*)::int AS open FROM pool_objections
			  WHERE pool_id = $1 AND answer IS NULL GROUP BY 1`,
			[poolId],
		),
	]);
	const first = flows.rows[0]?.month;
	if (!first) return [];
	const closedMonths = new Set(closed.rows.map((row) => row.month));
	let closing = emptyBalances;
	return monthsDown(first, monthOf(today))
		.reverse()
		.map((month) => {
			const own = flows.rows.filter((flow) => flow.month === month);
			closing = own.reduce(carry, closing);
			return {
				month,
				state: monthStateOn(month, today, closedMonths.has(month)),
				reviewUntil: reviewUntil(month),
				...sumFlows(own),
				closing,
				openObjections: objections.rows.find((row) => row.month === month)?.open ?? 0,
			};
		})
		.reverse();
}

function carry(balances: Balances, { from, to, amount }: Flow): Balances {
	const next: { -readonly [K in keyof Balances]: bigint } = { ...balances };
	if (from === "FUNDING") next.total += amount;
	else next[balanceOf[from]] -= amount;
	if (to === "FUNDING") next.total -= amount;
	else next[balanceOf[to]] += amount;
	return next;
}

function sumFlows(flows: readonly Flow[]) {
	const sum = (match: (flow: Flow) => boolean) =>
		flows.filter(match).reduce((total, flow) => total + flow.amount, 0n);
	return {
		raised: sum((flow) => flow.from === "FUNDING"),
		cut: sum((flow) => flow.to === "FUNDING"),
		reserved: sum((flow) => flow.to === "RESERVED"),
		grantedOut: sum((flow) => flow.to === "GRANTED"),
		spent: sum((flow) => flow.to === "SPENT"),
		released: sum((flow) => flow.from === "RESERVED" && flow.to === "AVAILABLE"),
		expired: sum((flow) => flow.to === "EXPIRED"),
		clawedBack: sum((flow) => flow.to === "CLAWED_BACK"),
		movements: flows.reduce((total, flow) => total + flow.movements, 0),
	};
}

const ofPartner = `
	SELECT p.id AS "poolId", p.name_zh AS "poolNameZh", p.name_en AS "poolNameEn", p.unit, s.*
	  FROM (
	    SELECT e.pool_id,
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'GRANTED' AND e.booked_on < $2::date), 0)::bigint AS opening,
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'GRANTED' AND e.amount > 0 AND e.booked_on >= $2::date), 0)::bigint AS granted,
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'SPENT' AND e.amount > 0 AND e.booked_on >= $2::date), 0)::bigint AS spent,
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'EXPIRED' AND e.booked_on >= $2::date), 0)::bigint AS expired,
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'CLAWED_BACK' AND e.booked_on >= $2::date), 0)::bigint AS "clawedBack",
	           coalesce(sum(e.amount) FILTER (WHERE e.account = 'GRANTED'), 0)::bigint AS closing,
	           count(*) FILTER (WHERE e.booked_on >= $2::date) AS moved
	      FROM pool_entries e
	     WHERE e.partner_id IN (SELECT id FROM partners WHERE organisation_id = $1) AND e.booked_on < $3::date
	     GROUP BY e.pool_id) s
	  JOIN pools p ON p.id = s.pool_id
	 WHERE s.opening > 0 OR s.moved > 0 ORDER BY p.created_at, p.id`;

/** A partner's month, pool by pool. */
export async function readOwnStatement(scope: PartnerScope, month: Month): Promise<PartnerMonthRow[]> {
	const { from, to } = monthRange(month);
	const { rows } = await pool().query<PartnerMonthRow>(ofPartner, [scope.organisationId, from, to]);
	return rows;
}

export type OwnMonth = {
	/** Months the partner had anything in, newest first; the current one always. */
	months: Month[];
	/** Pools of which the month is closed already. */
	closedPools: string[];
	objections: ObjectionRecord[];
};

export async function readOwnMonth(scope: PartnerScope, month: Month, today: Day): Promise<OwnMonth> {
	const [first, closed, objections] = await Promise.all([
		pool().query<{ month: Month | null }>(
			`SELECT to_char(min(booked_on), 'YYYY-MM') AS month FROM pool_movements
			  WHERE partner_id IN (SELECT id FROM partners WHERE organisation_id = $1)`,
			[scope.organisationId],
		),
		pool().query<{ id: string }>("SELECT pool_id AS id FROM pool_months WHERE month = $1", [`${month}-01`]),
		pool().query<ObjectionRecord>(
			`${objectionColumns} WHERE o.organisation_id = $1 AND o.month = $2 ORDER BY o.raised_at DESC`,
			[scope.organisationId, `${month}-01`],
		),
	]);
	const current = monthOf(today);
	return {
		months: monthsDown(first.rows[0]?.month ?? current, current).slice(0, 24),
		closedPools: closed.rows.map((row) => row.id),
		objections: objections.rows,
	};
}

const objectionColumns = `
	SELECT o.id, o.pool_id AS "poolId", to_char(o.month, 'YYYY-MM') AS month, o.partner_id AS "partnerId", x.name AS "partnerName",
	       o.statement, o.raised_at AS "raisedAt", o.answer, o.answered_at AS "answeredAt"
	  FROM pool_objections o JOIN partners x ON x.id = o.partner_id`;

/** What partners objected to, unanswered first. */
export async function listObjections(_scope: PlatformScope, poolId: string): Promise<ObjectionRecord[]> {
	const { rows } = await pool().query<ObjectionRecord>(
		`${objectionColumns} WHERE o.pool_id = $1 ORDER BY (o.answer IS NULL) DESC, o.raised_at DESC LIMIT 50`,
		[poolId],
	);
	return rows;
}

export type PartnerLine = PartnerMonthRow & { partnerName: string; uscc: string };

/** Every partner of a pool in a month: the lines of the pool's statement. */
export async function listPartnerLines(
	_scope: PlatformScope,
	poolId: string,
	month: Month,
): Promise<PartnerLine[]> {
	const { from, to } = monthRange(month);
	const { rows } = await pool().query<PartnerLine>(
		`SELECT x.name AS "partnerName", x.uscc, s.* FROM (
		   SELECT partner_id,
		          coalesce(sum(amount) FILTER (WHERE account = 'GRANTED' AND booked_on < $2::date), 0)::bigint AS opening,
		          coalesce(sum(amount) FILTER (WHERE account = 'GRANTED' AND amount > 0 AND booked_on >= $2::date), 0)::bigint AS granted,
		          coalesce(sum(amount) FILTER (WHERE account = 'SPENT' AND amount > 0 AND booked_on >= $2::date), 0)::bigint AS spent,
		          coalesce(sum(amount) FILTER (WHERE account = 'EXPIRED' AND booked_on >= $2::date), 0)::bigint AS expired,
		          coalesce(sum(amount) FILTER (WHERE account = 'CLAWED_BACK' AND booked_on >= $2::date), 0)::bigint AS "clawedBack",
		          coalesce(sum(amount) FILTER (WHERE account = 'GRANTED'), 0)::bigint AS closing,
		          count(*) FILTER (WHERE booked_on >= $2::date) AS moved
		     FROM pool_entries WHERE pool_id = $1 AND booked_on < $3::date AND partner_id IS NOT NULL GROUP BY partner_id) s
		   JOIN partners x ON x.id = s.partner_id
		  WHERE s.opening > 0 OR s.moved > 0 ORDER BY x.name COLLATE "zh-x-icu", x.id`,
		[poolId, from, to],
	);
	return rows;
}
