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
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { applyToFund } from "@/lib/domains/fund/actions";
import { applyForFundSchema } from "@/lib/domains/fund/schema";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatFen } from "@/lib/platform/format";
import { parseFen } from "@/lib/platform/money";
import { routes } from "@/lib/platform/routes/routes";

type Props = { partnerId: string; files: readonly EvidenceFile[] };

/** A company asks the fund for money: what it does, how much, what for, and what shows it. */
export function ApplyForm({ partnerId, files }: Props) {
	return (
		<EvidenceDesk purpose="FUND" subject={partnerId} files={files}>
			<Form partnerId={partnerId} files={files} />
		</EvidenceDesk>
	);
}

function Form({ partnerId, files }: Props) {
	const t = useTranslations("fund");
	const router = useRouter();
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: applyForFundSchema,
		defaults: { title: "", story: "", useOfFunds: "", asked: "" },
		action: applyToFund,
		onDone: ({ applicationId, number }) => {
			toast.success(t("form.done", { number }));
			router.push(routes.partner.fundApplication(applicationId));
		},
	});
	// What has not arrived when the application is sent would not be part of it.
	const isSending = useUploads(useDesk().keeper).uploads.some((upload) => upload.status !== "failed");
	const asked = parseFen(form.watch("asked"));
	return (
		<form onSubmit={submit} noValidate className="space-y-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("form.name")} hint={t("form.nameHint")} error={errorOf("title")} required>
				<Input {...form.register("title")} maxLength={60} autoComplete="off" />
			</Field>
			<Field
				label={t("form.asked")}
				hint={
					asked.ok && asked.fen > 0n
						? t("form.askedRead", { amount: formatFen(asked.fen) })
						: t("form.askedHint")
				}
				error={errorOf("asked")}
				required
			>
				<Input {...form.register("asked")} inputMode="decimal" autoComplete="off" />
			</Field>
			<Field label={t("form.story")} hint={t("form.storyHint")} error={errorOf("story")} required>
				<Textarea {...form.register("story")} rows={8} />
			</Field>
			<Field label={t("form.use")} hint={t("form.useHint")} error={errorOf("useOfFunds")} required>
				<Textarea {...form.register("useOfFunds")} rows={5} />
			</Field>
			<EvidenceUpload
				purpose="FUND"
				subject={partnerId}
				files={files}
				label={t("form.files")}
				hint={t("form.filesHint")}
			/>
			<div className="flex flex-wrap gap-2">
				<Button type="submit" pending={pending} disabled={isSending}>
					{t("form.submit")}
				</Button>
				<Button asChild variant="ghost">
					<Link href={routes.partner.fund()}>{t("form.cancel")}</Link>
				</Button>
				{isSending && <span className="self-center text-ink-faint text-xs">{t("form.sending")}</span>}
			</div>
		</form>
	);
}
