import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { readPartnerNames } from "@/lib/domains/tiers/data/past-runs";
import { previewCorrection } from "@/lib/domains/tiers/data/preview-correction";
import {
	countTierAppeals,
	findTierAppealCase,
	listTierAppeals,
	readAppealPeriods,
} from "@/lib/domains/tiers/data/tier-appeals";
import { objectionToDecidingAppeal } from "@/lib/domains/tiers/policy";
import {
	parseTierAppealQuery,
	type TierAppealCursor,
	type TierAppealTab,
} from "@/lib/domains/tiers/rules/tier-appeal-query";
import type { AppealPeriods } from "@/lib/domains/tiers/schema/appeal";
import type { JudgeObjection, TierAppealLine, TierAppealPage } from "@/lib/domains/tiers/types/appeals";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

type Params = Record<string, string | string[] | undefined>;

export type TierAppeals = {
	query: { tab: TierAppealTab; after: TierAppealCursor | null };
	rows: (TierAppealLine & { objection: JudgeObjection | null })[];
	next: TierAppealCursor | null;
	counts: Record<TierAppealTab, number>;
	calendar: WorkCalendar;
	today: Day;
	periods: AppealPeriods;
};

/** A page of the worklist for the address it was asked under. */
export async function loadTierAppeals(params: Params): Promise<TierAppeals> {
	const scope = await requireScope("evaluation.read", routes.ops.tierAppeals());
	const query = parseTierAppealQuery(params);
	const today = businessDayOf(new Date());
	const [page, counts, calendar, periods] = await Promise.all([
		listTierAppeals(scope, query.tab, query.after),
		countTierAppeals(scope),
		readWorkCalendar(),
		readAppealPeriods(today),
	]);
	const rows = page.rows.map((row) => ({ ...row, objection: objectionToDecidingAppeal(scope.role, row) }));
	return { query, rows, next: page.next, counts, calendar, today, periods };
}

/** How many tier appeals wait for an answer: the count on the tab. */
export const loadOpenTierAppeals = cache(async (): Promise<number> => {
	const scope = await requireScope("evaluation.read");
	return (await countTierAppeals(scope)).open;
});

/** One tier appeal before its judge, with what executing the decision again gives at this moment. */
export const loadTierAppeal = cache(async (id: string): Promise<TierAppealPage> => {
	const scope = await requireScope("evaluation.read", routes.ops.tierAppeal(id));
	const appeal = (await findTierAppealCase(scope, id)) ?? notFound();
	const [evidence, calendar, correction] = await Promise.all([
		listFiles(scope, { purpose: "TIER_APPEAL", subjectId: id }),
		readWorkCalendar(),
		appeal.state === "OPEN" ? previewCorrection(scope, appeal) : null,
	]);
	const difference = appeal.difference ?? correction?.difference ?? null;
	return {
		appeal,
		evidence,
		correction,
		objection: objectionToDecidingAppeal(scope.role, appeal.involvement),
		names: await readPartnerNames(scope, difference?.others.map((other) => other.partnerId) ?? []),
		calendar,
		today: businessDayOf(new Date()),
	};
});
