import type { StepStanding } from "@/lib/domains/playbook/types/steps";

/**
 * The step a brand has reached (domain.md §3.7: five steps in this order): how many of them are closed from the first on
 * without a gap. A step that was closed and has opened again holds up those behind it.
 */
export function reachedStep(
	standings: readonly { readonly step: number; readonly state: StepStanding["state"] }[],
): number {
	const closed = new Set(standings.filter(({ state }) => state === "CLOSED").map(({ step }) => step));
	let reached = 0;
	while (closed.has(reached + 1)) reached++;
	return reached;
}
