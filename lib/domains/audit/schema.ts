import { z } from "zod";
import { isDay } from "@/lib/platform/time";

const dayField = z.string().refine(isDay).optional().catch(undefined);
const textField = z.string().trim().max(100).catch("").default("");

/** The filters of the audit log as they stand in the address; what cannot be read counts as not given. */
export const auditFilterSchema = z.object({
	/** Beginning of an action, such as `member.` */
	action: textField,
	/** Name or e-mail of who acted. */
	actor: textField,
	/** Id of what was acted on. */
	subject: textField,
	from: dayField,
	to: dayField,
	after: z
		.string()
		.regex(/^\d{1,19}$/)
		.optional()
		.catch(undefined),
});
export type AuditFilter = z.output<typeof auditFilterSchema>;
