"use client";

import { PenLine } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { RefusedBanner } from "@/components/admission/refused-banner";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldError } from "@/components/ui/field";
import { toast } from "@/components/ui/toast";
import { acceptOwnAgreement } from "@/lib/domains/admission/actions/activation";
import type { Refusal } from "@/lib/platform/errors/errors";

type SignAgreementProps = { applicationId: string; version: number; documentHash: string };

/** Accepting the text above: a box to tick, then the button; what is sent names the text that was read. */
export function SignAgreement({ applicationId, version, documentHash }: SignAgreementProps) {
	const t = useTranslations("activation");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [accepted, setAccepted] = useState(false);
	const [isMissing, setIsMissing] = useState(false);
	const [refusal, setRefusal] = useState<Refusal | null>(null);
	const [pending, startTransition] = useTransition();
	function sign() {
		setIsMissing(!accepted);
		if (!accepted) return;
		setRefusal(null);
		startTransition(async () => {
			const input = { applicationId, agreementVersion: version, documentHash, accepted: true as const };
			const outcome = await acceptOwnAgreement(input);
			if (outcome.ok) {
				toast.success(t(outcome.partnerId ? "agreement.signedAndActive" : "agreement.signed"));
				router.refresh();
			} else {
				setRefusal(outcome);
				if (outcome.reason === "AGREEMENT_CHANGED") router.refresh();
			}
		});
	}
	return (
		<div className="space-y-3">
			{refusal && <RefusedBanner reason={refusal.reason} text={refusalText(refusal)} />}
			<Checkbox
				checked={accepted}
				onCheckedChange={(checked) => {
					setAccepted(checked === true);
					setIsMissing(false);
				}}
				aria-invalid={isMissing ? true : undefined}
				aria-describedby={isMissing ? "sign-agreement-error" : undefined}
				label={t("agreement.accept", { version })}
			/>
			<FieldError id="sign-agreement-error">{isMissing ? t("agreement.acceptFirst") : null}</FieldError>
			<Button pending={pending} onClick={sign}>
				<PenLine aria-hidden="true" />
				{t("agreement.sign")}
			</Button>
		</div>
	);
}
