import "server-only";
import { readOwnRanking, readRankingChoice } from "@/lib/domains/tiers/data/read-ranking";
import type { PublicRanking, RankingChoice } from "@/lib/domains/tiers/types/ranking";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

export type OwnRanking = {
	/** Null before the first final run that ranked the partner. */
	ranking: PublicRanking | null;
	/** Null: the company is no partner (any more). */
	choice: RankingChoice | null;
	canChoose: boolean;
};

/** The ranking of the own track as a partner may see it. `from`: the rank the named places begin with. */
export async function loadOwnRanking(from: string | undefined): Promise<OwnRanking> {
	const scope = await requireScope("partner.read-own", routes.partner.ranking());
	const asked = Number(from);
	const first = Number.isInteger(asked) && asked >= 1 && asked < 10_000_000 ? asked : 1;
	const [ranking, choice] = await Promise.all([readOwnRanking(scope, first), readRankingChoice(scope)]);
	return { ranking, choice, canChoose: can(scope.role, "ranking.choose") };
}
