import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import {
	findOwnAppealedReceipt,
	findOwnTierAppeal,
	listOwnTierAppeals,
	type OwnAppealedReceipt,
} from "@/lib/domains/tiers/data/own-tier-appeals";
import { readAppealPeriods } from "@/lib/domains/tiers/data/tier-appeals";
import { type Appealable, listAppealable } from "@/lib/domains/tiers/rules/appeal-criteria";
import { lastTierAppealDay, objectionToFiling } from "@/lib/domains/tiers/rules/appeal-window";
import type { AppealPeriods } from "@/lib/domains/tiers/schema/appeal";
import type { AppealedRun, Appealing, OwnTierAppeal } from "@/lib/domains/tiers/types/appeals";
import { can } from "@/lib/platform/access/permissions";
import { listFiles } from "@/lib/platform/files/data";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, type Day } from "@/lib/platform/time";

export type OwnTierAppeals = { appeals: OwnTierAppeal[]; canFile: boolean; periods: AppealPeriods };

/** Every tier appeal of the company, newest first. */
export async function loadOwnTierAppeals(): Promise<OwnTierAppeals> {
	const scope = await requireScope("partner.read-own", routes.partner.tierAppeals());
	const [appeals, periods] = await Promise.all([
		listOwnTierAppeals(scope),
		readAppealPeriods(businessDayOf(new Date())),
	]);
	return { appeals, periods, canFile: can(scope.role, "tier-appeal.file") };
}

/** Whether and until when the receipt of a run can be appealed, and the appeals of it there are. */
export async function loadAppealing(runId: string): Promise<Appealing> {
	const scope = await requireScope("partner.read-own", routes.partner.tier());
	const today = businessDayOf(new Date());
	const [found, appeals, periods] = await Promise.all([
		findOwnAppealedReceipt(scope, runId),
		listOwnTierAppeals(scope, runId),
		readAppealPeriods(today),
	]);
	const isOpen =
		found !== null &&
		found.partnerStatus !== "EXITED" &&
		objectionToFiling(found.run, periods.appealWindowDays, today) === null;
	const until = isOpen ? lastTierAppealDay(found.run, periods.appealWindowDays) : null;
	return {
		runId,
		until,
		appeals,
		answerDays: periods.appealAnswerWorkingDays,
		canFile: can(scope.role, "tier-appeal.file"),
	};
}

export type NewTierAppeal = {
	run: AppealedRun;
	receipt: OwnAppealedReceipt["receipt"];
	partnerId: string;
	items: Appealable[];
	/** What is chosen when the page opens. */
	criterion: string | null;
	/** Criteria with an appeal that waits for its answer, and its id. */
	open: { criterion: string; appealId: string; number: string }[];
	/** Attached on an earlier visit, for any of the criteria. */
	files: readonly EvidenceFile[];
	until: Day | null;
	objection: ReturnType<typeof objectionToFiling> | { reason: "APPEAL_AFTER_EXIT" };
	canFile: boolean;
	periods: AppealPeriods;
};

type Params = Record<string, string | string[] | undefined>;

/** The form of an appeal; for a run the company has no receipt of there is none. */
export async function loadNewTierAppeal(params: Params): Promise<NewTierAppeal> {
	const scope = await requireScope("partner.read-own", routes.partner.tier());
	const runId = typeof params.run === "string" ? params.run : "";
	const today = businessDayOf(new Date());
	const found = (await findOwnAppealedReceipt(scope, runId)) ?? notFound();
	const { run, partnerId, receipt } = found;
	const [appeals, files, periods] = await Promise.all([
		listOwnTierAppeals(scope, runId),
		listFiles(scope, { purpose: "TIER_APPEAL", subjectId: partnerId }),
		readAppealPeriods(today),
	]);
	const items = listAppealable(receipt);
	return {
		run,
		receipt,
		partnerId,
		items,
		criterion: items.find((one) => one.code === params.criterion)?.code ?? null,
		open: appeals
			.filter((one) => one.state === "OPEN")
			.map(({ criterion, id, number }) => ({ criterion, appealId: id, number })),
		files,
		until: lastTierAppealDay(run, periods.appealWindowDays),
		objection:
			found.partnerStatus === "EXITED"
				? { reason: "APPEAL_AFTER_EXIT" }
				: objectionToFiling(run, periods.appealWindowDays, today),
		canFile: can(scope.role, "tier-appeal.file"),
		periods,
	};
}

export type OwnAppealPage = { appeal: OwnTierAppeal; files: readonly EvidenceFile[]; canFile: boolean };

/** One of the company's own appeals; anybody else's does not exist. */
export const loadOwnTierAppeal = cache(async (id: string): Promise<OwnAppealPage> => {
	const scope = await requireScope("partner.read-own", routes.partner.tierAppeal(id));
	const appeal = (await findOwnTierAppeal(scope, id)) ?? notFound();
	const files = await listFiles(scope, { purpose: "TIER_APPEAL", subjectId: id });
	return { appeal, files, canFile: can(scope.role, "tier-appeal.file") };
});
