"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { EvidenceDesk, useDesk, useUploads } from "@/components/files/evidence-desk";
import { EvidenceUpload } from "@/components/files/evidence-upload";
import { FormError } from "@/components/forms/form-error";
import { newKey } from "@/components/forms/new-key";
import { useActionButton } from "@/components/forms/use-action-button";
import { useActionForm } from "@/components/forms/use-action-form";
import { useClosingDialog } from "@/components/forms/use-closing-dialog";
import { AmountField } from "@/components/pools/amount-field";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import {
	recordBenefitUse,
	reportBenefitEffect,
	withdrawBenefitApplication,
} from "@/lib/domains/benefits/actions";
import { nextState } from "@/lib/domains/benefits/rules/transitions";
import { reportSchema, useSchema } from "@/lib/domains/benefits/schema";
import type { ApplicationState } from "@/lib/domains/benefits/types";
import type { PoolUnit } from "@/lib/domains/pools/types";
import type { EvidenceFile, FilePurpose } from "@/lib/platform/files/types";

type Props = {
	id: string;
	state: ApplicationState;
	unit: PoolUnit | null;
	left: bigint;
	today: string;
	grantedOn: string | null;
	uses: number;
	proof: string;
	/** Attached to a use, or to the report, that is still being written. */
	useFiles: readonly EvidenceFile[];
	reportFiles: readonly EvidenceFile[];
};

/** What the receiver can do next. */
export function OwnSteps(props: Props) {
	const { id, state, unit, left, uses, useFiles, reportFiles } = props;
	const may = (step: "use" | "report" | "withdraw") => nextState(state, step) !== null;
	return (
		<div className="flex flex-wrap gap-2">
			{may("use") && (unit === null ? state !== "REPORTED" : left > 0n) && (
				// What was handed over with a use is no draft of the next: each has a desk of its own.
				<EvidenceDesk key={uses} purpose="BENEFIT_USE" subject={id} files={useFiles}>
					<UseDialog {...props} />
				</EvidenceDesk>
			)}
			{may("report") && uses > 0 && (
				<EvidenceDesk purpose="BENEFIT_REPORT" subject={id} files={reportFiles}>
					<ReportDialog id={id} />
				</EvidenceDesk>
			)}
			{may("withdraw") && <Withdraw id={id} />}
		</div>
	);
}

type FilesProps = { purpose: FilePurpose; id: string; label: string; hint: string };

/** The files of what is being written, inside the desk that goes on sending them when the dialog is closed. */
function Files({ purpose, id, label, hint }: FilesProps) {
	return <EvidenceUpload purpose={purpose} subject={id} files={[]} label={label} hint={hint} />;
}

/** What has not arrived when it is sent would not be part of it. */
function useIsSending(): boolean {
	return useUploads(useDesk().keeper).uploads.some(({ status }) => status !== "failed");
}

function UseDialog(props: Props) {
	const t = useTranslations("benefits.use");
	const { open, setOpen, finish } = useClosingDialog(t("done"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button>{t("open")}</Button>
			</DialogTrigger>
			<DialogContent
				title={t("title")}
				description={props.proof ? t("proof", { proof: props.proof }) : undefined}
			>
				<UseForm {...props} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function UseForm({ id, unit, left, today, grantedOn, onDone }: Props & { onDone: () => void }) {
	const t = useTranslations("benefits.use");
	const [key] = useState(newKey);
	const isSending = useIsSending();
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: useSchema,
		defaults: { applicationId: id, unit: unit ?? "NONE", amount: "", usedOn: today, evidence: "", key },
		action: recordBenefitUse,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			{unit && (
				<AmountField
					unit={unit}
					typed={form.watch("amount")}
					limit={left}
					error={errorOf("amount")}
					register={form.register("amount")}
				/>
			)}
			<Field label={t("usedOn")} error={errorOf("usedOn")} required>
				<Input {...form.register("usedOn")} type="date" min={grantedOn ?? undefined} max={today} />
			</Field>
			<Field label={t("evidence")} hint={t("evidenceHint")} error={errorOf("evidence")} required>
				<Textarea {...form.register("evidence")} rows={3} />
			</Field>
			<Files purpose="BENEFIT_USE" id={id} label={t("files")} hint={t("filesHint")} />
			<DialogActions>
				<Button type="submit" pending={pending} disabled={isSending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}

function ReportDialog({ id }: { id: string }) {
	const t = useTranslations("benefits.report");
	const { open, setOpen, finish } = useClosingDialog(t("sent"));
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button variant="secondary">{t("open")}</Button>
			</DialogTrigger>
			<DialogContent title={t("title")} description={t("hint")}>
				<ReportForm id={id} onDone={finish} />
			</DialogContent>
		</Dialog>
	);
}

function ReportForm({ id, onDone }: { id: string; onDone: () => void }) {
	const t = useTranslations("benefits.report");
	const isSending = useIsSending();
	const { form, submit, pending, refusal, errorOf } = useActionForm({
		schema: reportSchema,
		defaults: { applicationId: id, done: "", before: "", after: "", link: "" },
		action: reportBenefitEffect,
		onDone,
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			<FormError refusal={refusal} />
			<Field label={t("done")} error={errorOf("done")} required>
				<Textarea {...form.register("done")} rows={4} />
			</Field>
			<div className="grid gap-4 sm:grid-cols-2">
				<Field label={t("before")} error={errorOf("before")} required>
					<Input {...form.register("before")} inputMode="decimal" autoComplete="off" />
				</Field>
				<Field label={t("after")} error={errorOf("after")} required>
					<Input {...form.register("after")} inputMode="decimal" autoComplete="off" />
				</Field>
			</div>
			<Field label={t("link")} hint={t("linkHint")} error={errorOf("link")}>
				<Input {...form.register("link")} type="url" />
			</Field>
			<Files purpose="BENEFIT_REPORT" id={id} label={t("files")} hint={t("filesHint")} />
			<DialogActions>
				<Button type="submit" pending={pending} disabled={isSending}>
					{t("submit")}
				</Button>
			</DialogActions>
		</form>
	);
}

function Withdraw({ id }: { id: string }) {
	const t = useTranslations("benefits.withdraw");
	const router = useRouter();
	const run = useActionButton();
	const [pending, start] = useTransition();
	return (
		<Button
			variant="secondary"
			pending={pending}
			onClick={() =>
				start(async () => {
					if (await run(withdrawBenefitApplication({ applicationId: id }), t("done"))) router.refresh();
				})
			}
		>
			{t("open")}
		</Button>
	);
}
