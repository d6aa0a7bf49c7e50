import { z } from "zod";
import { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import type {
	StepFigureCode,
	StepPolicyDocument,
	StepPolicyForm,
} from "@/lib/domains/playbook/types/step-policy";

const figure = (code: StepFigureCode) => {
	const { min, max } = stepFigures.find((one) => one.code === code) ?? { min: 1, max: 1 };
	return z
		.int({ error: "NOT_A_NUMBER" })
		.min(min, { error: "OUT_OF_RANGE" })
		.max(max, { error: "OUT_OF_RANGE" });
};

const figures = Object.fromEntries(stepFigures.map(({ code }) => [code, figure(code)])) as Record<
	StepFigureCode,
	ReturnType<typeof figure>
>;

/** A document of the policy `steps`. */
export const stepPolicySchema: z.ZodType<StepPolicyDocument> = z.strictObject({
	schemaVersion: z.literal(1),
	...figures,
});

/** A draft as it is typed, complete or not. */
export const stepPolicyFormSchema: z.ZodType<StepPolicyForm> = z.strictObject(
	Object.fromEntries(stepFigures.map(({ code }) => [code, z.string().max(20)])) as Record<
		StepFigureCode,
		z.ZodString
	>,
);
