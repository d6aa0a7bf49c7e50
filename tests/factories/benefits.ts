import { moveBenefit, saveBenefit } from "@/lib/domains/benefits/mutations/catalogue";
import { type BenefitForm, saveBenefitSchema } from "@/lib/domains/benefits/schema";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { must } from "@/tests/factories/pools";

export function benefitForm(changes: Partial<BenefitForm> = {}): BenefitForm {
	return {
		id: "",
		version: 0,
		code: `b-${newId("x").slice(-20)}`,
		programme: "WINDMAKER",
		module: "INCENTIVE",
		audience: "PARTNER",
		delivery: "GRANT",
		nameZh: "开播扶持",
		nameEn: "Live boost",
		descriptionZh: "扶持直播间",
		descriptionEn: "For livestreams",
		minTier: "",
		tracks: [],
		minStep: "",
		goodStanding: true,
		poolId: "",
		unit: "IMPRESSION",
		amount: "100",
		perPeriod: "",
		period: "MONTH",
		totalLimit: "",
		approval: "AUTO",
		fourEyesAbove: "",
		opensOn: "",
		closesOn: "",
		validDays: "",
		proofZh: "",
		proofEn: "",
		items: [],
		...changes,
	};
}

/** A published benefit; its form may be changed. */
export async function publishBenefit(lead: PlatformScope, changes: Partial<BenefitForm>): Promise<string> {
	const { benefitId } = must(await saveBenefit(lead, saveBenefitSchema.parse(benefitForm(changes))));
	must(await moveBenefit(lead, { benefitId, to: "PUBLISHED", reason: "" }));
	return benefitId;
}
