/** Net GMV of one partner by month index, in fen; months without a figure count as zero sales and are left out of ratios. */
export type MonthlyGmv = {
	readonly partnerId: string;
	readonly track: string;
	/** One figure per month, the oldest first; all partners over the same months. */
	readonly months: readonly number[];
	/** Index of the month in which it was first granted the benefit; null: never. */
	readonly grantedAt: number | null;
};

export type EffectPoint = {
	readonly offset: number;
	readonly users: number | null;
	readonly others: number | null;
};

export type EffectResult =
	| { readonly kind: "NOT_ENOUGH"; readonly users: number; readonly matched: number; readonly needed: number }
	| {
			readonly kind: "MEASURED";
			readonly users: number;
			readonly matched: number;
			/** Growth of users beyond that of their matches, in basis points, and its 95% interval. */
			readonly effectBps: number;
			readonly lowBps: number;
			readonly highBps: number;
			/** Growth before to after, in basis points (geometric mean). */
			readonly usersBps: number;
			readonly othersBps: number;
			/** Mean GMV of each month around the grant; the mean of the months before is 10,000. */
			readonly points: readonly EffectPoint[];
	  };

/** Whole months compared on either side of the month of the grant. */
export const EFFECT_MONTHS = 3;
/** Non-users of the same track and of the nearest GMV before, for each user. */
export const MATCHES = 3;
/** Fewer matched users than this say nothing. */
export const NEEDED_USERS = 8;
/** A match sells between a third and three times of what the user sold before. */
const NEAR = Math.log(3);

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const bpsOf = (logRatio: number) => Math.round(Math.expm1(logRatio) * 10_000);

/** Student's t at 97.5% (Cornish–Fisher expansion of the normal quantile; within 0.5% from 7 degrees on). */
function t975(degrees: number): number {
	const z = 1.959_964;
	return z + (z ** 3 + z) / (4 * degrees) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * degrees ** 2);
}

function before(months: readonly number[], at: number): number[] {
	return months.slice(at - EFFECT_MONTHS, at);
}
function after(months: readonly number[], at: number): number[] {
	return months.slice(at + 1, at + 1 + EFFECT_MONTHS);
}

/** log(mean after ÷ mean before); null where a side has no whole window or no sales. */
function growth(months: readonly number[], at: number): number | null {
	const [earlier, later] = [before(months, at), after(months, at)];
	if (at < EFFECT_MONTHS || later.length < EFFECT_MONTHS) return null;
	const [from, to] = [mean(earlier), mean(later)];
	return from > 0 && to > 0 ? Math.log(to / from) : null;
}

type Pair = {
	user: MonthlyGmv;
	at: number;
	own: number;
	matches: readonly { who: MonthlyGmv; growth: number }[];
};

/** Each user with the non-users most like it before the grant; users without any are left out. */
function pairUp(all: readonly MonthlyGmv[]): Pair[] {
	const never = all.filter(({ grantedAt }) => grantedAt === null);
	return all.flatMap((user) => {
		const at = user.grantedAt;
		const own = at === null ? null : growth(user.months, at);
		if (at === null || own === null) return [];
		const level = Math.log(mean(before(user.months, at)));
		const matches = never
			.filter((who) => who.track === user.track)
			.flatMap((who) => {
				const change = growth(who.months, at);
				if (change === null) return [];
				return [{ who, growth: change, distance: Math.abs(Math.log(mean(before(who.months, at))) - level) }];
			})
			.filter(({ distance }) => distance <= NEAR)
			.sort((a, b) => a.distance - b.distance || (a.who.partnerId < b.who.partnerId ? -1 : 1))
			.slice(0, MATCHES);
		return matches.length === 0 ? [] : [{ user, at, own, matches }];
	});
}

/**
 * What users of a benefit gained beyond similar non-users: matched difference in differences of log GMV, three whole months
 * before against three after, with a 95% interval over users. It measures a difference and not its cause: who is given a
 * benefit was chosen, and a match is like its user in track and size alone.
 */
export function measureEffect(all: readonly MonthlyGmv[]): EffectResult {
	const users = all.filter(({ grantedAt }) => grantedAt !== null).length;
	const pairs = pairUp(all);
	const matched = pairs.length;
	if (matched < NEEDED_USERS) return { kind: "NOT_ENOUGH", users, matched, needed: NEEDED_USERS };
	const others = pairs.map(({ matches }) => mean(matches.map((match) => match.growth)));
	const gains = pairs.map(({ own }, index) => own - (others[index] ?? 0));
	const effect = mean(gains);
	const spread = Math.sqrt(gains.reduce((sum, gain) => sum + (gain - effect) ** 2, 0) / (matched - 1));
	const half = (t975(matched - 1) * spread) / Math.sqrt(matched);
	return {
		kind: "MEASURED",
		users,
		matched,
		effectBps: bpsOf(effect),
		lowBps: bpsOf(effect - half),
		highBps: bpsOf(effect + half),
		usersBps: bpsOf(mean(pairs.map(({ own }) => own))),
		othersBps: bpsOf(mean(others)),
		points: pointsOf(pairs),
	};
}

/** The curve around the grant: each partner against its own months before, so that the large do not drown the small. */
function pointsOf(pairs: readonly Pair[]): EffectPoint[] {
	const level = (months: readonly number[], at: number, offset: number) =>
		((months[at + offset] ?? 0) / mean(before(months, at))) * 10_000;
	return Array.from({ length: 2 * EFFECT_MONTHS + 1 }, (_, index) => {
		const offset = index - EFFECT_MONTHS;
		return {
			offset,
			users: Math.round(mean(pairs.map(({ user, at }) => level(user.months, at, offset)))),
			others: Math.round(
				mean(pairs.flatMap(({ matches, at }) => matches.map(({ who }) => level(who.months, at, offset)))),
			),
		};
	});
}
