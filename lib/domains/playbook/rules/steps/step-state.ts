import type { StepChange, StepDay, StepStanding } from "@/lib/domains/playbook/types/steps";

export const openStep: StepStanding = { state: "OPEN", since: null, belowDays: 0 };

type Advance = { readonly standing: StepStanding; readonly change: StepChange | null };

/**
 * One day of a step (domain.md §3.7). It closes on the first day on which its data hold and its required items are done,
 * and opens again when the data of a closed step lay below for `reopenAfterDays` days in a row; a day that holds begins the
 * count anew. An item that is undone later does not open it: data close a step and data open it.
 */
export function advanceStep(standing: StepStanding, day: StepDay, reopenAfterDays: number): Advance {
	if (standing.state !== "CLOSED") {
		if (!day.isMet || !day.requiredDone) return { standing, change: null };
		return enter(standing, "CLOSED", day, "CRITERIA_AND_ITEMS");
	}
	if (day.isMet) return { standing: { ...standing, belowDays: 0 }, change: null };
	const belowDays = standing.belowDays + 1;
	if (belowDays >= reopenAfterDays) return enter(standing, "REOPENED", day, "BELOW_TOO_LONG");
	return { standing: { ...standing, belowDays }, change: null };
}

function enter(
	from: StepStanding,
	to: StepStanding["state"],
	{ day }: StepDay,
	reason: StepChange["reason"],
): Advance {
	return {
		standing: { state: to, since: day, belowDays: 0 },
		change: { day, from: from.state, to, reason },
	};
}
