import { z } from "zod";
import { fundChoices, openStages } from "@/lib/domains/fund/constants";
import { dayText, id, version, words } from "@/lib/domains/partnership/schema/words";
import { parseFen } from "@/lib/platform/money";
import { isDay } from "@/lib/platform/time";

/** The document of a policy of kind `fund`. */
export const fundPolicySchema = z.strictObject({
	/** The pool that commitments draw on. */
	poolCode: z.string().min(1),
	/** Votes a round needs, abstentions included. */
	quorum: z.int().min(1),
	/** More than this share of the votes for and against has to be for. */
	majorityBps: z.int().min(0).max(9_999),
});
export type FundPolicy = z.output<typeof fundPolicySchema>;

/** Yuan as typed become fen. */
function withFen<Field extends string, Input extends Record<Field, string>>(field: Field) {
	return (input: Input, context: z.RefinementCtx<Input>): Omit<Input, Field> & Record<Field, bigint> => {
		const parsed = parseFen(input[field]);
		const code = parsed.ok ? (parsed.fen === 0n ? "ZERO" : null) : parsed.code;
		if (code !== null)
			context.addIssue({
				code: "custom",
				message: code === "EMPTY" ? "REQUIRED" : `AMOUNT_${code}`,
				path: [field],
			});
		return { ...input, [field]: parsed.ok ? parsed.fen : 0n } as Omit<Input, Field> & Record<Field, bigint>;
	};
}
const typedAmount = z.string().max(60, { error: "AMOUNT_TOO_LARGE" });

export const storyMax = 4_000;
export const applyForFundSchema = z
	.strictObject({
		title: words(60),
		story: words(storyMax),
		useOfFunds: words(2_000),
		asked: typedAmount,
	})
	.transform(withFen("asked"));
export type ApplyForFund = z.output<typeof applyForFundSchema>;

const target = { applicationId: id, version };
/** For whoever is told of it: the reason is asked for where the move needs one (rules/transitions). */
const optionalWords = (max: number) => z.string().trim().max(max, { error: "TOO_LONG" });

export const moveFundSchema = z.strictObject({
	...target,
	to: z.enum(["SCREENING", "DUE_DILIGENCE", "COMMITTEE", "DECLINED"]),
	reason: optionalWords(1_000),
});
export type MoveFund = z.output<typeof moveFundSchema>;

export const withdrawFundSchema = z.strictObject({ ...target, reason: optionalWords(500) });
export type WithdrawFund = z.output<typeof withdrawFundSchema>;

export const voteFundSchema = z.strictObject({
	applicationId: id,
	round: z.int().min(1),
	choice: z.enum(fundChoices, { error: "REQUIRED" }),
	reason: words(1_000),
});
export type VoteFund = z.output<typeof voteFundSchema>;

export const investFundSchema = z
	.strictObject({ ...target, committed: typedAmount, reason: words(1_000) })
	.transform(withFen("committed"));
export type InvestFund = z.output<typeof investFundSchema>;

export const MAX_TRANCHES = 12;
export const planTranchesSchema = z.strictObject({
	applicationId: id,
	/** The ids of what was planned when the form was opened, joined by commas: another plan in between is not overwritten. */
	seen: z.string().max(1_000),
	tranches: z
		.array(
			z
				.strictObject({ amount: typedAmount, dueOn: dayText, condition: words(200) })
				.transform(withFen("amount")),
		)
		.max(MAX_TRANCHES),
});
export type PlanTranches = z.output<typeof planTranchesSchema>;

export const payTrancheSchema = z.strictObject({
	trancheId: id,
	/** Empty: today. */
	paidOn: z.string().refine((text) => text === "" || isDay(text), { error: "DAY_INVALID" }),
});
export type PayTranche = z.output<typeof payTrancheSchema>;

export const noteFundSchema = z.strictObject({ applicationId: id, body: words(2_000) });
/** An empty person: nobody. */
export const assignFundSchema = z.strictObject({ ...target, userId: z.string().max(60) });
export const boundFundSchema = z.strictObject({ applicationId: id, reason: words(500) });
export const committeeSchema = z.strictObject({ userIds: z.array(id).max(40) });

export const assigneeFilters = ["mine", "nobody"] as const;
export const boardQuerySchema = z.object({
	q: z
		.string()
		.catch("")
		.default("")
		.transform((value) => value.replaceAll("\0", "").trim().slice(0, 60)),
	of: z.enum(assigneeFilters).or(z.literal("")).catch("").default(""),
	/** The column a phone shows. */
	stage: z
		.enum([...openStages, "INVESTED", "DECLINED"])
		.catch("APPLIED")
		.default("APPLIED"),
});
export type BoardQuery = z.output<typeof boardQuerySchema>;
