import type { BenefitForm } from "@/lib/domains/benefits/schema";
import type { Benefit, BenefitItem } from "@/lib/domains/benefits/types";
import { amountToDecimal } from "@/lib/domains/pools/rules/amount";

const textOf = (value: number | null) => (value === null ? "" : String(value));
type Step = BenefitForm["minTier"];

/** A benefit as its form shows it; null: a new one. */
export function formOf(benefit: Benefit | null, items: readonly BenefitItem[]): BenefitForm {
	if (!benefit)
		return {
			id: "",
			version: 0,
			code: "",
			programme: "WINDMAKER",
			module: "INCENTIVE",
			audience: "PARTNER",
			delivery: "GRANT",
			nameZh: "",
			nameEn: "",
			descriptionZh: "",
			descriptionEn: "",
			minTier: "",
			tracks: [],
			minStep: "",
			goodStanding: true,
			poolId: "",
			unit: "FEN",
			amount: "",
			perPeriod: "",
			period: "MONTH",
			totalLimit: "",
			approval: "PERSON",
			fourEyesAbove: "",
			opensOn: "",
			closesOn: "",
			validDays: "",
			proofZh: "",
			proofEn: "",
			items: [],
		};
	const unit = benefit.unit ?? "FEN";
	const amountOf = (value: bigint | null) => (value === null ? "" : amountToDecimal(value, unit));
	const { id, version, code, programme, module, audience, delivery, period, approval, terms } = benefit;
	return {
		id,
		version,
		code,
		programme,
		module,
		audience,
		delivery,
		period,
		approval,
		unit,
		nameZh: benefit.nameZh,
		nameEn: benefit.nameEn,
		descriptionZh: benefit.descriptionZh,
		descriptionEn: benefit.descriptionEn,
		minTier: textOf(terms.minTier) as Step,
		tracks: [...terms.tracks],
		minStep: textOf(terms.minStep) as Step,
		goodStanding: terms.goodStanding,
		poolId: benefit.poolId ?? "",
		amount: amountOf(benefit.amount),
		perPeriod: textOf(benefit.perPeriod),
		totalLimit: textOf(benefit.totalLimit),
		fourEyesAbove: amountOf(benefit.fourEyesAbove),
		opensOn: benefit.opensOn ?? "",
		closesOn: benefit.closesOn ?? "",
		validDays: textOf(benefit.validDays),
		proofZh: benefit.proofZh,
		proofEn: benefit.proofEn,
		items: items.map((item) => ({
			id: item.id,
			kind: item.kind,
			titleZh: item.titleZh,
			titleEn: item.titleEn,
			url: item.url,
		})),
	};
}
