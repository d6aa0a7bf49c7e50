import { z } from "zod";
import { amountFen, text } from "@/lib/domains/admission/schema/fields";
import { dayText, id, version } from "@/lib/domains/partnership/schema/words";

/** The refund is what the deduction leaves; a deduction says why and by which published rule. */
export const refundDepositSchema = z
	.strictObject({
		depositId: id,
		version,
		deduction: amountFen,
		deductionReason: z.string().max(1_000, { error: "TOO_LONG" }),
		deductionRule: z.string().max(300, { error: "TOO_LONG" }),
		refundedOn: dayText,
		reference: text(100),
	})
	.superRefine(({ deduction, deductionReason, deductionRule }, context) => {
		if (deduction === 0n) return;
		for (const [path, value] of Object.entries({ deductionReason, deductionRule })) {
			if (value.trim() === "") context.addIssue({ code: "custom", message: "REQUIRED", path: [path] });
		}
	});
export type RefundDeposit = z.output<typeof refundDepositSchema>;
