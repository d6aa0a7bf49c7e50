"use client";

import type { UseFormReturn } from "react-hook-form";
import { useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { goodsClasses } from "@/lib/domains/trust/constants/guarantees";
import type { Guarantee } from "@/lib/domains/trust/types/claims";

/** The facts as typed: what is empty is not known. */
export type TypedFacts = {
	signedOn: string | null;
	goodsClass: string | null;
	isFood: boolean | null;
	isExclusionConfirmed: boolean | null;
	outboundFreight: string | null;
	freight: string | null;
	hasCarrierProof: boolean;
	region: string | null;
	isCounterfeitEstablished: boolean | null;
};

export const nothingKnown: TypedFacts = {
	...{ signedOn: null, goodsClass: null, isFood: null, isExclusionConfirmed: null, outboundFreight: null },
	...{ freight: null, hasCarrierProof: false, region: null, isCounterfeitEstablished: null },
};

type Name = keyof TypedFacts;

/** What each guarantee is judged by. */
const asked: Record<Guarantee, readonly Name[]> = {
	SEVEN_DAY_RETURN: ["signedOn", "goodsClass", "isExclusionConfirmed"],
	RETURN_FREIGHT: ["signedOn", "freight", "region", "hasCarrierProof"],
	TENFOLD_COMPENSATION: ["isCounterfeitEstablished", "isFood", "outboundFreight"],
	REFUND_WITHOUT_RETURN: ["signedOn"],
};

type Props = {
	guarantee: Guarantee;
	/** The form holds the facts under `facts`. */
	// biome-ignore lint/suspicious/noExplicitAny: two forms of different shapes share these fields.
	form: UseFormReturn<any>;
	errorOf: (path: never) => string | undefined;
	regions: readonly { value: string; label: string }[];
};

export function FactFields({ guarantee, form, errorOf, regions }: Props) {
	const t = useTranslations("trustclaims");
	return (
		<div className="grid gap-4 sm:grid-cols-2">
			{asked[guarantee].map((name) => {
				const path = `facts.${name}`;
				const error = errorOf(path as never);
				const set = (value: unknown) =>
					form.setValue(path, value, { shouldValidate: form.formState.isSubmitted });
				const value = form.watch(path) as TypedFacts[Name];
				if (name === "hasCarrierProof")
					return (
						<Checkbox
							key={name}
							className="sm:col-span-full"
							label={t("facts.hasCarrierProof")}
							checked={value === true}
							onCheckedChange={(checked) => set(checked === true)}
						/>
					);
				return (
					<Field key={name} label={t(`facts.${name}`)} error={error}>
						<Control name={name} value={value} set={set} regions={regions} />
					</Field>
				);
			})}
		</div>
	);
}

type ControlProps = {
	name: Exclude<Name, "hasCarrierProof">;
	value: TypedFacts[Name];
	set: (value: unknown) => void;
	regions: Props["regions"];
	/** Given by the field around it. */
	id?: string;
};

const flags: readonly Name[] = ["isFood", "isExclusionConfirmed", "isCounterfeitEstablished"];

function Control({ name, value, set, regions, ...field }: ControlProps) {
	const t = useTranslations("trustclaims");
	const text = value === null ? "" : String(value);
	if (name === "signedOn")
		return <Input {...field} type="date" value={text} onChange={({ target }) => set(target.value || null)} />;
	if (name === "outboundFreight" || name === "freight")
		return (
			<Input
				{...field}
				inputMode="decimal"
				value={text}
				onChange={({ target }) => set(target.value || null)}
			/>
		);
	const isFlag = flags.includes(name);
	const options = isFlag
		? [
				{ value: "true", label: t("facts.yes") },
				{ value: "false", label: t("facts.no") },
			]
		: name === "region"
			? regions
			: goodsClasses.map((code) => ({ value: code as string, label: t(`goodsClass.${code}`) }));
	return (
		<NativeSelect
			{...field}
			value={text}
			emptyLabel={t("facts.unknown")}
			options={options}
			onChange={({ target }) =>
				set(target.value === "" ? null : isFlag ? target.value === "true" : target.value)
			}
		/>
	);
}
