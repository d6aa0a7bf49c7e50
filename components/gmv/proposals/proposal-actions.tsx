"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionForm } from "@/components/forms/use-action-form";
import { useErrorText } from "@/components/forms/use-error-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { confirmProposal, rejectProposal, withdrawProposal } from "@/lib/domains/gmv/actions/proposals";
import { rejectProposalSchema } from "@/lib/domains/gmv/schema/proposals";

type ProposalActionsProps = {
	bindingId: string;
	shop: string;
	partner: string;
	/** The first day that would count, as the reader's language writes it. */
	from: string;
	isLate: boolean;
	canDecide: boolean;
	canWithdraw: boolean;
};

export function ProposalActions(props: ProposalActionsProps) {
	const t = useTranslations("gmv.proposals");
	const { bindingId, shop, partner, from } = props;
	return (
		<div className="flex gap-1.5 whitespace-nowrap">
			{props.canDecide && (
				<>
					<AskDialog
						trigger={t("confirm")}
						title={t("confirmTitle", { shop })}
						body={t("confirmBody", { shop, day: from, partner })}
						warning={props.isLate ? t("confirmPast") : undefined}
						act={() => confirmProposal({ bindingId })}
						done={t("confirmed", { shop })}
					/>
					<RejectDialog bindingId={bindingId} shop={shop} />
				</>
			)}
			{props.canWithdraw && (
				<AskDialog
					trigger={t("withdraw")}
					title={t("withdrawTitle", { shop })}
					body={t("withdrawBody")}
					act={() => withdrawProposal({ bindingId })}
					done={t("withdrawn")}
					isQuiet
				/>
			)}
		</div>
	);
}

type AskDialogProps = {
	trigger: string;
	title: string;
	body: string;
	warning?: string;
	act: () => ReturnType<typeof withdrawProposal>;
	done: string;
	isQuiet?: boolean;
};

function AskDialog({ trigger, title, body, warning, act, done, isQuiet }: AskDialogProps) {
	const tCommon = useTranslations("common");
	const errorText = useErrorText();
	const [open, setOpen] = useState(false);
	const [problem, setProblem] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function run() {
		setProblem(null);
		startTransition(async () => {
			const outcome = await act();
			if (!outcome.ok) {
				setProblem(errorText(outcome.reason, outcome.params));
				return;
			}
			toast.success(done);
			setOpen(false);
		});
	}
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant={isQuiet ? "ghost" : "soft"} aria-label={title}>
					{trigger}
				</Button>
			</DialogTrigger>
			<DialogContent title={title} description={body}>
				{warning && <Banner tone="warning">{warning}</Banner>}
				{problem && (
					<Banner tone="danger" role="alert" className="mt-3">
						{problem}
					</Banner>
				)}
				<DialogActions>
					<Button variant="secondary" onClick={() => setOpen(false)}>
						{tCommon("actions.cancel")}
					</Button>
					<Button onClick={run} pending={pending}>
						{trigger}
					</Button>
				</DialogActions>
			</DialogContent>
		</Dialog>
	);
}

function RejectDialog({ bindingId, shop }: { bindingId: string; shop: string }) {
	const t = useTranslations("gmv.proposals");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" variant="danger-ghost" aria-label={t("rejectTitle", { shop })}>
					{t("reject")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("rejectTitle", { shop })} description={t("rejectHint")}>
				<RejectForm bindingId={bindingId} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

function RejectForm({ bindingId, onDone }: { bindingId: string; onDone: () => void }) {
	const t = useTranslations("gmv.proposals");
	const tCommon = useTranslations("common");
	const { form, submit, pending, formError, errorOf } = useActionForm({
		schema: rejectProposalSchema,
		defaults: { bindingId, reason: "" },
		action: rejectProposal,
		onDone: () => {
			toast.success(t("rejected"));
			onDone();
		},
	});
	return (
		<form onSubmit={submit} noValidate className="flex flex-col gap-4">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<Field label={t("rejectReason")} error={errorOf("reason")} required>
				<Textarea {...form.register("reason")} rows={3} />
			</Field>
			<DialogActions>
				<Button variant="secondary" onClick={onDone}>
					{tCommon("actions.cancel")}
				</Button>
				<Button type="submit" variant="danger" pending={pending}>
					{t("reject")}
				</Button>
			</DialogActions>
		</form>
	);
}
