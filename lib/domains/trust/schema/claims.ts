import { z } from "zod";
import { regions } from "@/lib/domains/admission/rules/regions";
import { id, version, words } from "@/lib/domains/partnership/schema/words";
import {
	claimPayers,
	grantReasons,
	recallReasons,
	refusalReasons,
} from "@/lib/domains/trust/constants/decisions";
import { claimReasons, goodsClasses, guarantees } from "@/lib/domains/trust/constants/guarantees";
import { parseFen } from "@/lib/platform/money";
import { isDay } from "@/lib/platform/time";

const province = z.string().refine((code) => regions.some((one) => one.code === code), {
	error: "OUT_OF_RANGE",
});
const day = z.string().refine(isDay, { error: "DAY_INVALID" });

/** Yuan as a person types them: fen above zero. */
export const yuan = z
	.string({ error: "REQUIRED" })
	.max(60, { error: "AMOUNT_TOO_LARGE" })
	.transform((text, context) => {
		const parsed = parseFen(text);
		const code = parsed.ok ? (parsed.fen === 0n ? "ZERO" : null) : parsed.code;
		if (code !== null)
			context.addIssue({ code: "custom", message: code === "EMPTY" ? "REQUIRED" : `AMOUNT_${code}` });
		return parsed.ok ? parsed.fen : 0n;
	});

/** What is known of a claim beyond its order line; null where nobody knows. */
export const claimFactsSchema = z.strictObject({
	signedOn: day.nullable().default(null),
	goodsClass: z.enum(goodsClasses).nullable().default(null),
	isFood: z.boolean().nullable().default(null),
	isExclusionConfirmed: z.boolean().nullable().default(null),
	outboundFreight: yuan.nullable().default(null),
	freight: yuan.nullable().default(null),
	hasCarrierProof: z.boolean().default(false),
	region: province.nullable().default(null),
	isCounterfeitEstablished: z.boolean().nullable().default(null),
});
export type ClaimFactsInput = z.output<typeof claimFactsSchema>;

const line = z.strictObject({
	source: words(60),
	eventId: words(200),
	lineNo: z
		.int({ error: "NOT_A_NUMBER" })
		.min(1, { error: "OUT_OF_RANGE" })
		.max(1_000_000, { error: "OUT_OF_RANGE" }),
});

export const openClaimSchema = z.strictObject({
	/** The caller's own mark of one claim: sent again, it is the same claim. */
	key: z.string().regex(/^[\x21-\x7e]{4,200}$/, { error: "FORMAT" }),
	...line.shape,
	guarantee: z.enum(guarantees, { error: "REQUIRED" }),
	reason: z.enum(claimReasons, { error: "REQUIRED" }),
	statement: words(2_000),
	/** ISO 8601 with its offset; when the buyer sent the notice, now where it is left out. */
	noticeSentAt: z.iso.datetime({ offset: true, error: "TIME_INVALID" }).optional(),
	facts: claimFactsSchema.default(claimFactsSchema.parse({})),
});
export type OpenClaim = z.output<typeof openClaimSchema>;

const target = { claimId: id, version };

export const reviseFactsSchema = z.strictObject({ ...target, facts: claimFactsSchema, note: words(500) });
export type ReviseFacts = z.output<typeof reviseFactsSchema>;

export const addEvidenceSchema = z.strictObject({
	claimId: id,
	party: z.enum(["BUYER", "SHOP", "PLATFORM"]),
	text: words(2_000),
});
export type AddEvidence = z.output<typeof addEvidenceSchema>;

export const assignClaimsSchema = z.strictObject({
	claimIds: z.array(id).min(1).max(200),
	assigneeId: id.nullable(),
});
export type AssignClaims = z.output<typeof assignClaimsSchema>;

const refusals = [...new Set(Object.values(refusalReasons).flat())] as [string, ...string[]];
const decision = z.discriminatedUnion("outcome", [
	z.strictObject({
		...target,
		outcome: z.literal("GRANTED"),
		reason: z.enum(grantReasons, { error: "REQUIRED" }),
		payer: z.enum(claimPayers),
		/** The amount on the decider's screen: another one now is asked again. */
		amountFen: z.string().regex(/^\d{1,19}$/, { error: "FORMAT" }),
		note: z.string().trim().max(2_000, { error: "TOO_LONG" }).default(""),
	}),
	z.strictObject({
		...target,
		outcome: z.literal("REFUSED"),
		reasons: z.array(z.enum(refusals)).min(1, { error: "REQUIRED" }).max(6),
		/** What the buyer is told. */
		note: words(2_000),
	}),
]);
export const decideClaimSchema = decision;
export type DecideClaim = z.output<typeof decideClaimSchema>;

export const appealClaimSchema = z.strictObject({ claimId: id, statement: words(2_000) });
export type AppealClaim = z.output<typeof appealClaimSchema>;

export const decideClaimAppealSchema = z.strictObject({
	claimId: id,
	version,
	decision: z.enum(["UPHELD", "REJECTED"], { error: "REQUIRED" }),
	note: words(2_000),
});
export type DecideClaimAppeal = z.output<typeof decideClaimAppealSchema>;

export const moveDepositSchema = z.strictObject({
	/** Null: the platform's own account. */
	shopId: z.int().positive().nullable(),
	kind: z.enum(["TOP_UP", "WITHDRAWAL"]),
	amount: yuan,
	reason: words(300),
	key: z.string().regex(/^[A-Za-z0-9_-]{8,80}$/, { error: "FORMAT" }),
});
export type MoveDeposit = z.output<typeof moveDepositSchema>;

export const previewRecallSchema = z
	.strictObject({
		shopId: z.coerce.number({ error: "REQUIRED" }).int().positive({ error: "REQUIRED" }),
		productId: words(200),
		fromDay: day,
		toDay: day,
		guarantee: z.enum(Object.keys(recallReasons) as [keyof typeof recallReasons], { error: "REQUIRED" }),
		note: words(2_000),
		isFood: z.boolean().default(false),
	})
	.refine(({ fromDay, toDay }) => fromDay <= toDay, { path: ["toDay"], error: "DAYS_REVERSED" });
export type PreviewRecall = z.output<typeof previewRecallSchema>;

export const recallTargetSchema = z.strictObject({ recallId: id });
