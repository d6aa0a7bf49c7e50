import { z } from "zod";
import { words } from "@/lib/domains/partnership/schema/words";
import { movementKinds, poolUnits } from "@/lib/domains/pools/constants";
import { parseAmount } from "@/lib/domains/pools/rules/amount";
import { isDay, isMonth } from "@/lib/platform/time";

const id = z.string().min(1).max(60);
/** The sender's own mark of one intention: sent again, it has no second effect. */
const key = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/, { error: "FORMAT" });
const optionalDay = z.string().refine((text) => text === "" || isDay(text), { error: "DAY_INVALID" });
const monthText = z.string().refine(isMonth, { error: "FORMAT" });

/** What was typed becomes minor units of the pool's own unit, which the form says and the pool confirms. */
const amountFields = { unit: z.enum(poolUnits), amount: z.string().max(60, { error: "AMOUNT_TOO_LARGE" }) };

function withAmount<Input extends { unit: (typeof poolUnits)[number]; amount: string }>(
	input: Input,
	context: z.RefinementCtx<Input>,
): Omit<Input, "amount"> & { amount: bigint } {
	const parsed = parseAmount(input.amount, input.unit);
	const code = parsed.ok ? (parsed.fen === 0n ? "ZERO" : null) : parsed.code;
	if (code !== null)
		context.addIssue({
			code: "custom",
			message: code === "EMPTY" ? "REQUIRED" : `AMOUNT_${code}`,
			path: ["amount"],
		});
	return { ...input, amount: parsed.ok ? parsed.fen : 0n };
}

export const createPoolSchema = z
	.strictObject({
		code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: "POOL_CODE" }),
		nameZh: words(40),
		nameEn: words(60),
		purposeZh: words(200),
		purposeEn: words(300),
		reason: words(500),
		...amountFields,
	})
	.transform(withAmount);
export type CreatePool = z.output<typeof createPoolSchema>;

export const proposeChangeSchema = z
	.strictObject({ poolId: id, kind: z.enum(["RAISE", "CUT"]), reason: words(500), ...amountFields })
	.transform(withAmount);
export type ProposeChange = z.output<typeof proposeChangeSchema>;

export const decideChangeSchema = z.strictObject({
	changeId: id,
	decision: z.enum(["CONFIRMED", "DECLINED"]),
	note: z.string().max(500, { error: "TOO_LONG" }),
});
export type DecideChange = z.output<typeof decideChangeSchema>;

export const withdrawChangeSchema = z.strictObject({ changeId: id });

export const grantToPartnerSchema = z
	.strictObject({
		poolId: id,
		partnerId: z.string().min(1, { error: "REQUIRED" }).max(60),
		/** Set aside for later, or given at once. */
		kind: z.enum(["GRANT", "RESERVE"]),
		purpose: words(200),
		expiresOn: optionalDay,
		key,
		...amountFields,
	})
	.transform(withAmount);
export type GrantToPartner = z.output<typeof grantToPartnerSchema>;

export const moveGrantSchema = z
	.strictObject({
		poolId: id,
		grantId: id,
		kind: z.enum(["GRANT", "SPEND", "RELEASE", "CLAW_BACK", "CLAW_BACK_SPENT"]),
		reason: words(500),
		/** The day it was spent on, where that is earlier and its month still open. */
		bookedOn: optionalDay,
		key,
		...amountFields,
	})
	.transform(withAmount);
export type MoveGrant = z.output<typeof moveGrantSchema>;

export const returnToPoolSchema = z
	.strictObject({
		poolId: id,
		from: z.enum(["EXPIRED", "CLAWED_BACK"]),
		reason: words(500),
		key,
		...amountFields,
	})
	.transform(withAmount);
export type ReturnToPool = z.output<typeof returnToPoolSchema>;

export const objectSchema = z.strictObject({ poolId: id, month: monthText, statement: words(1_000) });
export const answerObjectionSchema = z.strictObject({ objectionId: id, answer: words(1_000) });

export const findPartnersSchema = z.strictObject({ q: z.string().max(60) });

const search = z
	.string()
	.catch("")
	.default("")
	.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100));
const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const day = z.string().refine(isDay).or(z.literal("")).catch("").default("");

export const poolViews = ["grants", "movements", "months", "changes"] as const;
export const grantStates = ["open", "reserved", "ended"] as const;
export const poolQuerySchema = z.object({
	view: z.enum(poolViews).catch("grants"),
	q: search,
	state: z.enum(grantStates).or(z.literal("")).catch("").default(""),
	kind: z.enum(movementKinds).or(z.literal("")).catch("").default(""),
	from: day,
	to: day,
	page,
});
export type PoolQuery = z.output<typeof poolQuerySchema>;

export const statementQuerySchema = z.object({
	month: z.string().refine(isMonth).or(z.literal("")).catch("").default(""),
});
