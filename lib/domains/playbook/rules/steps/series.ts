import { judgeSteps } from "@/lib/domains/playbook/rules/steps/judge-steps";
import type { Criterion, CriterionCode, StepInputs, StepPolicy } from "@/lib/domains/playbook/types/steps";

/** A criterion's values over some days, oldest first; null on a day without one. */
export type CriterionSeries = ReadonlyMap<CriterionCode, readonly (number | null)[]>;

/** What every criterion was on each of the days, by one policy, so that the line is not bent by a change of it. */
export function seriesOf(days: readonly StepInputs[], policy: StepPolicy): CriterionSeries {
	const judged = days.map((day) => judgeSteps(day, policy).flatMap(({ criteria }) => criteria));
	const codes = judged.at(-1)?.map(({ code }) => code) ?? [];
	return new Map(
		codes.map((code) => [code, judged.map((all) => all.find((one) => one.code === code)?.value ?? null)]),
	);
}

export type CriterionMove = {
	readonly code: CriterionCode;
	readonly from: number | null;
	readonly to: number | null;
	readonly threshold: number;
	/** Whether it crossed its threshold, and which way. */
	readonly crossed: "UP" | "DOWN" | null;
};

/** What moved between two judgements: those that crossed first, then by how far they moved against their thresholds. */
export function movesBetween(before: readonly Criterion[], now: readonly Criterion[]): CriterionMove[] {
	return now
		.flatMap((criterion): CriterionMove[] => {
			const { code, value: to, threshold, isMet } = criterion;
			const earlier = before.find((one) => one.code === code);
			const from = earlier?.value ?? null;
			if (!earlier || from === to) return [];
			const crossed = earlier.isMet === isMet ? null : isMet ? "UP" : "DOWN";
			return [{ code, from, to, threshold, crossed }];
		})
		.sort((a, b) => Number(b.crossed !== null) - Number(a.crossed !== null) || farOf(b) - farOf(a));
}

function farOf({ from, to, threshold }: CriterionMove): number {
	return threshold > 0 ? Math.abs((to ?? 0) - (from ?? 0)) / threshold : 0;
}
