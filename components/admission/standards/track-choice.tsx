"use client";

import { useLocale, useTranslations } from "use-intl";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldGroup } from "@/components/ui/field-group";
import type { TrackName } from "@/lib/domains/admission/types";

type TrackChoiceProps = {
	legend: string;
	tracks: readonly TrackName[];
	/** Null: every track. */
	value: readonly string[] | null;
	/** Whether "every track" can be chosen. */
	hasEvery: boolean;
	error?: string | undefined;
	disabled?: boolean;
	onChange: (tracks: string[] | null) => void;
};

export function TrackChoice({
	legend,
	tracks,
	value,
	hasEvery,
	error,
	disabled,
	onChange,
}: TrackChoiceProps) {
	const t = useTranslations("standards");
	const isEnglish = useLocale() === "en";
	function toggle(code: string, isOn: boolean) {
		const rest = (value ?? []).filter((one) => one !== code);
		onChange(isOn ? [...rest, code] : rest);
	}
	return (
		<FieldGroup legend={legend} error={error}>
			<div className="flex flex-wrap gap-x-5 gap-y-2">
				{hasEvery && (
					<Checkbox
						label={t("draft.everyTrack")}
						checked={value === null}
						disabled={disabled}
						onCheckedChange={(isOn) => onChange(isOn === true ? null : [])}
					/>
				)}
				{value !== null &&
					tracks.map(({ code, nameZh, nameEn }) => (
						<Checkbox
							key={code}
							label={isEnglish ? nameEn : nameZh}
							checked={value.includes(code)}
							disabled={disabled}
							onCheckedChange={(isOn) => toggle(code, isOn === true)}
						/>
					))}
			</div>
		</FieldGroup>
	);
}
