"use client";

import { useLocale, useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { ageOn } from "@/lib/domains/admission/rules/company-age";
import { nameRegion, regionOfUscc, regions } from "@/lib/domains/admission/rules/regions";
import { checkUscc } from "@/lib/domains/admission/rules/uscc";
import { formatCompactFen, formatFen } from "@/lib/platform/format";
import { parseFen, toHalfWidth } from "@/lib/platform/money";
import { isDay } from "@/lib/platform/time";
import { Asked } from "./asked";
import { fieldId, useForm } from "./form-context";
import { TextField } from "./text-field";
import { UsccField } from "./uscc-field";

export function CompanyStep() {
	const t = useTranslations("admission");
	return (
		<div className="grid gap-x-6 gap-y-5 sm:grid-cols-2">
			<TextField
				path="company.name"
				hint={t("hints.name")}
				autoComplete="organization"
				className="sm:col-span-2"
			/>
			<UsccField />
			<TextField path="company.legalRepresentative" autoComplete="off" />
			<CapitalField />
			<FoundedField />
			<RegionField />
			<TextField path="company.address" autoComplete="street-address" className="sm:col-span-2" />
		</div>
	);
}

/** An amount as people write it, with what was understood beside it. */
function CapitalField() {
	const t = useTranslations("admission");
	const { draft } = useForm();
	const locale = useLocale();
	const parsed = parseFen(draft.company.registeredCapital);
	return (
		<TextField
			path="company.registeredCapital"
			tidy={toHalfWidth}
			inputMode="text"
			autoComplete="off"
			placeholder={t("placeholders.registeredCapital")}
			hint={
				parsed.ok
					? t("form.amountReading", {
							amount: formatFen(parsed.fen),
							short: formatCompactFen(parsed.fen, locale).text,
						})
					: t("hints.registeredCapital")
			}
		/>
	);
}

function FoundedField() {
	const t = useTranslations("admission");
	const { draft, today } = useForm();
	return (
		<TextField
			path="company.foundedOn"
			type="date"
			min="1900-01-01"
			max={today}
			hint={describeAge(draft.company.foundedOn, today, t)}
		/>
	);
}

function describeAge(
	founded: string,
	today: string,
	t: ReturnType<typeof useTranslations<"admission">>,
): string {
	if (!isDay(founded)) return t("hints.foundedOn");
	if (founded > today) return t("form.ageFuture");
	const { years, months } = ageOn(founded, today);
	return years + months === 0 ? t("form.ageYoung") : t("form.age", { years, months });
}

function RegionField() {
	const t = useTranslations("admission");
	const locale = useLocale();
	const label = useFieldLabel();
	const { draft, edit, touch, errorOf } = useForm();
	const path = "company.region";
	const { uscc, region } = draft.company;
	const check = checkUscc(uscc);
	const isSuggested = check.ok && region !== "" && regionOfUscc(check.uscc) === region;
	return (
		<Asked path={path}>
			<Field
				label={label(path)}
				required
				error={errorOf(path)}
				hint={isSuggested ? t("form.regionSuggested", { region: nameRegion(region, locale) }) : undefined}
			>
				<NativeSelect
					id={fieldId(path)}
					value={region}
					onChange={(event) => edit(path, event.target.value)}
					onBlur={() => touch(path)}
					emptyLabel={t("form.select")}
					options={regions.map((one) => ({
						value: one.name,
						label: locale === "en" ? one.nameEn : one.name,
					}))}
				/>
			</Field>
		</Asked>
	);
}
