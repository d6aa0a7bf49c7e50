"use client";

import { useTranslations } from "use-intl";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { saleChannels } from "@/lib/domains/gmv/constants";
import type { FieldKind, MappingField } from "@/lib/domains/gmv/rules/mapping-fields";
import type { FieldSource } from "@/lib/domains/gmv/schema/mapping";
import { asFieldName, hintOf } from "./field-names";
import type { MappingState } from "./use-mapping";
import { useProblemText } from "./use-problem-text";

const CONSTANT = "constant";
const constantHints = {
	time: "time",
	day: "day",
	month: "month",
	amount: "amount",
	integer: "integer",
	count: "integer",
	big: "integer",
	revision: "integer",
} as const satisfies Partial<Record<FieldKind, string>>;
const column = (name: string) => `column:${name}`;

/** One field of ours: the column it comes from, or the value it always has. */
export function FieldSourceRow({ field, state }: { field: MappingField; state: MappingState }) {
	const t = useTranslations("mapping");
	const problemText = useProblemText();
	const { mapping, problems, isTried } = state;
	const source = mapping.definition.fields[field.name];
	const problem = problems.get(field.name);
	const isShown =
		problem && (isTried || (problem !== "MAPPING_FIELD_MISSING" && problem !== "VALUE_MISSING"));
	const error = isShown ? problemText(problem) : undefined;
	const isConstant = source?.from === "constant";
	const hint = hintOf(field.name);
	return (
		<li className="flex flex-col gap-1.5">
			<Field
				label={t(`fields.${asFieldName(field.name)}`)}
				aside={<code className="text-2xs">{field.name}</code>}
				required={field.isRequired}
				hint={isConstant ? undefined : <Sample field={field} state={state} />}
				error={isConstant ? undefined : error}
			>
				<NativeSelect
					value={choiceOf(source)}
					onChange={({ target }) => state.setField(field.name, readChoice(target.value, field))}
					options={useOptions(field, state)}
				/>
			</Field>
			{isConstant && <ConstantInput field={field} state={state} value={source.value} error={error} />}
			{hint && !source && <p className="text-ink-faint text-xs">{t(`hints.${hint}`)}</p>}
		</li>
	);
}

function choiceOf(source: FieldSource | undefined): string {
	if (!source) return "";
	return source.from === "constant" ? CONSTANT : column(source.column);
}

function readChoice(value: string, { kind }: MappingField): FieldSource | null {
	if (value === "") return null;
	if (value === CONSTANT) return { from: "constant", value: kind === "type" ? "sale" : "" };
	return { from: "column", column: value.slice(column("").length) };
}

function useOptions(field: MappingField, { opening, mapping }: MappingState) {
	const t = useTranslations("mapping.columns");
	const names = opening.header;
	const source = mapping.definition.fields[field.name];
	const isTwice = (name: string) => names.indexOf(name) !== names.lastIndexOf(name);
	const columns = [...new Set(names)].filter(Boolean).map((name) => ({
		value: column(name),
		label: isTwice(name) ? t("twice", { name }) : name,
		disabled: isTwice(name),
	}));
	const absent = source?.from === "column" && !names.includes(source.column) ? source.column : null;
	return [
		{ value: "", label: field.isRequired ? t("choose") : t("none") },
		...(field.takesConstant ? [{ value: CONSTANT, label: t("constant") }] : []),
		...(absent === null ? [] : [{ value: column(absent), label: t("absent", { name: absent }) }]),
		...columns,
	];
}

/** What the first line has here, and what will be read of it. */
function Sample({ field, state }: { field: MappingField; state: MappingState }) {
	const t = useTranslations("mapping");
	const { mapping, opening, preview } = state;
	const source = mapping.definition.fields[field.name];
	if (source?.from !== "column") {
		const hint = hintOf(field.name);
		return hint && !source ? null : <span>&nbsp;</span>;
	}
	const at = opening.header.indexOf(source.column);
	const row = opening.rows.findIndex(({ fields }) => (fields[at] ?? "").trim() !== "");
	if (at < 0 || row < 0) return <span>{at < 0 ? " " : t("columns.sampleEmpty")}</span>;
	const raw = (opening.rows[row]?.fields[at] ?? "").slice(0, 40);
	const index = preview.ok ? preview.fields.indexOf(field.name) : -1;
	const value = preview.ok ? preview.rows[row]?.values[index] : undefined;
	const read = value?.text ?? raw;
	const isPlain = read === raw || value?.code || field.kind === "type" || field.kind === "channel";
	return (
		<span className="wrap-anywhere">
			{isPlain ? t("columns.sampleSame", { raw }) : t("columns.sample", { raw, read })}
		</span>
	);
}

type ConstantProps = { field: MappingField; state: MappingState; value: string; error: string | undefined };

function ConstantInput({ field, state, value, error }: ConstantProps) {
	const t = useTranslations("mapping");
	const tGmv = useTranslations("gmv");
	const label = t("columns.constantOf", { field: t(`fields.${asFieldName(field.name)}`) });
	const id = `constant-${field.name}`;
	const set = (next: string) => state.setField(field.name, { from: "constant", value: next });
	const shared = {
		value,
		"aria-label": label,
		"aria-invalid": error ? true : undefined,
		"aria-describedby": error ? `${id}-error` : `${id}-hint`,
	};
	const choices = {
		type: ["sale", "refund"].map((type) => ({ value: type, label: t(`words.${type as "sale" | "refund"}`) })),
		channel: saleChannels.map((channel) => ({ value: channel, label: tGmv(`channel.${channel}`) })),
		flag: [
			{ value: "true", label: t("flags.true") },
			{ value: "false", label: t("flags.false") },
		],
	};
	const { kind } = field;
	const options = kind === "type" || kind === "channel" || kind === "flag" ? choices[kind] : null;
	const hint = kind in constantHints ? constantHints[kind as keyof typeof constantHints] : "text";
	return (
		<>
			{options ? (
				<NativeSelect
					{...shared}
					onChange={({ target }) => set(target.value)}
					options={options}
					emptyLabel={t("columns.choose")}
				/>
			) : (
				<Input
					{...shared}
					onChange={({ target }) => set(target.value)}
					autoComplete="off"
					spellCheck={false}
				/>
			)}
			<FieldError id={`${id}-error`}>{error}</FieldError>
			{!error && (
				<p id={`${id}-hint`} className="text-ink-faint text-xs">
					{t(`columns.constantHint.${hint}`)}
				</p>
			)}
		</>
	);
}
