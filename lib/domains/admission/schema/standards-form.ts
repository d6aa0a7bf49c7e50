import { z } from "zod";
import { trackFacts } from "@/lib/domains/admission/constants";
import { redLineKinds } from "@/lib/domains/tiers/constants";

export const standardKinds = [
	"uscc_valid",
	"not_admitted",
	"company_age",
	"registered_capital",
	"staff_count",
	"no_red_line",
	"track_fact",
	"force_composite",
	"force_floor",
] as const;
export type StandardKind = (typeof standardKinds)[number];

/** The single figures of the policy, in the order they are asked for. */
export const policyNumbers = [
	"reviewWorkingDays",
	"appealWindowDays",
	"appealAnswerWorkingDays",
	"changeNoticeDays",
	"changeNoticeDaysWhenMany",
	"manyOpenApplications",
	"reapplyAfterDays",
	"reapplyAfterDaysWhenFalse",
	"verifyEveryMonths",
	"verifyWithinDays",
	"probationDays",
] as const;
export type PolicyNumber = (typeof policyNumbers)[number];

const typed = z.string().max(40, { error: "TOO_LONG" });
const code = z.string().min(1).max(40);
const codes = z.array(code).max(50, { error: "TOO_MANY" });

const standardFormSchema = z.strictObject({
	kind: z.enum(standardKinds),
	/** Null: every track. */
	tracks: codes.nullable(),
	value: typed,
	fact: z.enum(trackFacts).nullable(),
	recordKinds: z.array(z.enum(redLineKinds)).max(redLineKinds.length),
});
export type StandardForm = z.infer<typeof standardFormSchema>;

/** The standards while they are drafted: as they were typed, complete or not. */
export const standardsFormSchema = z.strictObject({
	order: codes,
	standards: z.record(code, standardFormSchema),
	weights: z.strictObject({
		traffic: typed,
		livestream: typed,
		incubation: typed,
		fulfilment: typed,
		supply: typed,
	}),
	numbers: z.strictObject({
		reviewWorkingDays: typed,
		appealWindowDays: typed,
		appealAnswerWorkingDays: typed,
		changeNoticeDays: typed,
		changeNoticeDaysWhenMany: typed,
		manyOpenApplications: typed,
		reapplyAfterDays: typed,
		reapplyAfterDaysWhenFalse: typed,
		verifyEveryMonths: typed,
		verifyWithinDays: typed,
		probationDays: typed,
	}),
	fourEyes: z.strictObject({ tracks: codes, margin: typed }),
	deposit: typed,
});
export type StandardsForm = z.infer<typeof standardsFormSchema>;

const words = (max: number) => z.string().max(max, { error: "TOO_LONG" });

/** The agreement while it is drafted. A paragraph is a line; both languages have the same sections. */
export const agreementFormSchema = z.strictObject({
	titleZh: words(100),
	titleEn: words(200),
	order: codes,
	sections: z.record(
		code,
		z.strictObject({
			headingZh: words(100),
			headingEn: words(100),
			textZh: words(20_000),
			textEn: words(20_000),
		}),
	),
});
export type AgreementForm = z.infer<typeof agreementFormSchema>;

export const draftedKinds = ["admission", "agreement"] as const;
export type DraftedKind = (typeof draftedKinds)[number];
