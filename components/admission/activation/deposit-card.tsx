import { CircleCheck, Hourglass } from "lucide-react";
import { DepositBadge } from "@/components/admission/deposits/deposit-badge";
import { EvidenceList } from "@/components/files/evidence-list";
import { Banner } from "@/components/ui/banner";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { DescriptionList } from "@/components/ui/description-list";
import type { DepositRecord, OwnActivation } from "@/lib/domains/admission/types";
import type { EvidenceFile } from "@/lib/platform/files/types";
import { formatDate, formatDateTime, formatFen } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { DepositForm } from "./deposit-form";

export type DepositCardProps = Pick<OwnActivation, "deposit" | "depositFen"> & {
	application: { id: string; number: string; companyName: string };
	today: string;
	files: readonly EvidenceFile[];
};

/** The deposit: how much and where to, what the company said of it, and what the platform found. */
export async function DepositCard({ application, deposit, depositFen, today, files }: DepositCardProps) {
	const t = await getTranslations("activation");
	const form = (
		<DepositForm
			applicationId={application.id}
			version={deposit?.version ?? null}
			today={today}
			files={files}
			defaults={{
				payer: deposit?.payer ?? application.companyName,
				paidOn: deposit?.paidOn ?? "",
				reference: deposit?.reference ?? "",
			}}
		/>
	);
	return (
		<Card id="deposit" className="scroll-mt-20">
			<CardHeader
				title={t("deposit.title")}
				description={t("deposit.text")}
				actions={
					deposit && <DepositBadge state={deposit.state} label={t(`deposit.states.${deposit.state}`)} />
				}
			/>
			<CardBody className="space-y-4">
				<p className="figure font-semibold text-2xl text-ink">{formatFen(depositFen)}</p>
				{!deposit && (
					<p className="text-ink-soft text-sm">{t("deposit.how", { number: application.number })}</p>
				)}
				{deposit && <Finding deposit={deposit} />}
				{deposit?.state !== "RETURNED" && files.length > 0 && deposit && (
					<EvidenceList files={files} label={t("deposit.filesLabel")} />
				)}
				{(!deposit || deposit.state === "RETURNED") && form}
				{deposit?.state === "REPORTED" && (
					<details>
						<summary className="w-fit cursor-pointer rounded-sm text-brand-ink text-sm underline decoration-brand-ink/40 underline-offset-4">
							{t("deposit.correct")}
						</summary>
						<div className="mt-3">{form}</div>
					</details>
				)}
			</CardBody>
		</Card>
	);
}

async function Finding({ deposit }: { deposit: DepositRecord }) {
	const [t, locale] = await Promise.all([getTranslations("activation"), getLocale()]);
	const reported = formatDateTime(deposit.reportedAt, locale);
	return (
		<>
			{deposit.state === "RETURNED" && (
				<Banner tone="warning" title={t("deposit.returnedTitle")}>
					<p className="wrap-anywhere whitespace-pre-line">{deposit.note}</p>
				</Banner>
			)}
			{deposit.state === "REPORTED" && (
				<p className="flex items-start gap-2 text-ink-soft text-sm">
					<Hourglass aria-hidden="true" className="mt-0.5 size-4.5 shrink-0 text-brand" />
					{t("deposit.waiting", { at: reported })}
				</p>
			)}
			{deposit.state === "CONFIRMED" && deposit.checkedAt && (
				<p className="flex items-start gap-2 text-sm text-success-ink">
					<CircleCheck aria-hidden="true" className="mt-0.5 size-4.5 shrink-0" />
					{t("deposit.confirmed", { at: formatDateTime(deposit.checkedAt, locale) })}
				</p>
			)}
			{deposit.state !== "RETURNED" && (
				<DescriptionList
					items={[
						{ term: t("deposit.fields.payer"), detail: deposit.payer },
						{ term: t("deposit.fields.paidOn"), detail: formatDate(deposit.paidOn, locale) },
						{ term: t("deposit.fields.reference"), detail: deposit.reference },
					]}
				/>
			)}
		</>
	);
}
