import { z } from "zod";
import { trackFacts } from "@/lib/domains/admission/constants";
import { forceCodes } from "@/lib/domains/forces/constants";
import { redLineKinds } from "@/lib/domains/tiers/constants";
import { BPS } from "@/lib/platform/money/bps";

const wholeNumber = (min: number, max: number) =>
	z.int({ error: "NOT_A_NUMBER" }).min(min, { error: "OUT_OF_RANGE" }).max(max, { error: "OUT_OF_RANGE" });
const shareBps = wholeNumber(0, BPS);
const standardBase = {
	id: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/, { error: "FORMAT" }),
	/** Track codes it is asked of; null: every track. */
	tracks: z.array(z.string().min(1)).min(1, { error: "REQUIRED" }).nullable(),
};
const standardSchema = z.discriminatedUnion("kind", [
	z.strictObject({ ...standardBase, kind: z.literal("uscc_valid") }),
	z.strictObject({ ...standardBase, kind: z.literal("not_admitted") }),
	z.strictObject({ ...standardBase, kind: z.literal("company_age"), minMonths: wholeNumber(0, 600) }),
	z.strictObject({
		...standardBase,
		kind: z.literal("registered_capital"),
		minFen: z.string().regex(/^(0|[1-9]\d{0,17})$/, { error: "NOT_A_NUMBER" }),
	}),
	z.strictObject({ ...standardBase, kind: z.literal("staff_count"), min: wholeNumber(0, 1_000_000) }),
	z.strictObject({
		...standardBase,
		kind: z.literal("no_red_line"),
		months: wholeNumber(1, 120),
		recordKinds: z.array(z.enum(redLineKinds)).min(1, { error: "REQUIRED" }),
	}),
	z.strictObject({
		...standardBase,
		kind: z.literal("track_fact"),
		fact: z.enum(trackFacts),
		min: wholeNumber(0, 1_000_000),
	}),
	z.strictObject({ ...standardBase, kind: z.literal("force_composite"), minBps: shareBps }),
	z.strictObject({ ...standardBase, kind: z.literal("force_floor"), minBps: shareBps }),
]);
export type StandardPolicy = z.infer<typeof standardSchema>;

const days = wholeNumber(0, 365);

/** A version of the admission policy (domain.md §3.1), as stored in the policy table. */
export const admissionPolicySchema = z.strictObject({
	schemaVersion: z.literal(1),
	standards: z
		.array(standardSchema)
		.refine((rows) => new Set(rows.map((row) => row.id)).size === rows.length, { error: "STANDARD_TWICE" }),
	forceWeightsBps: z
		.strictObject({
			traffic: shareBps,
			livestream: shareBps,
			incubation: shareBps,
			fulfilment: shareBps,
			supply: shareBps,
		})
		.refine((weights) => forceCodes.reduce((sum, force) => sum + weights[force], 0) === BPS, {
			error: "WEIGHTS_NOT_WHOLE",
		}),
	/** Working days a decision may take after a submission. */
	reviewWorkingDays: days,
	appealWindowDays: days,
	appealAnswerWorkingDays: days,
	/** Days of notice before a change of the rules, and where it touches many. */
	changeNoticeDays: wholeNumber(7, 365),
	changeNoticeDaysWhenMany: wholeNumber(7, 365),
	/** From how many affected open applications on the longer notice is due. */
	manyOpenApplications: wholeNumber(1, 100_000).default(50),
	/** Whose applications a second reviewer must see: those of these tracks, and composites this close to the line. */
	fourEyes: z
		.strictObject({ tracks: z.array(z.string().min(1)), marginBps: shareBps })
		.default({ tracks: ["supply_chain"], marginBps: 500 }),
	/** After a rejection a company may apply again after so many days; longer where it said what was not true. */
	reapplyAfterDays: days.default(30),
	reapplyAfterDaysWhenFalse: wholeNumber(0, 3_650).default(365),
	depositFen: z
		.string()
		.regex(/^[1-9]\d{0,14}$/, { error: "NOT_A_NUMBER" })
		.default("5000000"),
	/** A partner's data are verified anew every so many months, within so many days. */
	verifyEveryMonths: wholeNumber(1, 60).default(6),
	verifyWithinDays: days.default(15),
	/** How long a probation lasts where nothing else is said. */
	probationDays: days.default(60),
});
export type AdmissionPolicy = z.infer<typeof admissionPolicySchema>;
