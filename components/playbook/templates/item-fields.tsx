"use client";

import { ArrowDown, ArrowUp, ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { evidenceKinds, playbookSides, steps } from "@/lib/domains/playbook/constants/sides";
import { templateLimits } from "@/lib/domains/playbook/rules/templates/template-form";
import type { TemplateItemForm } from "@/lib/domains/playbook/types/template-desk";

const fields = [
	"titleZh",
	"titleEn",
	"textZh",
	"textEn",
	"step",
	"owner",
	"evidence",
	"dueAfterDays",
] as const;

export type ItemFieldsProps = {
	item: TemplateItemForm;
	isNew: boolean;
	/** The title in the reader's language, or what stands for it while there is none. */
	name: string;
	disabled: boolean;
	edit: (field: keyof TemplateItemForm, value: string | boolean) => void;
	errorOf: (field: keyof TemplateItemForm) => string | undefined;
	/** Null at the ends of a step. */
	onUp: (() => void) | null;
	onDown: (() => void) | null;
};

/** One item of the template under edit, folded to its name. */
export function ItemFields({ item, isNew, name, disabled, ...props }: ItemFieldsProps) {
	const t = useTranslations("playbooktemplates.draft");
	const tTemplate = useTranslations("playbooktemplates");
	const isFaulty = !item.isRetired && fields.some((field) => props.errorOf(field));
	return (
		<li className="relative py-2">
			<details className="group" open={isNew || undefined}>
				<summary
					className={`flex min-h-8 cursor-pointer list-none flex-wrap items-center gap-x-2 gap-y-1 text-sm ${disabled ? "" : "pr-36"}`}
				>
					<ChevronRight
						aria-hidden="true"
						className="-ml-1 size-4 shrink-0 text-ink-faint group-open:rotate-90"
					/>
					<span
						className={`min-w-0 flex-1 basis-24 sm:flex-none ${item.isRetired ? "text-ink-faint line-through" : "text-ink"}`}
					>
						{name}
					</span>
					{isNew && <Badge tone="success">{t("isNew")}</Badge>}
					{item.isRetired && <Badge tone="warning">{t("retired")}</Badge>}
					{isFaulty && <Badge tone="danger">{t("faulty")}</Badge>}
					{!item.isRequired && <Badge tone="info">{tTemplate("optional")}</Badge>}
				</summary>
				{!item.isRetired && <Fields {...props} item={item} disabled={disabled} />}
			</details>
			{!disabled && (
				<div className="absolute top-2 right-0 flex items-center">
					<Button
						variant="ghost"
						size="icon-sm"
						aria-label={`${t("up")}: ${name}`}
						disabled={!props.onUp}
						onClick={props.onUp ?? undefined}
					>
						<ArrowUp aria-hidden="true" className="size-4" />
					</Button>
					<Button
						variant="ghost"
						size="icon-sm"
						aria-label={`${t("down")}: ${name}`}
						disabled={!props.onDown}
						onClick={props.onDown ?? undefined}
					>
						<ArrowDown aria-hidden="true" className="size-4" />
					</Button>
					<Button
						variant={item.isRetired ? "ghost" : "danger-ghost"}
						size="sm"
						aria-label={`${t(item.isRetired ? "restore" : "retire")}: ${name}`}
						onClick={() => props.edit("isRetired", !item.isRetired)}
					>
						{t(item.isRetired ? "restore" : "retire")}
					</Button>
				</div>
			)}
		</li>
	);
}

function Fields({
	item,
	disabled,
	edit,
	errorOf,
}: Pick<ItemFieldsProps, "item" | "disabled" | "edit" | "errorOf">) {
	const t = useTranslations("playbooktemplates.draft");
	const tTemplate = useTranslations("playbooktemplates");
	const choices = [
		{ field: "step", options: steps.map((step) => [String(step), tTemplate(`step.${step}`)] as const) },
		{ field: "owner", options: playbookSides.map((side) => [side, tTemplate(`owner.${side}`)] as const) },
		{
			field: "evidence",
			options: evidenceKinds.map((kind) => [kind, tTemplate(`evidence.${kind}`)] as const),
		},
	] as const;
	return (
		<div className="mt-3 mb-2 grid gap-4 sm:grid-cols-2">
			{(["titleZh", "titleEn"] as const).map((field) => (
				<Field key={field} label={t(field)} error={errorOf(field)} required>
					<Input
						value={item[field]}
						maxLength={templateLimits.title + 20}
						disabled={disabled}
						lang={field === "titleEn" ? "en" : "zh-CN"}
						onChange={({ target }) => edit(field, target.value)}
					/>
				</Field>
			))}
			{(["textZh", "textEn"] as const).map((field) => (
				<Field key={field} label={t(field)} error={errorOf(field)} required>
					<Textarea
						value={item[field]}
						rows={3}
						maxLength={templateLimits.text + 200}
						disabled={disabled}
						lang={field === "textEn" ? "en" : "zh-CN"}
						onChange={({ target }) => edit(field, target.value)}
					/>
				</Field>
			))}
			{choices.map(({ field, options }) => (
				<Field key={field} label={t(field)} error={errorOf(field)} required>
					<NativeSelect
						value={item[field]}
						disabled={disabled}
						options={options.map(([value, label]) => ({ value, label }))}
						onChange={({ target }) => edit(field, target.value)}
					/>
				</Field>
			))}
			<Field label={t("dueAfterDays")} error={errorOf("dueAfterDays")} required>
				<Input
					value={item.dueAfterDays}
					inputMode="numeric"
					maxLength={6}
					suffix={t("daySuffix")}
					disabled={disabled}
					onChange={({ target }) => edit("dueAfterDays", target.value)}
				/>
			</Field>
			<Checkbox
				checked={item.isRequired}
				disabled={disabled}
				label={t("isRequired")}
				onCheckedChange={(checked) => edit("isRequired", checked === true)}
			/>
		</div>
	);
}
