import "server-only";
import { notFound } from "next/navigation";
import {
	findLastWeek,
	findScorecard,
	listOwnShops,
	listScores,
} from "@/lib/domains/trust/data/scorecard/scorecards";
import { scoreListSchema, scoreWeekSchema } from "@/lib/domains/trust/schema/scorecard";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf } from "@/lib/platform/time";
import { orNotFound } from "./or-not-found";

type Query = Record<string, string | string[] | undefined>;

/** Every shop's last whole week. */
export async function loadScores(query: Query) {
	const scope = await requireScope("trust-score.read", routes.ops.trustScores());
	const filter = scoreListSchema.parse(query);
	const week = await findLastWeek(businessDayOf(new Date()));
	const list = week ? await listScores(scope, week, filter) : { rows: [], total: 0 };
	return { filter, week, ...list };
}

/** One shop's card. */
export async function loadScorecard(shopText: string, query: Query) {
	const shopId = Number(shopText);
	const scope = await requireScope("trust-score.read", routes.ops.trustScore(shopId));
	const week = scoreWeekSchema.parse(query).week ?? (await findLastWeek(businessDayOf(new Date())));
	if (!Number.isSafeInteger(shopId) || shopId < 1 || shopId > 2_147_483_647 || !week) notFound();
	return orNotFound(findScorecard(scope, shopId, week));
}

/** The card of one of the brand's own shops, the first where none is chosen; null without a shop or a week. */
export async function loadOwnScorecard(query: Query) {
	const scope = await requireScope("trust-score.read-own", routes.brand.trustScorecard());
	const { week: asked, shop } = scoreWeekSchema.parse(query);
	const [shops, last] = await Promise.all([listOwnShops(scope), findLastWeek(businessDayOf(new Date()))]);
	const [shopId, week] = [shop ?? shops[0]?.id, asked ?? last];
	const scorecard = shopId && week ? await orNotFound(findScorecard(scope, shopId, week)) : null;
	return { shops, scorecard };
}
