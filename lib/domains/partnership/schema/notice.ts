import { z } from "zod";
import { exitKinds } from "@/lib/domains/partnership/constants";

/** An exit as it is published: a company and its codes, nobody's name and nobody's words. */
export const exitNoticeParamsSchema = z.object({
	number: z.string(),
	company: z.string(),
	kind: z.enum(exitKinds),
	reasonCodes: z.array(z.string()).default([]),
});

/** A change of the rules, with what changes in the words of either language. */
export const rulesNoticeParamsSchema = z.object({
	kind: z.enum([
		...["admission", "agreement", "tiers", "steps", "exam"],
		...["trust_seven_day", "trust_freight", "trust_tenfold", "trust_refund_only"],
	] as const),
	version: z.number().int(),
	changesZh: z.array(z.string()).default([]),
	changesEn: z.array(z.string()).default([]),
});

export type ExitNoticeParams = z.output<typeof exitNoticeParamsSchema>;
export type RulesNoticeParams = z.output<typeof rulesNoticeParamsSchema>;
export type NoticeRecord = {
	readonly id: string;
	readonly effectiveOn: string;
	readonly publishedAt: Date;
} & (
	| { readonly kind: "EXIT"; readonly params: ExitNoticeParams }
	| { readonly kind: "RULES"; readonly params: RulesNoticeParams }
);
