"use client";

import { Controller } from "react-hook-form";
import { useTranslations } from "use-intl";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { FormError } from "@/components/forms/form-error";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { giveExitNotice } from "@/lib/domains/partnership/actions/exit";
import { noticeKinds, reasonsOfKind } from "@/lib/domains/partnership/constants";
import { openExitSchema } from "@/lib/domains/partnership/schema/exit";
import type { ExitNoticeKind, ExitReason } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";

type Props = {
	partner: { id: string; name: string };
	windowDays: number;
	files?: readonly EvidenceFile[];
	kind?: ExitNoticeKind;
	reasons?: readonly ExitReason[];
	statement?: string;
	/** Open at once: the page was asked for it. */
	size?: "sm" | "md";
};

export function GiveNoticeDialog(props: Props) {
	const t = useTranslations("partnership");
	const { open, setOpen, finish } = useClosingDialog(t("give.done", { company: props.partner.name }));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="danger-ghost" size={props.size ?? "md"}>
					{t("give.open")}
				</Button>
			</DialogTrigger>
			<DialogContent
				size="lg"
				title={t("give.title", { company: props.partner.name })}
				description={t("give.description", { days: props.windowDays })}
			>
				<NoticeForm {...props} onDone={finish} onCancel={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function NoticeForm({
	partner,
	files = [],
	kind = "FAILED_STANDARDS",
	reasons = [],
	statement = "",
	onDone,
	onCancel,
}: Props & { onDone: () => void; onCancel: () => void }) {
	const t = useTranslations("partnership");
	const tCommon = useTranslations("common");
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: openExitSchema,
		defaults: { partnerId: partner.id, kind, reasonCodes: [...reasons], statement },
		action: giveExitNotice,
		onDone,
	});
	const chosen = form.watch("kind");
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-5">
			<FormError refusal={refusal} />
			<FieldGroup legend={t("exit.kind")} error={errorOf("kind")} required>
				<Controller
					control={form.control}
					name="kind"
					render={({ field }) => (
						<RadioGroup
							look="cards"
							aria-label={t("exit.kind")}
							value={field.value}
							onValueChange={(value) => {
								field.onChange(value);
								form.setValue("reasonCodes", []);
							}}
							options={noticeKinds.map((value) => ({ value, label: t(`exit.kinds.${value}`) }))}
						/>
					)}
				/>
			</FieldGroup>
			<FieldGroup
				legend={t("give.reasons")}
				hint={t("give.reasonsHint")}
				error={errorOf("reasonCodes")}
				required
			>
				<Controller
					control={form.control}
					name="reasonCodes"
					render={({ field }) => (
						<div className="grid gap-2.5 sm:grid-cols-2">
							{reasonsOfKind[chosen].map((code) => (
								<Checkbox
									key={code}
									label={t(`exit.reasons.${code}`)}
									checked={field.value.includes(code)}
									onCheckedChange={(on) =>
										field.onChange(on ? [...field.value, code] : field.value.filter((one) => one !== code))
									}
								/>
							))}
						</div>
					)}
				/>
			</FieldGroup>
			<Field label={t("give.statement")} hint={t("give.statementHint")} error={errorOf("statement")} required>
				<Textarea {...form.register("statement")} rows={5} />
			</Field>
			<EvidenceUpload
				purpose="EXIT_NOTICE"
				subject={partner.id}
				files={files}
				label={t("exit.evidence")}
				hint={t("give.evidenceHint")}
			/>
			<Banner tone="info">{t("give.next")}</Banner>
			<DialogActions>
				<Button variant="secondary" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" variant="danger" pending={pending}>
					{t("give.submit")}
				</Button>
			</DialogActions>
		</form>
	);
}
