"use client";

import { Scale } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTranslations } from "use-intl";
import { RefusedBanner } from "@/components/admission/refused-banner";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { fileOwnAppeal } from "@/lib/domains/admission/actions/appeal-filing";
import { appealFilingSchema, appealGroundsMax } from "@/lib/domains/admission/schema/appeal";
import type { EvidenceFile } from "@/lib/platform/files/types";

type AppealFormProps = {
	applicationId: string;
	/** Working days until the answer. */
	days: number;
	/** Attached on an earlier visit. */
	files: readonly EvidenceFile[];
};

/** Grounds against a rejection; opened by a button, because most who read a rejection do not appeal. */
export function AppealForm(props: AppealFormProps) {
	const t = useTranslations("admission");
	const [isOpen, setIsOpen] = useState(props.files.length > 0);
	if (!isOpen) {
		return (
			<Button variant="secondary" onClick={() => setIsOpen(true)}>
				<Scale aria-hidden="true" />
				{t("appeal.begin")}
			</Button>
		);
	}
	return (
		<Card>
			<CardHeader title={t("appeal.formTitle")} description={t("appeal.formText", { days: props.days })} />
			<CardBody>
				<GroundsForm {...props} onCancel={() => setIsOpen(false)} />
			</CardBody>
		</Card>
	);
}

function GroundsForm({ applicationId, files, onCancel }: AppealFormProps & { onCancel: () => void }) {
	const t = useTranslations("admission");
	const tCommon = useTranslations("common");
	const router = useRouter();
	const { form, submit, pending, refusal, formError, errorOf } = useActionForm({
		schema: appealFilingSchema,
		defaults: { applicationId, grounds: "" },
		action: fileOwnAppeal,
		onDone: ({ number }) => {
			toast.success(t("appeal.done", { number }));
			router.refresh();
		},
	});
	const count = [...form.watch("grounds").trim()].length;
	return (
		<form onSubmit={submit} noValidate className="space-y-4">
			{refusal && <RefusedBanner reason={refusal.reason} text={formError} />}
			<Field
				label={t("appeal.groundsLabel")}
				hint={t("appeal.groundsHint")}
				error={errorOf("grounds")}
				aside={<span className="figure">{t("form.words", { count, max: appealGroundsMax })}</span>}
				required
			>
				<Textarea {...form.register("grounds")} rows={6} />
			</Field>
			<EvidenceUpload
				purpose="APPEAL"
				subject={applicationId}
				files={files}
				label={t("appeal.filesLabel")}
				hint={t("appeal.filesHint")}
			/>
			<div className="flex flex-wrap gap-2">
				<Button type="submit" pending={pending}>
					{t("appeal.submit")}
				</Button>
				<Button variant="ghost" onClick={onCancel}>
					{tCommon("actions.cancel")}
				</Button>
			</div>
		</form>
	);
}
