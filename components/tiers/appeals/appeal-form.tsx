"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { EvidenceDesk, useDesk, useUploads } from "@/components/files/evidence-desk";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { useActionForm } from "@/components/forms/use-action-form";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { fileOwnTierAppeal } from "@/lib/domains/tiers/actions/tier-appeals";
import { slotOfCriterion } from "@/lib/domains/tiers/rules/appeal-criteria";
import { statementMax, tierAppealSchema } from "@/lib/domains/tiers/schema/appeal";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { routes } from "@/lib/platform/routes/routes";

export type TierAppealFormProps = {
	runId: string;
	partnerId: string;
	criterion: string;
	items: readonly { code: string; name: string; said: string }[];
	open: readonly { criterion: string; appealId: string; number: string }[];
	files: readonly EvidenceFile[];
	cancelHref: string;
};

/** An objection to one item of a receipt: which, why, and what shows it. */
export function TierAppealForm(props: TierAppealFormProps) {
	return (
		<EvidenceDesk purpose="TIER_APPEAL" subject={props.partnerId} files={props.files}>
			<ObjectionForm {...props} />
		</EvidenceDesk>
	);
}

function ObjectionForm({ runId, partnerId, criterion, items, open, files, cancelHref }: TierAppealFormProps) {
	const t = useTranslations("tierappeals");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: tierAppealSchema,
		defaults: { runId, criterion, statement: "" },
		action: fileOwnTierAppeal,
		onDone: ({ appealId, number }) => {
			toast.success(t("form.done", { number }));
			router.push(routes.partner.tierAppeal(appealId));
		},
	});
	const code = form.watch("criterion");
	const chosen = items.find((one) => one.code === code);
	const waiting = open.find((one) => one.criterion === code);
	// What has not arrived when the appeal is filed would not be its evidence.
	const isSending = useUploads(useDesk().keeper).uploads.some((upload) => upload.status !== "failed");
	const count = [...form.watch("statement").trim()].length;
	return (
		<form onSubmit={submit} noValidate className="space-y-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("form.criterion")} hint={t("form.criterionHint")} error={errorOf("criterion")} required>
				<NativeSelect
					{...form.register("criterion")}
					emptyLabel={t("form.choose")}
					options={items.map((one) => ({ value: one.code, label: one.name }))}
				/>
			</Field>
			{chosen && (
				<p className="rounded-md bg-sunken px-4 py-3 text-sm" aria-live="polite">
					<span className="block text-ink-faint text-xs">{t("form.says")}</span>
					<span className="figure text-ink">{chosen.said}</span>
				</p>
			)}
			{waiting ? (
				<Banner
					tone="warning"
					role="status"
					actions={
						<Button asChild variant="secondary" size="sm">
							<Link href={routes.partner.tierAppeal(waiting.appealId)}>{t("form.openLink")}</Link>
						</Button>
					}
				>
					{t("form.openAlready", { number: waiting.number })}
				</Banner>
			) : (
				<>
					<Field
						label={t("form.statement")}
						hint={t("form.statementHint")}
						error={errorOf("statement")}
						aside={<span className="figure">{t("form.count", { count, max: statementMax })}</span>}
						required
					>
						<Textarea {...form.register("statement")} rows={7} />
					</Field>
					{chosen ? (
						<EvidenceUpload
							purpose="TIER_APPEAL"
							subject={partnerId}
							slot={slotOfCriterion(chosen.code)}
							files={files}
							label={t("form.evidence")}
							hint={t("form.evidenceHint")}
						/>
					) : (
						<p className="text-ink-faint text-xs">{t("form.evidenceFirst")}</p>
					)}
				</>
			)}
			<div className="flex flex-wrap gap-2">
				{!waiting && (
					<Button type="submit" pending={pending} disabled={isSending}>
						{t("form.submit")}
					</Button>
				)}
				<Button asChild variant="ghost">
					<Link href={cancelHref}>{t("form.cancel")}</Link>
				</Button>
				{isSending && <span className="self-center text-ink-faint text-xs">{t("form.sending")}</span>}
			</div>
		</form>
	);
}
