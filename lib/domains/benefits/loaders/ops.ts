import "server-only";
import { notFound } from "next/navigation";
import {
	countWaiting,
	findApplication,
	listApplications,
	listBenefitFiles,
	listHistory,
	listUses,
} from "@/lib/domains/benefits/data/applications";
import {
	findBenefit,
	listBenefits,
	listItems,
	listPoolChoices,
	listTakers,
	listVersions,
} from "@/lib/domains/benefits/data/benefits";
import { readEffectInputs } from "@/lib/domains/benefits/data/effect";
import { listBrandHolders, listPartnerHolders, readBenefitDay } from "@/lib/domains/benefits/data/holders";
import { measureEffect } from "@/lib/domains/benefits/rules/effect";
import { judgeEligibility } from "@/lib/domains/benefits/rules/eligibility";
import { periodStart } from "@/lib/domains/benefits/rules/periods";
import { isUsedUp, needsTwo } from "@/lib/domains/benefits/rules/transitions";
import { applicationQuerySchema, benefitQuerySchema } from "@/lib/domains/benefits/schema";
import type { Benefit } from "@/lib/domains/benefits/types";
import { readTracks } from "@/lib/domains/tiers/data/read-runs";
import { can } from "@/lib/platform/access/permissions";
import { pool } from "@/lib/platform/db/pool";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";
import { monthOf, shiftMonth, trailingMonths } from "@/lib/platform/time";

export type Query = Record<string, string | string[] | undefined>;

export async function loadBenefits(search: Query) {
	const scope = await requireScope("benefit.read", routes.ops.benefits());
	const query = benefitQuerySchema.parse(search);
	const [list, waiting] = await Promise.all([listBenefits(scope, query), countWaiting(scope)]);
	return { query, ...list, waiting, canManage: can(scope.role, "benefit.manage") };
}

/** How many may be given it today, had it been offered: the terms, the limits and the pool as they are. */
async function countEligible(benefit: Benefit): Promise<{ eligible: number; all: number }> {
	const today = await readBenefitDay(pool());
	const asked = { ...benefit, status: "PUBLISHED" as const, opensOn: null, closesOn: null };
	const list = benefit.audience === "BRAND" ? listBrandHolders : listPartnerHolders;
	const holders = await list(pool(), benefit.id, periodStart(benefit.period, today));
	const eligible = holders.filter((one) => judgeEligibility(asked, { ...one, today }).eligible).length;
	return { eligible, all: holders.length };
}

export async function loadBenefit(id: string) {
	const scope = await requireScope("benefit.read", routes.ops.benefit(id));
	const benefit = await findBenefit(scope, id);
	if (!benefit) notFound();
	const [items, takers, history, versions, reach, tracks] = await Promise.all([
		listItems(scope, id),
		listTakers(scope, id),
		listHistory("benefit", id),
		listVersions(scope, benefit),
		countEligible(benefit),
		readTracks(),
	]);
	return {
		...{ benefit, items, takers, history, versions, reach, tracks },
		canManage: can(scope.role, "benefit.manage"),
	};
}

/** The form of a benefit, or of a new one. */
export async function loadBenefitEditor(id: string | null) {
	const scope = await requireScope(
		"benefit.manage",
		id ? routes.ops.benefitEditor(id) : routes.ops.newBenefit(),
	);
	const benefit = id ? await findBenefit(scope, id) : null;
	if (id && !benefit) notFound();
	const [items, pools, tracks] = await Promise.all([
		id ? listItems(scope, id) : [],
		listPoolChoices(scope),
		readTracks(),
	]);
	return { benefit, items: items.filter(({ isActive }) => isActive), pools, tracks };
}

export async function loadBenefitApplications(search: Query) {
	const scope = await requireScope("benefit.read", routes.ops.benefitApplications());
	const query = applicationQuerySchema.parse(search);
	const [list, benefit] = await Promise.all([
		listApplications(scope, query),
		query.benefit ? findBenefit(scope, query.benefit) : null,
	]);
	return { query, ...list, benefit, canDecide: can(scope.role, "benefit.decide") };
}

export async function loadBenefitApplication(id: string) {
	const scope = await requireScope("benefit.read", routes.ops.benefitApplication(id));
	const application = await findApplication(scope, id);
	if (!application) notFound();
	const [uses, history, tracks, today] = await Promise.all([
		listUses(id),
		listHistory("benefit_application", id),
		readTracks(),
		readBenefitDay(pool()),
	]);
	return {
		application,
		uses,
		files: await listBenefitFiles(scope, id, uses),
		history,
		tracks,
		isOfTwo: needsTwo(application.amount, application.fourEyesAbove),
		isFirst: application.firstById === scope.userId,
		isUsedUp: isUsedUp(application, today),
		canDecide: can(scope.role, "benefit.decide"),
		canClawBack: can(scope.role, "benefit.claw-back"),
	};
}

/** Whole months looked at for the effect of a benefit. */
const MONTHS = 18;

export async function loadBenefitEffect(id: string) {
	const scope = await requireScope("benefit.read", routes.ops.benefitEffect(id));
	const benefit = await findBenefit(scope, id);
	if (!benefit) notFound();
	const last = shiftMonth(monthOf(await readBenefitDay(pool())), -1);
	const months = trailingMonths(last, MONTHS);
	const inputs = await readEffectInputs(scope, id, months);
	return { benefit, last, effect: measureEffect(inputs) };
}
