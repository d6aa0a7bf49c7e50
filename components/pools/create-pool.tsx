"use client";

import { Plus } from "lucide-react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { openPool } from "@/lib/domains/pools/actions";
import { poolTemplates, poolUnits } from "@/lib/domains/pools/constants";
import { createPoolSchema } from "@/lib/domains/pools/schema";
import { AmountField } from "./amount-field";

type Props = {
	/** Codes in use: their templates are not offered again. */
	taken: readonly string[];
};

export function CreatePool({ taken }: Props) {
	const t = useTranslations("pools");
	const { open, setOpen, finish } = useClosingDialog(t("create.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("create.open")}
				</Button>
			</DialogTrigger>
			<DialogContent size="lg" title={t("create.title")} description={t("create.description")}>
				<CreateForm taken={taken} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

const empty = {
	code: "",
	nameZh: "",
	nameEn: "",
	purposeZh: "",
	purposeEn: "",
	unit: "FEN" as (typeof poolUnits)[number],
	amount: "",
	reason: "",
};

function CreateForm({ taken, onDone, onCancel }: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("pools");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: createPoolSchema,
		defaults: empty,
		action: openPool,
		onDone,
	});
	const offered = poolTemplates.filter(({ code }) => !taken.includes(code));
	const text = (name: "code" | "nameZh" | "nameEn" | "purposeZh" | "purposeEn", hint?: string) => (
		<Field label={t(`create.${name}`)} hint={hint} error={errorOf(name)} required>
			<Input {...form.register(name)} />
		</Field>
	);
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			{offered.length > 0 && (
				<div className="flex flex-wrap items-center gap-2">
					<span className="text-ink-soft text-sm">{t("create.templates")}</span>
					{offered.map((template) => (
						<Button
							key={template.code}
							size="sm"
							variant="soft"
							onClick={() => form.reset({ ...template, reason: form.getValues("reason") })}
						>
							{t(`create.template.${template.code}`)}
						</Button>
					))}
				</div>
			)}
			<div className="grid gap-4 sm:grid-cols-2">
				{text("nameZh")}
				{text("nameEn")}
				{text("purposeZh")}
				{text("purposeEn")}
				{text("code", t("create.codeHint"))}
				<Field label={t("create.unit")} hint={t("create.unitHint")} error={errorOf("unit")} required>
					<NativeSelect
						{...form.register("unit")}
						options={poolUnits.map((value) => ({ value, label: t(`unitNames.${value}`) }))}
					/>
				</Field>
			</div>
			<AmountField
				unit={form.watch("unit")}
				typed={form.watch("amount")}
				error={errorOf("amount")}
				register={form.register("amount")}
			/>
			<Field label={t("create.reason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={2} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("create.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
