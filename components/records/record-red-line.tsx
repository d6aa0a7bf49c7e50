"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { recordRedLine } from "@/lib/domains/partnership/actions/red-lines";
import { recordRedLineSchema, redLineKinds } from "@/lib/domains/partnership/schema/red-line";

export function RecordRedLine({ today }: { today: string }) {
	const t = useTranslations("records.redLines");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>
					<Plus aria-hidden="true" />
					{t("record")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("recordTitle")} description={t("recordHint")}>
				<RedLineForm today={today} close={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function RedLineForm({ today, close }: { today: string; close: () => void }) {
	const t = useTranslations("records.redLines");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: recordRedLineSchema,
		defaults: { partner: "", occurredOn: today, note: "" },
		action: recordRedLine,
		onDone: () => {
			toast.success(t("done"));
			close();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("field.partner")} hint={t("field.partnerHint")} error={errorOf("partner")} required>
				<Input {...form.register("partner")} />
			</Field>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("field.kind")} error={errorOf("kind")} required>
					<NativeSelect
						{...form.register("kind")}
						emptyLabel={t("choose")}
						options={redLineKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
					/>
				</Field>
				<Field label={t("field.occurredOn")} error={errorOf("occurredOn")} required>
					<Input {...form.register("occurredOn")} type="date" max={today} />
				</Field>
			</div>
			<Field label={t("field.note")} hint={t("field.noteHint")} error={errorOf("note")} required>
				<Textarea {...form.register("note")} rows={4} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={close}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" variant="danger" pending={pending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
