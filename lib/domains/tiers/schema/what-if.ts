import { z } from "zod";
import { type ForceCode, forceCodes } from "@/lib/domains/forces/constants";
import type { DecisionReceipt } from "@/lib/domains/tiers/types";
import { BPS } from "@/lib/platform/money/bps";
import { ceilDiv, floorDiv } from "@/lib/platform/money/ratio";

/** Fen in 10,000 CNY (万元), the unit GMV is tried in. */
export const WAN_FEN = 1_000_000n;
/** 1,000 亿: far beyond any line, and still exact in every sum. */
export const MAX_WAN = 10_000_000;
export const MAX_HEADS = 999;
export const MAX_RATE = 100;

export const whatIfFields = [
	"gmv",
	...forceCodes,
	"senior",
	"intermediate",
	"junior",
	"disputeRate",
] as const;
export type WhatIfField = (typeof whatIfFields)[number];
export type WhatIfValues = Record<WhatIfField, string>;
export type WhatIfError = "NOT_A_NUMBER" | "NOT_WHOLE" | "TOO_MANY_DECIMALS" | "OUT_OF_RANGE";

const number = (max: number, decimals: 0 | 1 | 2) =>
	z
		.string()
		.trim()
		.regex(/^\d{1,12}(\.\d{1,12})?$/, { error: "NOT_A_NUMBER" })
		.refine((text) => (text.split(".")[1]?.length ?? 0) <= decimals, {
			error: decimals === 0 ? "NOT_WHOLE" : "TOO_MANY_DECIMALS",
		})
		.refine((text) => Number(text) <= max, { error: "OUT_OF_RANGE" });

const score = number(100, 2);
const heads = number(MAX_HEADS, 0);
/** Each value as text: what is in the address, or in the form. */
const shapes: Record<WhatIfField, z.ZodType<string>> = {
	gmv: number(MAX_WAN, 2),
	traffic: score,
	livestream: score,
	incubation: score,
	fulfilment: score,
	supply: score,
	senior: heads,
	intermediate: heads,
	junior: heads,
	disputeRate: number(MAX_RATE, 2),
};

/** What the form shows for the receipt's own facts: cut to a decimal, never to the better side. */
export function currentValues(receipt: DecisionReceipt): WhatIfValues {
	const { inputs } = receipt;
	const gmv = floorDiv(BigInt(inputs.gmvFen), WAN_FEN);
	const rate =
		inputs.paidOrders > 0
			? Number(ceilDiv(BigInt(inputs.disputes) * BigInt(BPS), BigInt(inputs.paidOrders)))
			: 0;
	const scores = Object.fromEntries(
		forceCodes.map((force) => [force, `${Math.floor(inputs.forcesBps[force] / 10) / 10}`]),
	) as Record<ForceCode, string>;
	const { senior, intermediate, junior } = inputs.experts;
	return {
		gmv: `${gmv > 0n ? gmv : 0n}`,
		...scores,
		senior: `${senior}`,
		intermediate: `${intermediate}`,
		junior: `${junior}`,
		disputeRate: `${rate / 100}`,
	};
}

export type WhatIfInput = {
	/** As given; the current value where nothing was. */
	readonly values: WhatIfValues;
	readonly errors: Readonly<Partial<Record<WhatIfField, WhatIfError>>>;
	readonly changed: readonly WhatIfField[];
};

type Query = Readonly<Record<string, string | string[] | undefined>>;

/** Reads the address: anything may stand there. A value equal to the one shown for today counts as unchanged. */
export function readWhatIf(query: Query, receipt: DecisionReceipt): WhatIfInput {
	const current = currentValues(receipt);
	const values = { ...current };
	const errors: Partial<Record<WhatIfField, WhatIfError>> = {};
	const changed: WhatIfField[] = [];
	for (const field of whatIfFields) {
		const given = query[field];
		const text = (Array.isArray(given) ? given[0] : given)?.trim().slice(0, 40);
		if (text === undefined || text === "") continue;
		values[field] = text;
		const read = shapes[field].safeParse(text);
		if (!read.success) errors[field] = read.error.issues[0]?.message as WhatIfError;
		else if (Number(text) !== Number(current[field])) changed.push(field);
	}
	return { values, errors, changed };
}
