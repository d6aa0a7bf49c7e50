"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { NativeSelect } from "@/components/ui/native-select";
import { RadioGroup } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import { toast } from "@/components/ui/toast";
import { decideTierAppealCase } from "@/lib/domains/tiers/actions/tier-appeals";
import {
	acceptReasons,
	rejectReasons,
	tierVerdictSchema,
	verdictReasonMax,
} from "@/lib/domains/tiers/schema/appeal";

const decisions = ["ACCEPTED", "REJECTED"] as const;
type Decision = (typeof decisions)[number];

export type TierVerdictFormProps = {
	target: { appealId: string; version: number };
	/** Of the difference on the page; null where nothing differs, and nothing can be accepted. */
	digest: string | null;
	/** Whether the draft is corrected in place, or a final run by another one, at once or after a notice. */
	writes: "targetNotice" | "targetFinal" | "targetFinalNotice";
};

/** The answer and its reasons; half typed, it stays in the tab while the sources are put right. */
export function TierVerdictForm({ target, digest, writes }: TierVerdictFormProps) {
	const t = useTranslations("tierappeals");
	const router = useRouter();
	const errorText = useErrorText();
	const key = `tier-appeal:${target.appealId}`;
	const [decision, setDecision] = useState<Decision | null>(null);
	const [reasonCode, setReasonCode] = useState("");
	const [reason, setReason] = useState("");
	const [showErrors, setShowErrors] = useState(false);
	const [confirming, setConfirming] = useState(false);
	useEffect(() => setReason(sessionStorage.getItem(key) ?? ""), [key]);
	function write(words: string) {
		setReason(words);
		sessionStorage.setItem(key, words);
	}
	const reading = tierVerdictSchema.safeParse({
		...target,
		decision,
		reasonCode,
		reason,
		...(decision === "ACCEPTED" && { digest }),
	});
	async function decide() {
		if (!reading.success) return;
		const outcome = await decideTierAppealCase(reading.data);
		if (outcome.ok) {
			sessionStorage.removeItem(key);
			toast.success(t("case.done"));
		} else toast.error(errorText(outcome.reason, outcome.params), { duration: 12_000 });
		router.refresh();
	}
	const codes = decision === "ACCEPTED" ? acceptReasons : rejectReasons;
	return (
		<div className="space-y-4">
			<RadioGroup
				look="cards"
				aria-label={t("case.verdict")}
				className="sm:grid-cols-1"
				value={decision ?? ""}
				onValueChange={(value) => {
					setDecision(decisions.find((one) => one === value) ?? null);
					setReasonCode("");
				}}
				options={[
					{
						value: "ACCEPTED",
						label: t("case.accept"),
						hint: t(digest ? "case.acceptHint" : "case.acceptOff"),
						disabled: digest === null,
					},
					{ value: "REJECTED", label: t("case.reject"), hint: t("case.rejectHint") },
				]}
			/>
			<FieldError id="tier-verdict-error">{showErrors && !decision && t("case.choose")}</FieldError>
			{decision && (
				<Field
					label={t("case.reasonCode")}
					required
					error={showErrors && reasonCode === "" && t("case.required")}
				>
					<NativeSelect
						value={reasonCode}
						onChange={(event) => setReasonCode(event.target.value)}
						emptyLabel={t("case.chooseReason")}
						options={codes.map((code) => ({ value: code, label: t(`reasons.${code}`) }))}
					/>
				</Field>
			)}
			<Field
				label={t("case.reason")}
				hint={t("case.reasonHint")}
				required
				error={showErrors && reason.trim() === "" && t("case.required")}
			>
				<Textarea
					rows={5}
					maxLength={verdictReasonMax}
					value={reason}
					onChange={(event) => write(event.target.value)}
				/>
			</Field>
			<div className="flex justify-end">
				<Button
					onClick={() => {
						setShowErrors(true);
						if (reading.success) setConfirming(true);
					}}
				>
					{t("case.submit")}
				</Button>
			</div>
			{decision && (
				<ConfirmDialog
					open={confirming}
					onOpenChange={setConfirming}
					title={t(decision === "ACCEPTED" ? "case.confirmAccept" : "case.confirmReject")}
					description={
						decision === "ACCEPTED"
							? t("case.confirmAcceptText", {
									target: t(`case.${writes}`),
								})
							: t("case.confirmRejectText")
					}
					confirmLabel={t("case.submit")}
					onConfirm={decide}
				/>
			)}
		</div>
	);
}
