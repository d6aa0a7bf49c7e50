import { addDays } from "@/lib/platform/time";
import { brandSeeds, categories } from "./brand-names";
import { demoId } from "./identifiers";
import { createRandom } from "./random";
import { instantOn, type Timeline } from "./timeline";
import type { BrandPlan } from "./types";

export function planBrands(timeline: Timeline): BrandPlan[] {
	const random = createRandom("brands");
	return brandSeeds.map((seed) => {
		const category = categories.find((candidate) => candidate.name === seed.category);
		if (!category) throw new Error("UNKNOWN_CATEGORY");
		const at = instantOn(addDays(timeline.today, -random.int(90, 900)), random.between(9, 18));
		return {
			id: demoId("brd", at, random),
			organisationId: demoId("org", at, random),
			name: seed.name,
			kind: seed.kind,
			category,
			joinedAt: at,
		};
	});
}
