import type { Measure } from "@/lib/domains/gmv/schema/explorer";

export const explorerPageSize = 50;

export type Amounts = { paidFen: bigint; refundedFen: bigint };
export type GroupRow = Amounts & { key: string; rank: number };

export type Groups = {
	/** The groups of the page, the biggest first, and the biggest few of all. */
	rows: GroupRow[];
	/** How many groups there are, without the unattributed one. */
	count: number;
	/** What no partner has; null where that is not asked. */
	unattributed: Amounts | null;
	/** The sum of all groups, attributed ones only. */
	sum: Amounts;
	/** Everything selected, each shop day counted once. */
	total: Amounts;
};

/** The same thing in the period, in the one before and in the year before. */
export type Compared = { now: Amounts; before: Amounts; yearBefore: Amounts };

export type ExplorerTable = {
	rows: (Compared & { key: string; rank: number })[];
	/** Groups on other pages, as one row; null when the page holds them all. */
	rest: (Compared & { count: number }) | null;
	/** GMV of shops nobody has, a row of its own; null where a partner or a track is asked for. */
	unattributed: Compared | null;
	/** Minus what shops bound in two tracks at once count twice; null when nothing does. */
	overlap: Compared | null;
	total: Compared;
	count: number;
};

const nothing: Amounts = { paidFen: 0n, refundedFen: 0n };

function minus(a: Amounts, b: Amounts): Amounts {
	return { paidFen: a.paidFen - b.paidFen, refundedFen: a.refundedFen - b.refundedFen };
}

function sumOf(amounts: readonly Amounts[]): Amounts {
	return {
		paidFen: amounts.reduce((sum, one) => sum + one.paidFen, 0n),
		refundedFen: amounts.reduce((sum, one) => sum + one.refundedFen, 0n),
	};
}

function isNothing(amounts: Amounts): boolean {
	return amounts.paidFen === 0n && amounts.refundedFen === 0n;
}

export function measureOf(amounts: Amounts, measure: Measure): bigint {
	if (measure === "paid") return amounts.paidFen;
	return measure === "refunded" ? amounts.refundedFen : amounts.paidFen - amounts.refundedFen;
}

/** Shown rows + the rest + unattributed + overlap = total, in every period (domain.md §3.4, the law of conservation). */
export function buildTable(now: Groups, before: Groups, yearBefore: Groups, page: number): ExplorerTable {
	const periods = { now, before, yearBefore } as const;
	const across = (pick: (groups: Groups) => Amounts): Compared => ({
		now: pick(periods.now),
		before: pick(periods.before),
		yearBefore: pick(periods.yearBefore),
	});
	const first = (page - 1) * explorerPageSize + 1;
	const shown = now.rows.filter(({ rank }) => rank >= first && rank < first + explorerPageSize);
	const find = (groups: Groups, key: string) => groups.rows.find((row) => row.key === key) ?? nothing;
	const keys = new Set(shown.map(({ key }) => key));
	const ofShown = (groups: Groups) => sumOf(groups.rows.filter(({ key }) => keys.has(key)));
	const unattributed = across((groups) => groups.unattributed ?? nothing);
	const overlap = across((groups) => minus(minus(groups.total, groups.sum), groups.unattributed ?? nothing));
	const rest = across((groups) => minus(groups.sum, ofShown(groups)));
	const isNowhere = (compared: Compared) => Object.values(compared).every(isNothing);
	const hiddenCount = now.count - shown.length;
	return {
		rows: shown.map(({ key, rank }) => ({ key, rank, ...across((groups) => find(groups, key)) })),
		rest: hiddenCount > 0 || !isNowhere(rest) ? { ...rest, count: hiddenCount } : null,
		unattributed: isNowhere(unattributed) ? null : unattributed,
		overlap: isNowhere(overlap) ? null : overlap,
		total: across((groups) => groups.total),
		count: now.count,
	};
}
