"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { reportPlanItem } from "@/lib/domains/partnership/actions/standing";
import { type PlanItem, reportProgressSchema } from "@/lib/domains/partnership/schema/probation";

type Props = { item: PlanItem; text: string; target: { probationId: string; version: number } };

export function ReportDialog(props: Props) {
	const t = useTranslations("partnership");
	const { open, setOpen, finish } = useClosingDialog(t("report.done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="soft" size="sm" className="mt-2">
					{t("report.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("report.title")} description={props.text}>
				<ReportForm {...props} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function ReportForm({
	item,
	target,
	onDone,
	onCancel,
}: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("partnership");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: reportProgressSchema,
		defaults: { ...target, itemId: item.id, report: item.report ?? "", isDone: item.isDone },
		action: reportPlanItem,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("report.words")} error={errorOf("report")} required>
				<Textarea {...form.register("report")} rows={4} />
			</Field>
			<Controller
				control={form.control}
				name="isDone"
				render={({ field }) => (
					<Checkbox
						label={t("report.isDone")}
						checked={field.value}
						onCheckedChange={(on) => field.onChange(on === true)}
					/>
				)}
			/>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" pending={pending}>
					{t("report.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
