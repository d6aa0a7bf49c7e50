import "server-only";
import { notFound } from "next/navigation";
import { findOwnApplicant } from "@/lib/domains/fund/data/applicant";
import {
	findOwnFundApplication,
	listFundEvents,
	listFundMovements,
	listOwnFundApplications,
} from "@/lib/domains/fund/data/applications";
import { findFundPool } from "@/lib/domains/fund/data/board";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { listFundTranches } from "@/lib/domains/fund/data/tranches";
import { isOpenStage } from "@/lib/domains/fund/rules/transitions";
import type { OwnFundPage } from "@/lib/domains/fund/types";
import { readPoolDay } from "@/lib/domains/pools/data/pools";
import { can } from "@/lib/platform/access/permissions";
import { listFiles } from "@/lib/platform/files/data";
import { routes } from "@/lib/platform/routes/routes";
import { requireScope } from "@/lib/platform/session/session";

/** Why the company cannot apply now; null where it can. */
export type ApplyObjection = "OWNER_ONLY" | "NOT_A_PARTNER" | "FROZEN" | "NO_FUND" | "OPEN_ALREADY";

/** The company's applications, and whether it can file another. */
export async function loadOwnFund() {
	const scope = await requireScope("fund.read-own", routes.partner.fund());
	const policy = await readFundPolicy(await readPoolDay());
	const [applications, partner, fund] = await Promise.all([
		listOwnFundApplications(scope),
		findOwnApplicant(scope),
		findFundPool(policy.document.poolCode),
	]);
	const open = applications.find((one) => isOpenStage(one.stage)) ?? null;
	const objection: ApplyObjection | null = (() => {
		if (!partner) return "NOT_A_PARTNER";
		if (partner.isFrozen) return "FROZEN";
		if (!fund) return "NO_FUND";
		if (open) return "OPEN_ALREADY";
		return can(scope.role, "fund.apply") ? null : "OWNER_ONLY";
	})();
	return { scope, applications, open, partner, fund, objection };
}

/** The form, with what was attached on an earlier visit. */
export async function loadNewFundApplication() {
	const { scope, partner, objection, fund } = await loadOwnFund();
	const files =
		partner && !objection ? await listFiles(scope, { purpose: "FUND", subjectId: partner.id }) : [];
	return { partnerId: partner?.id ?? "", objection, files, total: fund?.total ?? 0n };
}

/** One of the company's own applications; anybody else's does not exist. */
export async function loadOwnFundApplication(id: string): Promise<OwnFundPage> {
	const scope = await requireScope("fund.read-own", routes.partner.fundApplication(id));
	const application = (await findOwnFundApplication(scope, id)) ?? notFound();
	const [events, movements, tranches, files, today] = await Promise.all([
		listFundEvents(id, { isShared: true }),
		listFundMovements(application.grant?.id),
		listFundTranches(id),
		listFiles(scope, { purpose: "FUND", subjectId: id }),
		readPoolDay(),
	]);
	const isOpen = isOpenStage(application.stage);
	const canAct = isOpen && can(scope.role, "fund.apply");
	return { application, events, movements, tranches, files, today, canWithdraw: canAct, canUpload: canAct };
}
