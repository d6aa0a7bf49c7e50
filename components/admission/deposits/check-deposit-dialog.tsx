"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { DescriptionList } from "@/components/ui/description-list";
import { Dialog, DialogActions, DialogContent, DialogTrigger } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FieldGroup } from "@/components/ui/field-group";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { checkReportedDeposit } from "@/lib/domains/admission/actions/activation";

export type DepositToCheck = {
	id: string;
	version: number;
	companyName: string;
	payer: string;
	reference: string;
	/** Both as they are shown. */
	paidOn: string;
	amount: string;
	isSigned: boolean;
};

/** Found, or not found and why: the platform's answer to a reported deposit. */
export function CheckDepositDialog({ deposit }: { deposit: DepositToCheck }) {
	const t = useTranslations("activation");
	const [open, setOpen] = useState(false);
	return (
		<Dialog open={open} onOpenChange={setOpen}>
			<DialogTrigger asChild>
				<Button size="sm" aria-label={t("check.openFor", { company: deposit.companyName })}>
					{t("check.open")}
				</Button>
			</DialogTrigger>
			<DialogContent title={t("check.title")} description={t("check.text")}>
				<CheckForm deposit={deposit} onDone={() => setOpen(false)} />
			</DialogContent>
		</Dialog>
	);
}

type Answer = "confirm" | "return";

function CheckForm({ deposit, onDone }: { deposit: DepositToCheck; onDone: () => void }) {
	const t = useTranslations("activation");
	const tCommon = useTranslations("common");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [answer, setAnswer] = useState<Answer>("confirm");
	const [note, setNote] = useState("");
	const [noteError, setNoteError] = useState<string | undefined>();
	const [formError, setFormError] = useState<string | null>(null);
	const [pending, startTransition] = useTransition();
	function send() {
		const target = { depositId: deposit.id, version: deposit.version };
		if (answer === "return" && note.trim() === "") return setNoteError(t("check.noteRequired"));
		startTransition(async () => {
			const outcome = await checkReportedDeposit(
				answer === "confirm" ? { ...target, answer } : { ...target, answer, note },
			);
			if (outcome.ok) {
				const done = outcome.partnerId ? "activated" : answer === "confirm" ? "confirmed" : "returned";
				toast.success(t(`check.done.${done}`, { company: deposit.companyName }));
				onDone();
			} else if (outcome.fieldErrors?.note) setNoteError(t("check.noteTooLong"));
			else setFormError(refusalText(outcome));
			router.refresh();
		});
	}
	return (
		<div className="space-y-5">
			{formError && (
				<Banner tone="danger" role="alert">
					{formError}
				</Banner>
			)}
			<DescriptionList
				items={[
					{ term: t("list.columns.company"), detail: deposit.companyName, wide: true },
					{ term: t("list.columns.amount"), detail: <span className="figure">{deposit.amount}</span> },
					{ term: t("deposit.fields.paidOn"), detail: <span className="figure">{deposit.paidOn}</span> },
					{ term: t("deposit.fields.payer"), detail: deposit.payer },
					{
						term: t("deposit.fields.reference"),
						detail: <span className="figure">{deposit.reference}</span>,
					},
				]}
			/>
			{deposit.payer !== deposit.companyName && <Banner tone="warning">{t("check.otherPayer")}</Banner>}
			<FieldGroup legend={t("check.legend")}>
				<RadioGroup
					look="cards"
					value={answer}
					onValueChange={(value) => setAnswer(value === "return" ? "return" : "confirm")}
					options={[
						{
							value: "confirm",
							label: t("check.confirm"),
							hint: t(deposit.isSigned ? "check.confirmHintActive" : "check.confirmHint"),
						},
						{ value: "return", label: t("check.return"), hint: t("check.returnHint") },
					]}
				/>
			</FieldGroup>
			{answer === "return" && (
				<Field label={t("check.note")} error={noteError} required>
					<Textarea
						value={note}
						rows={3}
						onChange={(event) => {
							setNote(event.target.value);
							setNoteError(undefined);
						}}
					/>
				</Field>
			)}
			<DialogActions>
				<Button variant="secondary" onClick={onDone}>
					{tCommon("actions.cancel")}
				</Button>
				<Button variant={answer === "return" ? "danger" : "primary"} pending={pending} onClick={send}>
					{t(answer === "confirm" ? "check.submitConfirm" : "check.submitReturn")}
				</Button>
			</DialogActions>
		</div>
	);
}
