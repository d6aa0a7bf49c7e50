import { z } from "zod";
import { regions } from "@/lib/domains/admission/rules/regions";
import { trustFigures, trustPolicyKinds } from "@/lib/domains/trust/constants/policies";
import type {
	TrustDocuments,
	TrustFigure,
	TrustPolicyForm,
	TrustPolicyKind,
} from "@/lib/domains/trust/types/policy";

const province = z.string().refine((code) => regions.some((one) => one.code === code), {
	error: "OUT_OF_RANGE",
});

function fieldOf({ unit, min, max }: TrustFigure) {
	if (unit === "flag") return z.boolean();
	if (unit === "regions") return z.array(province).max(max, { error: "OUT_OF_RANGE" });
	return z
		.int({ error: "NOT_A_NUMBER" })
		.min(min, { error: "OUT_OF_RANGE" })
		.max(max, { error: "OUT_OF_RANGE" });
}

function documentOf<K extends TrustPolicyKind>(kind: K): z.ZodType<TrustDocuments[K]> {
	const fields = Object.fromEntries(trustFigures[kind].map((figure) => [figure.code, fieldOf(figure)]));
	return z.strictObject({ schemaVersion: z.literal(1), ...fields }) as unknown as z.ZodType<
		TrustDocuments[K]
	>;
}

/** The documents of the four policies. */
export const trustPolicySchemas: { readonly [K in TrustPolicyKind]: z.ZodType<TrustDocuments[K]> } = {
	trust_seven_day: documentOf("trust_seven_day"),
	trust_freight: documentOf("trust_freight"),
	trust_tenfold: documentOf("trust_tenfold"),
	trust_refund_only: documentOf("trust_refund_only"),
};

export const trustPolicyKind = z.enum(trustPolicyKinds);

/** A draft as it is typed, complete or not. */
export const trustPolicyFormSchemas: Readonly<Record<TrustPolicyKind, z.ZodType<TrustPolicyForm>>> = {
	trust_seven_day: formOf("trust_seven_day"),
	trust_freight: formOf("trust_freight"),
	trust_tenfold: formOf("trust_tenfold"),
	trust_refund_only: formOf("trust_refund_only"),
};

function formOf(kind: TrustPolicyKind): z.ZodType<TrustPolicyForm> {
	const fields = trustFigures[kind].map(({ code }) => [code, z.string().max(120)]);
	return z.strictObject(Object.fromEntries(fields)) as z.ZodType<TrustPolicyForm>;
}
