import "server-only";
import { readRequiredItemsDone } from "@/lib/domains/playbook/data/items";
import { computeStepInputs } from "@/lib/domains/playbook/data/step-inputs";
import { listStepPolicies } from "@/lib/domains/playbook/data/step-policy";
import { listInputsOfDay } from "@/lib/domains/playbook/data/step-results";
import { haveSameLengths, policyOn } from "@/lib/domains/playbook/rules/steps/policy-on";
import { tryPolicy } from "@/lib/domains/playbook/rules/steps/try-policy";
import type { PolicyTrial } from "@/lib/domains/playbook/types/step-policy";
import type { StepPolicy, StepState } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import { pool } from "@/lib/platform/db/pool";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

type Standing = { brandId: string; name: string; step: Step | null; state: StepState | null };

/**
 * What a policy would change for all brands on the last day judged, in one pass over what is stored of it. A policy of other
 * lengths counts the day's windows anew, in one pass over the rollups. Null before any day was judged. Writes nothing.
 */
export async function tryStepPolicy(_scope: PlatformScope, policy: StepPolicy): Promise<PolicyTrial | null> {
	const { rows } = await pool().query<{ day: Day | null }>(
		"SELECT max(day)::text AS day FROM playbook_brand_days",
	);
	const day = rows[0]?.day;
	if (!day) return null;
	const [stored, standings, policies] = await Promise.all([
		listInputsOfDay(day),
		pool().query<Standing>(
			`SELECT b.id AS "brandId", b.name, s.step::int, s.state::text
			   FROM brands b LEFT JOIN playbook_steps s ON s.brand_id = b.id
			  WHERE EXISTS (SELECT FROM playbook_brand_days d WHERE d.brand_id = b.id AND d.day = $1)`,
			[day],
		),
		listStepPolicies(),
	]);
	const isComputed = !haveSameLengths(policyOn(policies, day), policy);
	const inputs = isComputed ? await computeStepInputs(pool(), day, null, policy) : stored;
	const done = await readRequiredItemsDone(stored.map(({ brandId }) => brandId));
	const inputsOf = new Map(inputs.map((one) => [one.brandId, one]));
	const known = Map.groupBy(standings.rows, ({ brandId }) => brandId);
	const brands = stored.map((before) => {
		const own = known.get(before.brandId) ?? [];
		const steps = done.get(before.brandId);
		return {
			...{ brandId: before.brandId, name: own[0]?.name ?? "", met: before.met },
			inputs: inputsOf.get(before.brandId) ?? before,
			states: Object.fromEntries(own.flatMap(({ step, state }) => (step ? [[step, state]] : []))),
			done: ([1, 2, 3, 4, 5] as const).filter((step) => steps?.get(step) ?? false),
		};
	});
	return { day, isComputed, ...tryPolicy(brands, policy) };
}
