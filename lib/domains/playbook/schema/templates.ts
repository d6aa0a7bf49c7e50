import { z } from "zod";
import { migrationPageSize } from "@/lib/domains/playbook/constants/template-desk";

const short = z.string().max(4000);

/** A draft as it is typed, complete or not. */
export const templateFormSchema = z.strictObject({
	items: z
		.record(
			z.string().regex(/^[a-z][a-z0-9-]{0,39}$/),
			z.strictObject({
				...{ step: short, owner: short, evidence: short, dueAfterDays: short },
				...{ titleZh: short, titleEn: short, textZh: short, textEn: short },
				...{ isRequired: z.boolean(), isRetired: z.boolean(), position: z.number() },
			}),
		)
		.refine((items) => Object.keys(items).length <= 200, "TOO_LONG"),
});

export const migrateSchema = z.strictObject({
	to: z.int().min(1),
	brandIds: z.array(z.string().min(1).max(64)).min(1).max(migrationPageSize),
});

/** Which page of the brands that are behind. */
export const migrationPageSchema = z.coerce.number().int().min(1).max(1000).catch(1);
