"use client";

import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { Button } from "@/components/ui/button";
import { revokeCertificate } from "@/lib/domains/certification/actions";
import { withdrawRedLine } from "@/lib/domains/partnership/actions/red-lines";

export function RevokeCertificate({
	certificate,
}: {
	certificate: { id: string; number: string; holderName: string };
}) {
	const t = useTranslations("records.certificates");
	const title = t("revokeTitle", { holder: certificate.holderName });
	return (
		<ReasonDialog
			trigger={
				<Button variant="ghost" size="sm" aria-label={title}>
					{t("revoke")}
				</Button>
			}
			title={title}
			description={t("revokeHint")}
			label={t("revokeReason")}
			submitLabel={t("revokeSubmit")}
			tone="danger"
			done={t("revoked", { number: certificate.number })}
			action={(reason) => revokeCertificate({ certificateId: certificate.id, reason })}
		/>
	);
}

export function WithdrawRedLine({ redLine }: { redLine: { id: string; partnerName: string } }) {
	const t = useTranslations("records.redLines");
	const title = t("withdrawTitle", { company: redLine.partnerName });
	return (
		<ReasonDialog
			trigger={
				<Button variant="ghost" size="sm" aria-label={title}>
					{t("withdraw")}
				</Button>
			}
			title={title}
			description={t("withdrawHint")}
			label={t("withdrawReason")}
			submitLabel={t("withdrawSubmit")}
			tone="danger"
			done={t("withdrawn")}
			action={(reason) => withdrawRedLine({ redLineId: redLine.id, reason })}
		/>
	);
}
