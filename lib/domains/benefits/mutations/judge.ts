import "server-only";
import type { PoolClient } from "pg";
import { countUses, readBenefit } from "@/lib/domains/benefits/data/benefits";
import { type HolderWorkspace, readBenefitDay, readHolder } from "@/lib/domains/benefits/data/holders";
import { judgeEligibility } from "@/lib/domains/benefits/rules/eligibility";
import { periodStart } from "@/lib/domains/benefits/rules/periods";
import type { Benefit, Eligibility, Holder } from "@/lib/domains/benefits/types";
import { AppError } from "@/lib/platform/errors/errors";
import type { Day } from "@/lib/platform/time";

export type Judged = { benefit: Benefit; holder: Holder; eligibility: Eligibility; today: Day };

/**
 * The eligibility rule inside the transaction that acts on it. The benefit's row is held, so what is left of its limits
 * cannot be promised twice; `own` is an application that counts already and whose pool amount is set aside.
 */
export async function judgeInside(
	client: PoolClient,
	benefitId: string,
	applicant: { workspace: HolderWorkspace; organisationId: string },
	own = false,
): Promise<Judged> {
	await client.query("SELECT FROM benefits WHERE id = $1 FOR NO KEY UPDATE", [benefitId]);
	const benefit = await readBenefit(client, benefitId);
	const isTheirs = (benefit?.audience === "BRAND") === (applicant.workspace === "brand");
	if (!benefit || !isTheirs || (!own && benefit.status === "DRAFT")) throw new AppError("NOT_FOUND");
	const today = await readBenefitDay(client);
	const holder = await readHolder(client, applicant.workspace, applicant.organisationId);
	const since = new Map([[benefitId, periodStart(benefit.period, today)]]);
	const uses = await countUses(client, applicant.organisationId, since);
	const usedInPeriod = uses.get(benefitId) ?? 0;
	const asked = own
		? {
				...benefit,
				status: "PUBLISHED" as const,
				opensOn: null,
				closesOn: null,
				perPeriod: null,
				totalLimit: null,
				poolAvailable: benefit.amount,
			}
		: benefit;
	return { benefit, holder, today, eligibility: judgeEligibility(asked, { holder, today, usedInPeriod }) };
}
