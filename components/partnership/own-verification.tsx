import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PartnerRecord, VerificationRecord } from "@/lib/domains/partnership/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { DayBadge } from "./day-badge";
import { verificationTones } from "./tones";
import { VerificationFactsList } from "./verification-facts";
import { VerificationFormCard } from "./verification-form";

type Props = {
	partner: PartnerRecord;
	verification: VerificationRecord | null;
	tracks: readonly string[];
	files: { proofs: readonly EvidenceFile[] };
	today: string;
};

/** The periodic verification before the partner: the form while it is open, the answer once there is one. */
export async function OwnVerification({ partner, verification, tracks, files, today }: Props) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	if (!verification || verification.state === "PASSED" || partner.status === "EXITED") return null;
	const { state } = verification;
	return (
		<Card>
			<CardHeader
				title={
					<span className="flex flex-wrap items-center gap-2">
						{t("verify.title")}
						<StatusBadge status={state} tones={verificationTones} label={t(`verify.states.${state}`)} />
						{state === "OPEN" && <DayBadge day={verification.dueOn} today={today} />}
					</span>
				}
				description={t("verify.text", { day: formatDate(verification.dueOn, locale) })}
			/>
			<CardBody>
				{state === "OPEN" && (
					<VerificationFormCard
						key={verification.version}
						target={{ verificationId: verification.id, version: verification.version }}
						form={verification.form}
						tracks={tracks}
						files={files.proofs}
					/>
				)}
				{state === "SUBMITTED" && (
					<div className="space-y-4">
						<Banner>
							{t("verify.waiting", {
								at: verification.submittedAt ? formatDateTime(verification.submittedAt, locale) : "",
							})}
						</Banner>
						<VerificationFactsList form={verification.form} />
					</div>
				)}
				{state === "FAILED" && (
					<Banner tone="danger" title={t("verify.failed")}>
						{verification.note}
					</Banner>
				)}
			</CardBody>
		</Card>
	);
}
