import { z } from "zod";
import { inclusionProofSchema } from "@/lib/domains/decisions/schema";
import { forceCodes } from "@/lib/domains/forces/constants";
import { redLineKinds, tierLevels } from "@/lib/domains/tiers/constants";
import { trackTierPolicySchema } from "@/lib/domains/tiers/schema";
import { isDay, isMonth } from "@/lib/platform/time";

const day = z.string().refine(isDay);
const month = z.string().refine(isMonth);
const count = z.int().min(0);
const scoreBps = z.int().min(0).max(10_000);
const hash = z.string().min(1);
const fen = z.string().regex(/^(0|-?[1-9]\d*)$/);
const level = z.union(tierLevels.map((one) => z.literal(one)));
const range = z.strictObject({ from: day, to: day });
const policyRef = z.strictObject({ version: z.int().min(1), hash });

const inputsSchema = z.strictObject({
	admittedOn: day,
	gmvFen: fen,
	gmvBeforeFen: fen,
	compositeBps: scoreBps,
	forcesBps: z.strictObject(
		Object.fromEntries(forceCodes.map((code) => [code, scoreBps])) as Record<
			(typeof forceCodes)[number],
			typeof scoreBps
		>,
	),
	disputes: count,
	paidOrders: count,
	experts: z.strictObject({ senior: count, intermediate: count, junior: count }),
	redLines: z.array(z.strictObject({ id: z.string(), kind: z.enum(redLineKinds), occurredOn: day })),
	previous: z.strictObject({ runId: z.string(), tier: level, bottomRuns: count }).nullable(),
});

const fieldSchema = z.strictObject({
	eligible: count,
	held: z.boolean(),
	tiers: z.array(
		z.strictObject({
			tier: level,
			shareBps: scoreBps.nullable(),
			places: count.nullable(),
			candidates: count,
			taken: count,
			cutOffRank: z.int().min(1).nullable(),
			cutOffScoreBps: scoreBps.nullable(),
		}),
	),
	bottomAfterRank: count,
});

const standingSchema = z.strictObject({
	rank: z.int().min(1),
	gmvBelow: count,
	growthBelow: count,
	others: z.int().min(1),
	scoreBps,
});

const overrideSchema = z.strictObject({
	tier: level,
	engineTier: level,
	reason: z.string().min(1),
	proposedBy: z.string().min(1),
	confirmedBy: z.string().min(1),
	at: z.iso.datetime({ precision: 3 }),
});

/**
 * The shape of a receipt that comes from outside. What follows from the rest (criteria, decision, the way up) is left
 * open here: it is made again and compared.
 */
const firstReceiptSchema = z.strictObject({
	receiptVersion: z.literal(1),
	partnerId: z.string().min(1),
	trackCode: z.string().min(1),
	asOf: day,
	windows: z.strictObject({ period: month, gmv: range, gmvBefore: range, quality: range }),
	tierPolicy: policyRef,
	forcePolicy: policyRef,
	rules: trackTierPolicySchema,
	inputs: inputsSchema,
	scorecard: z
		.looseObject({
			window: z.array(month).min(1),
			monthsPresent: z.array(month),
			forces: z.array(z.looseObject({ indicators: z.array(z.looseObject({})) })),
		})
		.nullable(),
	growth: z.unknown(),
	race: z.strictObject({ field: fieldSchema, standing: standingSchema.nullable() }),
	tiers: z.unknown(),
	decision: z.unknown(),
	next: z.unknown(),
});

const secondReceiptSchema = firstReceiptSchema.extend({
	receiptVersion: z.literal(2),
	override: overrideSchema.nullable(),
});

export const receiptSchema = z.discriminatedUnion("receiptVersion", [
	firstReceiptSchema,
	secondReceiptSchema,
]);

/** The file a receipt is downloaded as. */
export const receiptFileSchema = z.strictObject({
	format: z.literal("windmaker-receipt/1"),
	runId: z.string().min(1),
	period: month,
	receiptHash: z.string().regex(/^[0-9a-f]{64}$/),
	receipt: z.unknown(),
	/** Where the decision log keeps the verdict, once its block is sealed. */
	proof: inclusionProofSchema.optional(),
});
