"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { RefusedBanner } from "@/components/admission/refused-banner";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { useActionForm } from "@/components/forms/use-action-form";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { toast } from "@/components/ui/toast";
import { reportOwnDeposit } from "@/lib/domains/admission/actions/activation";
import { depositReportSchema } from "@/lib/domains/admission/schema/activation";
import type { EvidenceFile } from "@/lib/platform/files/types";

export type DepositFormProps = {
	applicationId: string;
	/** Of the report to correct; null for the first. */
	version: number | null;
	defaults: { payer: string; paidOn: string; reference: string };
	today: string;
	files: readonly EvidenceFile[];
};

/** What the platform needs to find a payment. */
export function DepositForm({ applicationId, version, defaults, today, files }: DepositFormProps) {
	const t = useTranslations("activation");
	const router = useRouter();
	const { form, submit, pending, refusal, formError, errorOf } = useActionForm({
		schema: depositReportSchema,
		defaults: { applicationId, version, ...defaults },
		action: reportOwnDeposit,
		onDone: () => {
			toast.success(t("deposit.reported"));
			router.refresh();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="space-y-4">
			{refusal && <RefusedBanner reason={refusal.reason} text={formError} />}
			<div className="grid gap-4 sm:grid-cols-2">
				<Field
					label={t("deposit.fields.payer")}
					hint={t("deposit.hints.payer")}
					error={errorOf("payer")}
					required
					className="sm:col-span-2"
				>
					<Input {...form.register("payer")} autoComplete="organization" />
				</Field>
				<Field label={t("deposit.fields.paidOn")} error={errorOf("paidOn")} required>
					<Input {...form.register("paidOn")} type="date" max={today} />
				</Field>
				<Field
					label={t("deposit.fields.reference")}
					hint={t("deposit.hints.reference")}
					error={errorOf("reference")}
					required
				>
					<Input {...form.register("reference")} autoComplete="off" />
				</Field>
			</div>
			<EvidenceUpload
				purpose="DEPOSIT"
				subject={applicationId}
				files={files}
				label={t("deposit.filesLabel")}
				hint={t("deposit.filesHint")}
			/>
			<Button type="submit" pending={pending}>
				{t(version === null ? "deposit.submit" : "deposit.resubmit")}
			</Button>
		</form>
	);
}
