import { z } from "zod";
import {
	applicationStates,
	approvalModes,
	BULK_LIMIT,
	benefitAudiences,
	benefitDeliveries,
	benefitModules,
	benefitProgrammes,
	benefitStatuses,
	itemKinds,
	limitPeriods,
	modulesOf,
} from "@/lib/domains/benefits/constants";
import { words } from "@/lib/domains/partnership/schema/words";
import { poolUnits } from "@/lib/domains/pools/constants";
import { parseAmount } from "@/lib/domains/pools/rules/amount";
import { isDay } from "@/lib/platform/time";

const id = z.string().min(1, { error: "REQUIRED" }).max(60);
const key = z.string().regex(/^[A-Za-z0-9_-]{8,80}$/, { error: "FORMAT" });
const optionalDay = z.string().refine((text) => text === "" || isDay(text), { error: "DAY_INVALID" });
const optionalWords = (max: number) => z.string().max(max, { error: "TOO_LONG" });
/** A whole number as typed; empty means none. */
const optionalCount = z.string().regex(/^\s*(?:[1-9]\d{0,6})?\s*$/, { error: "BENEFIT_COUNT" });
/** Only what a browser opens without running anything. */
const link = z
	.string()
	.max(500, { error: "TOO_LONG" })
	.regex(/^https:\/\/[^\s]+$/, { error: "BENEFIT_LINK" });

export const benefitItemSchema = z.strictObject({
	id: z.string().max(60),
	kind: z.enum(itemKinds),
	titleZh: words(80),
	titleEn: words(120),
	url: link,
});

const form = z.strictObject({
	id: z.string().max(60),
	/** The version the form was opened on; another one in between is not overwritten. */
	version: z.number().int().min(0),
	code: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/, { error: "POOL_CODE" }),
	programme: z.enum(benefitProgrammes),
	module: z.enum(benefitModules),
	audience: z.enum(benefitAudiences),
	delivery: z.enum(benefitDeliveries),
	nameZh: words(40),
	nameEn: words(80),
	descriptionZh: words(500),
	descriptionEn: words(800),
	minTier: z.enum(["", "1", "2", "3", "4", "5"]),
	tracks: z.array(z.string().max(40)).max(20),
	minStep: z.enum(["", "1", "2", "3", "4", "5"]),
	goodStanding: z.boolean(),
	poolId: z.string().max(60),
	unit: z.enum(poolUnits),
	amount: optionalWords(60),
	perPeriod: optionalCount,
	period: z.enum(limitPeriods),
	totalLimit: optionalCount,
	approval: z.enum(approvalModes),
	fourEyesAbove: optionalWords(60),
	opensOn: optionalDay,
	closesOn: optionalDay,
	validDays: optionalCount,
	proofZh: optionalWords(300),
	proofEn: optionalWords(500),
	items: z.array(benefitItemSchema).max(30),
});

type Form = z.output<typeof form>;
const countOf = (text: string) => (text.trim() === "" ? null : Number(text.trim()));
const oneOf = (text: string) => (text === "" ? null : Number(text));

/** What was typed becomes a benefit: amounts in the pool's minor units, empty fields nothing. */
function read(input: Form, context: z.RefinementCtx<Form>) {
	const issue = (path: string, message: string) =>
		context.addIssue({ code: "custom", message, path: [path] });
	const isGrant = input.delivery === "GRANT";
	if (!(modulesOf[input.programme] as readonly string[]).includes(input.module))
		issue("module", "BENEFIT_MODULE");
	if (isGrant && input.poolId === "") issue("poolId", "REQUIRED");
	if (input.opensOn && input.closesOn && input.closesOn < input.opensOn) issue("closesOn", "BENEFIT_WINDOW");
	if (input.delivery === "ITEMS" && input.items.length === 0) issue("items", "BENEFIT_ITEMS");
	const amountOf = (name: "amount" | "fourEyesAbove", isNeeded: boolean): bigint | null => {
		const parsed = parseAmount(input[name], input.unit);
		if (!parsed.ok && parsed.code === "EMPTY" && !isNeeded) return null;
		const code = parsed.ok ? (parsed.fen === 0n ? "ZERO" : null) : parsed.code;
		if (code) issue(name, code === "EMPTY" ? "REQUIRED" : `AMOUNT_${code}`);
		return parsed.ok ? parsed.fen : null;
	};
	const { minTier, tracks, minStep, goodStanding, ...rest } = input;
	return {
		...rest,
		terms: { minTier: oneOf(minTier), tracks, minStep: oneOf(minStep), goodStanding },
		poolId: isGrant ? input.poolId : null,
		amount: isGrant ? amountOf("amount", true) : null,
		fourEyesAbove: isGrant && input.approval === "PERSON" ? amountOf("fourEyesAbove", false) : null,
		perPeriod: countOf(input.perPeriod),
		totalLimit: countOf(input.totalLimit),
		validDays: countOf(input.validDays),
		opensOn: input.opensOn || null,
		closesOn: input.closesOn || null,
		items: input.delivery === "ITEMS" ? input.items : [],
	};
}

export const saveBenefitSchema = form.transform(read);
export type BenefitForm = z.input<typeof saveBenefitSchema>;
export type SaveBenefit = z.output<typeof saveBenefitSchema>;

export const moveBenefitSchema = z.strictObject({
	benefitId: id,
	to: z.enum(benefitStatuses),
	reason: optionalWords(500),
});
export type MoveBenefit = z.output<typeof moveBenefitSchema>;

export const applySchema = z.strictObject({
	benefitId: id,
	streamer: optionalWords(40),
	statement: words(1_000),
	key,
});
export type ApplyForBenefit = z.output<typeof applySchema>;

/** The same for a benefit that is somebody's: the form asks for the name as the server does. */
export const applyForStreamerSchema = applySchema.extend({ streamer: words(40) });

export const decideSchema = z
	.strictObject({ applicationId: id, decision: z.enum(["APPROVE", "REFUSE"]), reason: optionalWords(500) })
	.refine(({ decision, reason }) => decision === "APPROVE" || reason.trim() !== "", {
		path: ["reason"],
		error: "REQUIRED",
	});
export type DecideBenefit = z.output<typeof decideSchema>;

export const bulkApproveSchema = z.strictObject({ applicationIds: z.array(id).min(1).max(BULK_LIMIT) });

export const ownApplicationSchema = z.strictObject({ applicationId: id });

export const useSchema = z
	.strictObject({
		applicationId: id,
		unit: z.enum([...poolUnits, "NONE"]),
		amount: optionalWords(60),
		usedOn: z.string().refine(isDay, { error: "DAY_INVALID" }),
		evidence: words(1_000),
		key,
	})
	.transform((input, context) => {
		if (input.unit === "NONE") return { ...input, amount: 0n };
		const parsed = parseAmount(input.amount, input.unit);
		const code = parsed.ok ? (parsed.fen === 0n ? "ZERO" : null) : parsed.code;
		if (code)
			context.addIssue({
				code: "custom",
				message: code === "EMPTY" ? "REQUIRED" : `AMOUNT_${code}`,
				path: ["amount"],
			});
		return { ...input, amount: parsed.ok ? parsed.fen : 0n };
	});
export type UseBenefit = z.output<typeof useSchema>;

const gmvText = z.string().max(60, { error: "AMOUNT_TOO_LARGE" });
export const reportSchema = z
	.strictObject({
		applicationId: id,
		done: words(2_000),
		before: gmvText,
		after: gmvText,
		link: z.literal("").or(link),
	})
	.transform((input, context) => {
		const fenOf = (name: "before" | "after") => {
			const parsed = parseAmount(input[name], "FEN");
			if (!parsed.ok)
				context.addIssue({
					code: "custom",
					message: parsed.code === "EMPTY" ? "REQUIRED" : `AMOUNT_${parsed.code}`,
					path: [name],
				});
			return parsed.ok ? parsed.fen : 0n;
		};
		return { ...input, before: fenOf("before"), after: fenOf("after") };
	});
export type ReportBenefit = z.output<typeof reportSchema>;

export const clawBackSchema = z.strictObject({ applicationId: id, reason: words(500) });
export const closeSchema = ownApplicationSchema;
export const itemSchema = z.strictObject({ itemId: id });
export const doneSchema = z.strictObject({ itemId: id, isDone: z.boolean() });

const search = z
	.string()
	.catch("")
	.default("")
	.transform((value) => value.replaceAll("\0", "").trim().slice(0, 100));
const page = z.coerce.number().int().min(1).max(10_000).catch(1);
const choice = <const T extends readonly [string, ...string[]]>(values: T) =>
	z.enum(values).or(z.literal("")).catch("").default("");

export const benefitQuerySchema = z.object({
	q: search,
	programme: choice(benefitProgrammes),
	module: choice(benefitModules),
	audience: choice(benefitAudiences),
	status: choice(benefitStatuses),
	page,
});
export type BenefitQuery = z.output<typeof benefitQuerySchema>;

export const applicationFilters = ["waiting", ...applicationStates] as const;
export const applicationQuerySchema = z.object({
	q: search,
	state: choice(applicationFilters),
	benefit: search,
	audience: choice(benefitAudiences),
	page,
});
export type ApplicationQuery = z.output<typeof applicationQuerySchema>;
