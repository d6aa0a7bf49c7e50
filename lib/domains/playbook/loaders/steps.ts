import "server-only";
import { nameProducts } from "@/lib/domains/playbook/data/products";
import { criteriaBeside, readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { haveSameLengths, policyOf } from "@/lib/domains/playbook/rules/steps/policy-on";
import { movesBetween, seriesOf } from "@/lib/domains/playbook/rules/steps/series";
import type { StepsView } from "@/lib/domains/playbook/types/step-results";
import type { Scope } from "@/lib/platform/session/scope";
import { addDays, type Day } from "@/lib/platform/time";

/** Days of a criterion's line. */
const trendDays = 28;

/** How a brand's five steps stand by its data, with the line of every criterion; null until it was judged. */
export async function readStepsView(scope: Scope, brandId: string, today: Day): Promise<StepsView | null> {
	const found = await readBrandSteps(scope, brandId, addDays(today, -trendDays - 8));
	if (!found) return null;
	const { policy, policies } = found;
	const last = found.days.at(-1);
	const names = await nameProducts(last?.burst ? [last.burst] : []);
	const dayBefore = found.days.find(({ day }) => day === addDays(found.day, -1));
	const criteria = found.steps.flatMap(({ verdict }) => verdict.criteria);
	const before = dayBefore ? criteriaBeside(dayBefore, policies, policy) : [];
	const shown = found.days.filter(({ day }) => day > addDays(found.day, -trendDays));
	const isNewer = shown.some(({ policyVersion }) => policyVersion !== policy.version);
	return {
		...{ day: found.day, steps: found.steps, drivers: found.drivers, policy },
		policySince: isNewer
			? (shown.find(({ policyVersion }) => policyVersion === policy.version)?.day ?? null)
			: null,
		series: seriesOf(
			shown.filter((one) => haveSameLengths(policyOf(policies, one.policyVersion), policy)),
			policy,
		),
		moves: movesBetween(before, criteria),
		burstName: [...names.values()][0] ?? null,
	};
}
