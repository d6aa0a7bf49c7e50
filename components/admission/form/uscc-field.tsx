"use client";

import { CircleCheck, TriangleAlert } from "lucide-react";
import type { ClipboardEvent } from "react";
import { useTranslations } from "use-intl";
import { useFieldLabel } from "@/components/admission/field-label";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { regionOfUscc } from "@/lib/domains/admission/rules/regions";
import { checkUscc, normaliseUscc, USCC_LENGTH, type UsccCheck } from "@/lib/domains/admission/rules/uscc";
import { Asked } from "./asked";
import { fieldId, useForm } from "./form-context";
import { longestText } from "./text-field";
import { UsccCells } from "./uscc-cells";
import { useUsccTaken } from "./use-uscc-taken";

const path = "company.uscc";

/** The credit code, checked character by character as it is typed; what is pasted is tidied up. */
export function UsccField() {
	const t = useTranslations("admission");
	const label = useFieldLabel();
	const { draft, edit, touch, errorOf } = useForm();
	const value = draft.company.uscc;
	const check = checkUscc(value);
	const isTaken = useUsccTaken(check.ok ? check.uscc : null);
	const error = faultOf(check, t) ?? errorOf(path);
	function write(next: string) {
		edit(path, next);
		const region = checkUscc(next).ok && regionOfUscc(normaliseUscc(next));
		if (region && draft.company.region === "") edit("company.region", region);
	}
	function paste(event: ClipboardEvent<HTMLInputElement>) {
		const pasted = normaliseUscc(event.clipboardData.getData("text"));
		// Into the middle of a code the browser pastes by itself; the blur tidies up.
		if (value.trim() !== "" && event.currentTarget.selectionStart !== 0) return;
		event.preventDefault();
		write(pasted.slice(0, longestText));
	}
	return (
		<Asked path={path} className="sm:col-span-2">
			<Field
				label={label(path)}
				required
				aside={<span className="figure">{`${normaliseUscc(value).length} / ${USCC_LENGTH}`}</span>}
				error={error}
				hint={error ? undefined : check.ok ? <ValidForm text={t("codes.uscc.VALID")} /> : t("hints.uscc")}
			>
				<UsccInput
					id={fieldId(path)}
					value={value}
					onChange={write}
					onPaste={paste}
					onBlur={() => {
						if (normaliseUscc(value) !== value) write(normaliseUscc(value));
						touch(path);
					}}
					check={check}
				/>
			</Field>
			<div role="status">
				{isTaken && !error && (
					<p className="mt-1.5 flex items-start gap-1 text-warning-ink text-xs">
						<TriangleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
						{t("codes.uscc.TAKEN")}
					</p>
				)}
			</div>
		</Asked>
	);
}

function ValidForm({ text }: { text: string }) {
	return (
		<span className="flex items-start gap-1 text-success-ink">
			<CircleCheck aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
			{text}
		</span>
	);
}

/** What is wrong already while typing. A code still too short is not wrong yet. */
function faultOf(check: UsccCheck, t: ReturnType<typeof useTranslations<"admission">>): string | undefined {
	if (check.ok) return undefined;
	switch (check.code) {
		case "LENGTH":
			return check.length > USCC_LENGTH ? t("codes.uscc.LENGTH", { length: check.length }) : undefined;
		case "ALPHABET":
			return t("codes.uscc.ALPHABET", { position: check.position, character: check.character });
		default:
			return t(`codes.uscc.${check.code}`, { expected: check.expected });
	}
}

type UsccInputProps = {
	id: string;
	value: string;
	check: UsccCheck;
	onChange: (value: string) => void;
	onPaste: (event: ClipboardEvent<HTMLInputElement>) => void;
	onBlur: () => void;
	required?: boolean;
	"aria-describedby"?: string;
	"aria-invalid"?: boolean;
};

function UsccInput({ value, check, onChange, ...control }: UsccInputProps) {
	const t = useTranslations("admission");
	return (
		<div>
			<Input
				{...control}
				value={value}
				onChange={(event) => onChange(event.target.value)}
				placeholder={t("placeholders.uscc")}
				maxLength={longestText}
				autoComplete="off"
				autoCapitalize="characters"
				spellCheck={false}
				className="font-mono text-base uppercase tracking-wider placeholder:text-sm placeholder:normal-case placeholder:tracking-normal"
			/>
			<UsccCells check={check} />
		</div>
	);
}
