import { addDays, type Day, daysBetween } from "@/lib/platform/time";

export const firstDaysMilestones = ["shop", "gmv", "expert", "tier", "verification"] as const;
export type FirstDaysMilestone = (typeof firstDaysMilestones)[number];

/** What the data say of a new partner; null where it has not happened. */
export type FirstDaysFacts = {
	readonly admittedOn: Day;
	readonly firstShopOn: Day | null;
	readonly firstGmvOn: Day | null;
	/** The day its first certificate that is still valid was issued. */
	readonly firstExpertOn: Day | null;
	readonly tier: number;
	readonly nextVerificationOn: Day | null;
};

export type FirstDaysPlan = {
	readonly admittedOn: Day;
	/** The first day on which a newcomer is no longer protected from demotion; the plan's last but the verification. */
	readonly protectedUntil: Day;
	/** Days since admission, from 0. */
	readonly dayNumber: number;
	readonly steps: readonly {
		readonly milestone: FirstDaysMilestone;
		readonly due: Day;
		/** The day the data show it done; null while they do not, or where they know no day. */
		readonly doneOn: Day | null;
		readonly state: "done" | "late" | "open";
	}[];
};

/** By when, in days after admission, a good start has happened; the tier's horizon is the end of the protection. */
const paces = { shop: 14, gmv: 30, expert: 60 } as const;

/**
 * The first 90 days of a partner (domain.md §3.3: newcomers are protected from demotion that long): what a good start
 * holds, by when, and what the data show of it. Null from the first day without protection on: then it is a partner as
 * any other.
 */
export function planFirstDays(
	facts: FirstDaysFacts,
	protectionDays: number,
	asOf: Day,
): FirstDaysPlan | null {
	const { admittedOn } = facts;
	const protectedUntil = addDays(admittedOn, protectionDays);
	if (asOf >= protectedUntil || asOf < admittedOn) return null;
	const within = (days: number) => addDays(admittedOn, Math.min(days, protectionDays));
	const step = (milestone: FirstDaysMilestone, due: Day, isDone: boolean, doneOn: Day | null = null) => ({
		milestone,
		due,
		doneOn,
		state: isDone ? ("done" as const) : asOf > due ? ("late" as const) : ("open" as const),
	});
	return {
		admittedOn,
		protectedUntil,
		dayNumber: daysBetween(admittedOn, asOf),
		steps: [
			step("shop", within(paces.shop), facts.firstShopOn !== null, facts.firstShopOn),
			step("gmv", within(paces.gmv), facts.firstGmvOn !== null, facts.firstGmvOn),
			step("expert", within(paces.expert), facts.firstExpertOn !== null, facts.firstExpertOn),
			step("tier", protectedUntil, facts.tier >= 2),
			...(facts.nextVerificationOn ? [step("verification", facts.nextVerificationOn, false)] : []),
		],
	};
}
