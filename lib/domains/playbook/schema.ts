import { z } from "zod";
import { portfolioSorts } from "@/lib/domains/playbook/constants/portfolio";
import { itemMoves, maxTextLength } from "@/lib/domains/playbook/constants/sides";

const id = z.string().min(1).max(64);
const key = z.string().regex(/^[\w-]{8,64}$/, "INPUT_INVALID");
const text = z.string().trim().min(1, "REQUIRED").max(maxTextLength, "TOO_LONG");

export const moveItemSchema = z.strictObject({
	itemId: id,
	version: z.int().min(1),
	move: z.enum(itemMoves),
	key,
	text: z.string().trim().max(maxTextLength).optional(),
});

export const commentSchema = z.strictObject({ itemId: id, text, key });

export const evidenceSchema = z
	.strictObject({ itemId: id, kind: z.enum(["LINK", "STREAMERS"]), text })
	.refine(({ kind, text: value }) => kind !== "LINK" || /^https?:\/\/\S+$/i.test(value), {
		path: ["text"],
		message: "PLAYBOOK_LINK_INVALID",
	});

export const removeEvidenceSchema = z.strictObject({ itemId: id, evidenceId: id });
export const assignSchema = z.strictObject({ itemId: id, assigneeId: id.nullable() });

const shopCodes = z
	.string()
	.max(2000, "TOO_LONG")
	.transform((value) => [...new Set(value.split(/[\s,，、;；]+/).filter(Boolean))]);

export const newBrandSchema = z.strictObject({
	name: z.string().trim().min(1, "REQUIRED").max(60, "TOO_LONG"),
	kind: z.enum(["WELL_KNOWN", "NEW_CONSUMPTION"], "REQUIRED"),
	category: z.string().trim().min(1, "REQUIRED").max(30, "TOO_LONG"),
	email: z.string().trim().toLowerCase().pipe(z.email("EMAIL_INVALID")),
	managerId: z.string().max(64),
	shops: shopCodes,
});
export type NewBrand = z.output<typeof newBrandSchema>;

export const connectShopsSchema = z.strictObject({
	brandId: id,
	shops: shopCodes.refine((codes) => codes.length > 0, "REQUIRED"),
});
export const releaseShopSchema = z.strictObject({
	brandId: id,
	shopId: z
		.int()
		.min(1)
		.max(2 ** 31 - 1),
	reason: text,
});

const brandIds = z.array(id).min(1).max(50);
export const chosenBrandsSchema = z.strictObject({ brandIds });
export const setManagerSchema = z.strictObject({ brandIds, managerId: id });

/** What of the portfolio is shown; unknown values fall back. */
export const portfolioFilterSchema = z.object({
	q: z.string().trim().max(60).catch(""),
	kind: z.enum(["", "WELL_KNOWN", "NEW_CONSUMPTION"]).catch(""),
	manager: z.string().max(64).catch(""),
	step: z.enum(["", "1", "2", "3", "4", "5"]).catch(""),
	state: z.enum(["", "stuck", "items", "data", "none"]).catch(""),
	sort: z.enum(portfolioSorts).catch("stuck"),
	order: z.enum(["", "asc", "desc"]).catch(""),
	after: z.string().max(300).catch(""),
	before: z.string().max(300).catch(""),
});
export type PortfolioFilter = z.output<typeof portfolioFilterSchema>;

export const briefMailSchema = z.strictObject({ brandId: z.string().min(1).max(60), isOn: z.boolean() });
