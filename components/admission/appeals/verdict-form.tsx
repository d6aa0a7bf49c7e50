"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { decideAppealCase } from "@/lib/domains/admission/actions/appeals";
import { appealVerdictSchema, appealVerdicts } from "@/lib/domains/admission/schema/appeal-verdict";

type Verdict = (typeof appealVerdicts)[number];
export type VerdictFormProps = {
	target: { appealId: string; version: number };
	/** Whether the decision can be overturned: the company has nothing else under way. */
	canOverturn: boolean;
};

/** The judge's decision and its reasons; half typed, it stays in the tab. */
export function VerdictForm({ target, canOverturn }: VerdictFormProps) {
	const t = useTranslations("review");
	const router = useRouter();
	const refusalText = useRefusalText();
	const key = `appeal:${target.appealId}`;
	const [decision, setDecision] = useState<Verdict | null>(null);
	const [reason, setReason] = useState("");
	const [showErrors, setShowErrors] = useState(false);
	const [confirming, setConfirming] = useState(false);
	useEffect(() => setReason(sessionStorage.getItem(key) ?? ""), [key]);
	function write(words: string) {
		setReason(words);
		sessionStorage.setItem(key, words);
	}
	const reading = appealVerdictSchema.safeParse({ decision, reason });
	async function decide() {
		if (!reading.success) return;
		const outcome = await decideAppealCase({ ...target, verdict: reading.data });
		if (outcome.ok) {
			sessionStorage.removeItem(key);
			toast.success(t("appeal.page.done"));
		} else toast.error(refusalText(outcome), { duration: 12_000 });
		router.refresh();
	}
	return (
		<div className="space-y-4">
			<RadioGroup
				look="cards"
				aria-label={t("appeal.page.verdictTitle")}
				className="sm:grid-cols-1"
				value={decision ?? ""}
				onValueChange={(value) => setDecision(appealVerdicts.find((one) => one === value) ?? null)}
				options={appealVerdicts.map((one) => ({
					value: one,
					label: t(`appeal.page.${one}`),
					hint: t(`appeal.page.${one}_hint`),
					disabled: one === "OVERTURNED" && !canOverturn,
				}))}
			/>
			<FieldError id="verdict-error">{showErrors && !decision && t("appeal.page.choose")}</FieldError>
			<Field
				label={t("appeal.page.reason")}
				hint={t("appeal.page.reasonHint")}
				required
				error={showErrors && reason.trim() === "" && t("appeal.page.required")}
			>
				<Textarea rows={5} maxLength={2_000} value={reason} onChange={(event) => write(event.target.value)} />
			</Field>
			<div className="flex justify-end">
				<Button
					onClick={() => {
						setShowErrors(true);
						if (reading.success) setConfirming(true);
					}}
				>
					{t("appeal.page.submit")}
				</Button>
			</div>
			{decision && (
				<ConfirmDialog
					open={confirming}
					onOpenChange={setConfirming}
					title={t("appeal.page.confirmTitle", { decision: t(`appeal.page.${decision}`) })}
					description={t(`appeal.page.confirm${decision}`)}
					confirmLabel={t(`appeal.page.${decision}`)}
					onConfirm={decide}
				/>
			)}
		</div>
	);
}
