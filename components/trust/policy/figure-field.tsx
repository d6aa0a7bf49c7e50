"use client";

import { useTranslations } from "use-intl";
import { useTrustSpeech } from "@/components/trust/policy/use-trust-speech";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { regions } from "@/lib/domains/admission/rules/regions";
import { regionInWords } from "@/lib/domains/trust/rules/policy/policy-words";
import type { TrustFigure } from "@/lib/domains/trust/types/policy";

type Props = {
	figure: TrustFigure;
	value: string;
	error: string | undefined;
	edit: (value: string) => void;
	disabled: boolean;
};

/** One figure of a guarantee's policy as a person sets it. */
export function TrustFigureField(props: Props) {
	const { figure, value, error, edit, disabled } = props;
	const t = useTranslations("trustrules");
	const speech = useTrustSpeech();
	const { code, unit } = figure;
	const [hintKey, suffixKey] = [`hint.${code}` as "hint.multiplier", `suffix.${unit}` as "suffix.days"];
	const hint = t.has(hintKey) ? t(hintKey) : undefined;
	const label = speech(`figure.${code}`);
	if (unit === "regions") return <RegionBoxes {...props} label={label} hint={hint} />;
	if (unit === "flag")
		return (
			<div className="sm:col-span-full">
				<Checkbox
					label={label}
					hint={hint}
					checked={value === "1"}
					disabled={disabled}
					onCheckedChange={(checked) => edit(checked === true ? "1" : "0")}
				/>
			</div>
		);
	return (
		<Field label={label} error={error} hint={hint} required>
			<Input
				value={value}
				inputMode={unit === "share" || unit === "fen" ? "decimal" : "numeric"}
				maxLength={12}
				suffix={t.has(suffixKey) ? t(suffixKey) : undefined}
				className="pr-20"
				disabled={disabled}
				onChange={(event) => edit(event.target.value)}
			/>
		</Field>
	);
}

function RegionBoxes({
	value,
	edit,
	disabled,
	label,
	hint,
}: Props & { label: string; hint: string | undefined }) {
	const speech = useTrustSpeech();
	const chosen = value.split(",").filter((code) => code !== "");
	function toggle(code: string, checked: boolean) {
		const codes = new Set(checked ? [...chosen, code] : chosen.filter((one) => one !== code));
		edit(
			regions
				.filter((one) => codes.has(one.code))
				.map((one) => one.code)
				.join(","),
		);
	}
	return (
		<fieldset className="sm:col-span-full">
			<legend className="font-medium text-ink text-sm">{label}</legend>
			{hint && <p className="mt-0.5 text-ink-faint text-xs">{hint}</p>}
			<div className="mt-2 grid grid-cols-2 gap-2 sm:grid-cols-3 xl:grid-cols-4">
				{regions.map(({ code }) => (
					<Checkbox
						key={code}
						label={regionInWords(speech, code)}
						checked={chosen.includes(code)}
						disabled={disabled}
						onCheckedChange={(checked) => toggle(code, checked === true)}
					/>
				))}
			</div>
		</fieldset>
	);
}
