"use client";

import { Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import type { EditorProps } from "@/components/admission/standards/standards-editor";
import { TrackChoice } from "@/components/admission/standards/track-choice";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { trackFacts } from "@/lib/domains/admission/constants";
import { newStandardId } from "@/lib/domains/admission/rules/standards-form";
import { type StandardForm, standardKinds } from "@/lib/domains/admission/schema/standards-form";
import { redLineKinds } from "@/lib/domains/tiers/constants";

const suffixes = {
	company_age: "months",
	no_red_line: "months",
	staff_count: "people",
	force_composite: "points",
	force_floor: "points",
} as const;

/** The standards, one frame each, and the way to add another. */
export function StandardRows(props: EditorProps) {
	const { form, edit } = props;
	function remove(id: string) {
		edit(
			"order",
			form.order.filter((one) => one !== id),
		);
	}
	return (
		<div className="space-y-3">
			{form.order.map((id) => {
				const standard = form.standards[id];
				return (
					standard && (
						<StandardRow key={id} {...props} id={id} standard={standard} onRemove={() => remove(id)} />
					)
				);
			})}
			<AddStandard {...props} />
		</div>
	);
}

type RowProps = EditorProps & { id: string; standard: StandardForm; onRemove: () => void };

function useStandardName() {
	const t = useTranslations("standards");
	return ({ kind, fact }: Pick<StandardForm, "kind" | "fact">) =>
		fact ? t(`words.factName.${fact}`) : t(`words.name.${kind}`);
}

function StandardRow({ id, standard, tracks, errorOf, edit, onRemove, disabled }: RowProps) {
	const t = useTranslations("standards");
	const nameOf = useStandardName();
	const path = `standards.${id}`;
	const hasValue = standard.kind !== "uscc_valid" && standard.kind !== "not_admitted";
	return (
		<section data-standard={id} className="rounded-lg border p-4">
			<div className="flex items-center justify-between gap-3">
				<h3 className="font-semibold text-ink text-sm">{nameOf(standard)}</h3>
				<Button
					variant="ghost"
					size="icon-sm"
					disabled={disabled}
					aria-label={t("draft.removeStandard", { name: nameOf(standard) })}
					onClick={onRemove}
				>
					<Trash2 aria-hidden="true" />
				</Button>
			</div>
			<div className={cn("mt-3 grid gap-4", hasValue && "md:grid-cols-[14rem_1fr]")}>
				{hasValue && (
					<Field
						label={t("draft.threshold")}
						hint={standard.kind === "registered_capital" ? t("draft.amountHint") : undefined}
						error={errorOf(`${path}.value`)}
					>
						<Input
							value={standard.value}
							maxLength={40}
							disabled={disabled}
							inputMode={standard.kind === "registered_capital" ? "text" : "decimal"}
							suffix={<Suffix kind={standard.kind} />}
							onChange={(event) => edit(`${path}.value`, event.target.value)}
						/>
					</Field>
				)}
				<div className="space-y-3">
					<TrackChoice
						legend={t("draft.tracks")}
						tracks={tracks}
						value={standard.tracks}
						hasEvery
						disabled={disabled}
						error={errorOf(`${path}.tracks`)}
						onChange={(next) => edit(`${path}.tracks`, next)}
					/>
					{standard.kind === "no_red_line" && (
						<RecordChoice
							value={standard.recordKinds}
							disabled={disabled}
							error={errorOf(`${path}.recordKinds`)}
							onChange={(next) => edit(`${path}.recordKinds`, next)}
						/>
					)}
				</div>
			</div>
		</section>
	);
}

function Suffix({ kind }: { kind: StandardForm["kind"] }) {
	const t = useTranslations("standards");
	if (!(kind in suffixes)) return null;
	const unit = suffixes[kind as keyof typeof suffixes];
	const text =
		unit === "points" ? t("words.unit.points", { points: "" }) : t(`words.unit.${unit}`, { count: 2 });
	return text.replace(/[\d\s]/g, "");
}

type RecordChoiceProps = {
	value: StandardForm["recordKinds"];
	error: string | undefined;
	disabled: boolean;
	onChange: (kinds: StandardForm["recordKinds"]) => void;
};

function RecordChoice({ value, error, disabled, onChange }: RecordChoiceProps) {
	const t = useTranslations("standards");
	return (
		<FieldGroup legend={t("draft.records")} error={error}>
			<div className="flex flex-wrap gap-x-5 gap-y-2">
				{redLineKinds.map((kind) => (
					<Checkbox
						key={kind}
						label={t(`words.record.${kind}`)}
						checked={value.includes(kind)}
						disabled={disabled}
						onCheckedChange={(isOn) =>
							onChange(isOn === true ? [...value, kind] : value.filter((one) => one !== kind))
						}
					/>
				))}
			</div>
		</FieldGroup>
	);
}

function AddStandard({ form, edit, disabled }: EditorProps) {
	const t = useTranslations("standards");
	const nameOf = useStandardName();
	const choices = [
		...standardKinds.filter((kind) => kind !== "track_fact").map((kind) => ({ kind, fact: null })),
		...trackFacts.map((fact) => ({ kind: "track_fact" as const, fact })),
	];
	const [chosen, setChosen] = useState("");
	function add() {
		const choice = choices[Number(chosen)];
		if (chosen === "" || !choice) return;
		const id = newStandardId(form, choice.kind, choice.fact);
		const isKnown = form.order.some((one) => form.standards[one]?.kind === choice.kind);
		const recordKinds = choice.kind === "no_red_line" ? [...redLineKinds] : [];
		const tracks = choice.fact || isKnown ? [] : null;
		edit("standards", { ...form.standards, [id]: { ...choice, tracks, value: "", recordKinds } });
		edit("order", [...form.order, id]);
		setChosen("");
	}
	return (
		<div className="flex flex-wrap items-end gap-3 rounded-lg border border-dashed p-4">
			<Field label={t("draft.addKind")} className="min-w-56">
				<NativeSelect
					emptyLabel="–"
					value={chosen}
					disabled={disabled}
					onChange={(event) => setChosen(event.target.value)}
					options={choices.map((choice, index) => ({ value: String(index), label: nameOf(choice) }))}
				/>
			</Field>
			<Button variant="secondary" disabled={disabled || chosen === ""} onClick={add}>
				{t("draft.add")}
			</Button>
		</div>
	);
}
