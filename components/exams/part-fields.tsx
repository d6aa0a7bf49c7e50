"use client";

import { Plus, X } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { OPTIONS } from "@/lib/domains/certification/constants/questions";
import { type DraftPart, newOption } from "./question-draft";

type Props = { part: DraftPart; onChange: (part: DraftPart) => void };

/** The options of one part with what is right; of an ordering part the order written is the right one. */
export function PartFields({ part, onChange }: Props) {
	const t = useTranslations("examdesk");
	return (
		<fieldset className="space-y-3">
			<legend className="font-medium text-sm">{t("question.options")}</legend>
			<p className="text-ink-faint text-xs">{t(`question.optionsHint.${part.kind}`)}</p>
			{part.kind === "boolean" ? (
				<NativeSelect
					aria-label={t("question.options")}
					value={String(part.isTrue)}
					onChange={(event) => onChange({ ...part, isTrue: event.target.value === "true" })}
					options={[
						{ value: "true", label: t("truths.true") },
						{ value: "false", label: t("truths.false") },
					]}
				/>
			) : (
				<OptionFields part={part} onChange={onChange} />
			)}
		</fieldset>
	);
}

function OptionFields({ part, onChange }: Props) {
	const t = useTranslations("examdesk.question");
	const mark = (id: number, isRight: boolean) =>
		part.options.map((option) => ({
			...option,
			isRight: option.id === id ? isRight : part.kind === "single" && isRight ? false : option.isRight,
		}));
	return (
		<>
			{part.options.map((option, at) => (
				<div key={option.id} className="flex items-center gap-3">
					{part.kind === "ordering" ? (
						<span className="figure w-5 text-center text-ink-faint text-sm">{at + 1}</span>
					) : (
						<Checkbox
							aria-label={t("isRight", { number: at + 1 })}
							checked={option.isRight}
							onCheckedChange={(checked) => onChange({ ...part, options: mark(option.id, checked === true) })}
						/>
					)}
					<div className="grow">
						<Input
							aria-label={t("option", { number: at + 1 })}
							value={option.text}
							maxLength={300}
							autoComplete="off"
							onChange={(event) =>
								onChange({
									...part,
									options: part.options.map((one) =>
										one.id === option.id ? { ...one, text: event.target.value } : one,
									),
								})
							}
						/>
					</div>
					<Button
						variant="ghost"
						size="sm"
						aria-label={t("removeOption", { number: at + 1 })}
						disabled={part.options.length <= OPTIONS.min}
						onClick={() => onChange({ ...part, options: part.options.filter(({ id }) => id !== option.id) })}
					>
						<X aria-hidden="true" />
					</Button>
				</div>
			))}
			<Button
				variant="secondary"
				size="sm"
				disabled={part.options.length >= OPTIONS.max}
				onClick={() => onChange({ ...part, options: [...part.options, newOption()] })}
			>
				<Plus aria-hidden="true" />
				{t("addOption")}
			</Button>
		</>
	);
}

/** What a part of a case asks, and how. */
export function PromptField({ part, onChange }: Props) {
	const t = useTranslations("examdesk.question");
	return (
		<Field label={t("prompt")} required>
			<Input
				value={part.prompt}
				maxLength={1000}
				autoComplete="off"
				onChange={(event) => onChange({ ...part, prompt: event.target.value })}
			/>
		</Field>
	);
}
