import "server-only";
import { stepPolicyV1 } from "@/lib/domains/playbook/constants/step-policy";
import { nameProducts } from "@/lib/domains/playbook/data/products";
import { readBrandSteps } from "@/lib/domains/playbook/data/step-results";
import { judgeSteps } from "@/lib/domains/playbook/rules/steps/judge-steps";
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
	const last = found.days.at(-1);
	const names = await nameProducts(last?.burst ? [last.burst] : []);
	const dayBefore = found.days.find(({ day }) => day === addDays(found.day, -1));
	const criteria = found.steps.flatMap(({ verdict }) => verdict.criteria);
	const before = dayBefore ? judgeSteps(dayBefore, stepPolicyV1).flatMap((one) => one.criteria) : [];
	return {
		...{ day: found.day, steps: found.steps, drivers: found.drivers, policy: stepPolicyV1 },
		series: seriesOf(
			found.days.filter(({ day }) => day > addDays(found.day, -trendDays)),
			stepPolicyV1,
		),
		moves: movesBetween(before, criteria),
		burstName: [...names.values()][0] ?? null,
	};
}
