import "server-only";
import type { ClientBase, Pool } from "pg";
import { reachedStep } from "@/lib/domains/playbook/rules/steps/reached-step";
import type { StepStanding } from "@/lib/domains/playbook/types/steps";

/** The step each of some brands has reached, as last judged; brands the caller has read under its own scope. */
export async function readReachedSteps(
	door: Pick<Pool | ClientBase, "query">,
	brandIds: readonly string[],
): Promise<Map<string, number>> {
	const { rows } = await door.query<{ brandId: string; step: number; state: StepStanding["state"] }>(
		`SELECT brand_id AS "brandId", step::int, state::text FROM playbook_steps WHERE brand_id = ANY($1)`,
		[brandIds],
	);
	const standings = Map.groupBy(rows, ({ brandId }) => brandId);
	return new Map(brandIds.map((id) => [id, reachedStep(standings.get(id) ?? [])]));
}
