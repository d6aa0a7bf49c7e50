import type { PoolClient } from "pg";
import { writeBriefs } from "@/lib/domains/playbook/mutations/briefs/write-briefs";
import { judgeDay, sumNets } from "@/lib/domains/playbook/mutations/steps/judge-day";
import { rollUpPlaybook } from "@/lib/domains/playbook/mutations/steps/roll-up";
import { weekOf } from "@/lib/domains/playbook/rules/steps/cohorts";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { addDays, type Day } from "@/lib/platform/time";
import type { DemoPlan } from "../plan";
import type { BrandPlan } from "../types";
import { brandStories } from "./stories";

/** Long enough for a step that closed to open again, for the brands whose steps move. */
const daysOfMoves = 72;
/** What a brand with single orders shows as its trend. */
const daysOfStories = 28;
/** A week and the day it is compared with. */
const daysOfAll = 8;
const weeksOfBriefs = 3;

/**
 * What the hourly job would have written day by day, none before a brand's playbook began. A demo that was judged is left
 * as it is.
 */
export async function judgeDemo({ brands, timeline }: DemoPlan): Promise<number> {
	const changes = await inRawTransaction(async (client) => {
		const { rowCount } = await client.query(
			"SELECT FROM playbook_brand_days WHERE brand_id = ANY($1) LIMIT 1",
			[brands.map(({ id }) => id)],
		);
		if (rowCount) return 0;
		await rollUpPlaybook(client);
		const begun = await readBegun(client);
		let changes = 0;
		for (let ago = daysOfMoves; ago >= 1; ago--) {
			const day = addDays(timeline.today, -ago);
			const ids = brandsOn(brands, ago)
				.filter(({ id }) => (begun.get(id) ?? day) <= day)
				.map(({ id }) => id);
			changes += (await judgeDay(client, day, ids)).changes;
		}
		await sumNets(client, addDays(timeline.today, -1));
		return changes;
	});
	for (let weeks = weeksOfBriefs; weeks >= 1; weeks--)
		await writeBriefs(addDays(weekOf(timeline.today), -7 * weeks), { mailed: false });
	return changes;
}

function brandsOn(brands: readonly BrandPlan[], ago: number): readonly BrandPlan[] {
	if (ago <= daysOfAll) return brands;
	const stories = ago <= daysOfStories ? brandStories : brandStories.slice(0, 2);
	return brands.filter(({ name }) => stories.some(({ brand }) => brand === name));
}

async function readBegun(client: PoolClient): Promise<Map<string, Day>> {
	const { rows } = await client.query<{ id: string; day: Day }>(
		"SELECT id, playbook_from::text AS day FROM brands WHERE playbook_from IS NOT NULL",
	);
	return new Map(rows.map(({ id, day }) => [id, day]));
}
