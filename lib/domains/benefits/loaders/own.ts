import "server-only";
import { notFound } from "next/navigation";
import {
	findOwnApplication,
	listBenefitFiles,
	listOwnApplications,
	listUses,
} from "@/lib/domains/benefits/data/applications";
import { countUses, listOffered, listOwnItems } from "@/lib/domains/benefits/data/benefits";
import { type HolderWorkspace, readBenefitDay, readHolder } from "@/lib/domains/benefits/data/holders";
import { judgeEligibility } from "@/lib/domains/benefits/rules/eligibility";
import { periodStart } from "@/lib/domains/benefits/rules/periods";
import type { Benefit, BenefitAudience, OfferedBenefit } from "@/lib/domains/benefits/types";
import { listOwnGrants } from "@/lib/domains/pools/data/grants";
import { isLive } from "@/lib/domains/pools/rules/use";
import { readTracks } from "@/lib/domains/tiers/data/read-runs";
import { can } from "@/lib/platform/access/permissions";
import { pool } from "@/lib/platform/db/pool";
import { listFiles } from "@/lib/platform/files/data";
import type { PartnerScope, Scope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";

const audiencesOf: Record<HolderWorkspace, readonly BenefitAudience[]> = {
	partner: ["PARTNER", "STREAMER"],
	brand: ["BRAND"],
};

async function enter(workspace: HolderWorkspace): Promise<Scope> {
	const scope = await requireScope("benefit.own");
	if (scope.workspace !== workspace) notFound();
	return scope;
}

async function judge(scope: Scope, workspace: HolderWorkspace, benefits: readonly Benefit[]) {
	const [today, holder] = await Promise.all([
		readBenefitDay(pool()),
		readHolder(pool(), workspace, scope.organisationId),
	]);
	const since = new Map(benefits.map(({ id, period }) => [id, periodStart(period, today)]));
	const uses = await countUses(pool(), scope.organisationId, since);
	const offered = benefits.map(
		(benefit): OfferedBenefit => ({
			benefit,
			eligibility: judgeEligibility(benefit, { holder, today, usedInPeriod: uses.get(benefit.id) ?? 0 }),
		}),
	);
	return { today, offered };
}

/** Everything a workspace is offered, what it may have first; its own applications and what it holds. */
export async function loadCatalogue(workspace: HolderWorkspace) {
	const scope = await enter(workspace);
	const [benefits, applications, tracks, grants] = await Promise.all([
		listOffered(audiencesOf[workspace]),
		listOwnApplications(scope),
		readTracks(),
		workspace === "partner" && can(scope.role, "pool.read-own") ? listOwnGrants(scope as PartnerScope) : [],
	]);
	const { today, offered } = await judge(scope, workspace, benefits);
	const sorted = [
		...offered.filter(({ eligibility }) => eligibility.eligible),
		...offered.filter(({ eligibility }) => !eligibility.eligible),
	];
	const open = new Map<
		string,
		{ nameZh: string; nameEn: string; unit: "FEN" | "IMPRESSION"; open: bigint }
	>();
	for (const grant of grants.filter((one) => isLive(one, today))) {
		const line = open.get(grant.poolId) ?? {
			nameZh: grant.poolNameZh,
			nameEn: grant.poolNameEn,
			unit: grant.unit,
			open: 0n,
		};
		open.set(grant.poolId, { ...line, open: line.open + grant.open });
	}
	return {
		today,
		offered: sorted,
		applications,
		tracks,
		balances: [...open.values()].filter((line) => line.open > 0n),
	};
}

export async function loadOfferedBenefit(workspace: HolderWorkspace, id: string) {
	const scope = await enter(workspace);
	const [benefit] = await listOffered(audiencesOf[workspace], id);
	if (!benefit) notFound();
	const [{ offered }, items, applications, tracks] = await Promise.all([
		judge(scope, workspace, [benefit]),
		listOwnItems(scope, id),
		listOwnApplications(scope, id),
		readTracks(),
	]);
	const [one] = offered;
	if (!one) notFound();
	return { ...one, items, applications, tracks };
}

export async function loadOwnApplication(workspace: HolderWorkspace, id: string) {
	const scope = await enter(workspace);
	const application = await findOwnApplication(scope, id);
	if (!application) notFound();
	const [uses, today, tracks] = await Promise.all([listUses(id), readBenefitDay(pool()), readTracks()]);
	const [files, draftFiles] = await Promise.all([
		listBenefitFiles(scope, id, uses),
		listFiles(scope, { purpose: "BENEFIT_USE", subjectId: id }),
	]);
	return { application, uses, today, tracks, files, draftFiles };
}
