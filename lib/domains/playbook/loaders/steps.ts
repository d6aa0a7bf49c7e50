import "server-only";
import { nameProducts } from "@/lib/domains/playbook/data/products";
import { criteriaBeside, readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { haveSameLengths, policyOf } from "@/lib/domains/playbook/rules/steps/policy-on";
import { movesBetween, seriesOf } from "@/lib/domains/playbook/rules/steps/series";
import type { BrandSteps, StepsGlance, StepsView } from "@/lib/domains/playbook/types/step-results";
import type { Scope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

/** Days of a criterion's line. */
const trendDays = 28;

/** How a brand's five steps stand now; null until they were judged. */
export async function readStepsGlance(scope: Scope, brandId: string): Promise<StepsGlance | null> {
	const found = await readBrandSteps(scope, brandId, null);
	return found && glanceAt(found);
}

function glanceAt({ day, steps, drivers, policy, days, policies }: BrandSteps): StepsGlance {
	const dayBefore = days.find((one) => one.day === addDays(day, -1));
	const before = dayBefore ? criteriaBeside(dayBefore, policies, policy) : [];
	const now = steps.flatMap(({ verdict }) => verdict.criteria);
	return { ...{ day, steps, drivers, policy }, moves: movesBetween(before, now) };
}

/** How a brand's five steps stand by its data, with the line of every criterion; null until it was judged. */
export async function readStepsView(scope: Scope, brandId: string, today: Day): Promise<StepsView | null> {
	const found = await readBrandSteps(scope, brandId, addDays(today, -trendDays - 8));
	if (!found) return null;
	const { policy, policies } = found;
	const last = found.days.at(-1);
	const names = await nameProducts(last?.burst ? [last.burst] : []);
	const shown = found.days.filter(({ day }) => day > addDays(found.day, -trendDays));
	const isNewer = shown.some(({ policyVersion }) => policyVersion !== policy.version);
	return {
		...glanceAt(found),
		policySince: isNewer
			? (shown.find(({ policyVersion }) => policyVersion === policy.version)?.day ?? null)
			: null,
		series: seriesOf(
			shown.filter((one) => haveSameLengths(policyOf(policies, one.policyVersion), policy)),
			policy,
		),
		burstName: [...names.values()][0] ?? null,
	};
}
