import { judgeSteps, metMask } from "@/lib/domains/playbook/rules/steps/judge-steps";
import type { BrandTrial, StepTrial } from "@/lib/domains/playbook/types/step-policy";
import type { StepInputs, StepPolicy, StepState } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";

/** A brand on the last day judged: which steps held then, and what it would be judged by under the other policy. */
export type TriedBrand = {
	readonly brandId: string;
	readonly name: string;
	readonly met: number;
	readonly inputs: StepInputs;
	/** By step; a step never judged is open. */
	readonly states: Readonly<Partial<Record<Step, StepState>>>;
	/** Steps whose required items are done. */
	readonly done: readonly Step[];
};

const steps: readonly Step[] = [1, 2, 3, 4, 5];
const EXAMPLES = 20;

const holds = (mask: number, step: Step) => (mask & (1 << (step - 1))) !== 0;

/** What another policy would change for brands, step by step, and for whom: pure, over the inputs of one day. */
export function tryPolicy(brands: readonly TriedBrand[], policy: StepPolicy) {
	const tried = brands.map((brand) => ({ ...brand, metThen: metMask(judgeSteps(brand.inputs, policy)) }));
	const count = (chosen: (brand: (typeof tried)[number]) => boolean) => tried.filter(chosen).length;
	const trials = steps.map((step): StepTrial => {
		const isClosed = (brand: TriedBrand) => brand.states[step] === "CLOSED";
		return {
			step,
			metNow: count(({ met }) => holds(met, step)),
			metThen: count(({ metThen }) => holds(metThen, step)),
			wouldClose: count(
				(brand) =>
					!isClosed(brand) &&
					brand.done.includes(step) &&
					holds(brand.metThen, step) &&
					!holds(brand.met, step),
			),
			wouldFall: count((brand) => isClosed(brand) && holds(brand.met, step) && !holds(brand.metThen, step)),
		};
	});
	const moved = tried.flatMap(({ brandId, name, met, metThen }): BrandTrial[] => {
		const gained = steps.filter((step) => holds(metThen, step) && !holds(met, step));
		const lost = steps.filter((step) => !holds(metThen, step) && holds(met, step));
		return gained.length + lost.length > 0 ? [{ brandId, name, gained, lost }] : [];
	});
	const examples = moved
		.toSorted((a, b) => b.lost.length - a.lost.length || b.gained.length - a.gained.length)
		.slice(0, EXAMPLES);
	return { brands: brands.length, steps: trials, changed: moved.length, examples };
}
