import type { Metadata } from "next";
import Link from "next/link";
import { EvidenceList } from "@/components/files/evidence-list";
import { DayBadge } from "@/components/partnership/day-badge";
import { GiveNoticeDialog } from "@/components/partnership/give-notice-dialog";
import { JudgePanel } from "@/components/partnership/judge-panel";
import { verificationTones } from "@/components/partnership/tones";
import { VerificationFactsList, VerificationFindings } from "@/components/partnership/verification-facts";
import { WarnDialog } from "@/components/partnership/warn-dialog";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadVerification } from "@/lib/domains/partnership/loaders/ops";
import { passesVerification } from "@/lib/domains/partnership/rules/verification-facts";
import { formatDate, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };
type Page = Awaited<ReturnType<typeof loadVerification>>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [t, { partner }] = await Promise.all([
		getTranslations("partnership"),
		params.then(({ id }) => loadVerification(id)),
	]);
	return { title: `${partner.name} · ${t("verifications.title")}` };
}

export default async function VerificationPage({ params }: Props) {
	const page = await params.then(({ id }) => loadVerification(id));
	const { verification, partner, checks, today, canDecide } = page;
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	const canPass = verification.state === "SUBMITTED" && checks !== null && passesVerification(checks);
	return (
		<ClientMessages namespaces={["partnership", "admission", "files", "errors"]}>
			<Crumb label={partner.name} />
			<PageHeader
				title={<span className="wrap-anywhere">{partner.name}</span>}
				description={t("verifications.due", { day: formatDate(verification.dueOn, locale) })}
				meta={
					<>
						<StatusBadge
							status={verification.state}
							tones={verificationTones}
							label={t(`verify.states.${verification.state}`)}
						/>
						{verification.state === "OPEN" && <DayBadge day={verification.dueOn} today={today} />}
					</>
				}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.ops.partner(partner.id)}>{t("exits.toPartner")}</Link>
					</Button>
				}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
				<div className="space-y-6">
					<Given {...page} />
				</div>
				<div className="space-y-6">
					<Verdict {...page} />
					{page.isBound && (
						<Banner tone="warning">{t("decide.objections.CONFLICT_OF_INTEREST", { day: "" })}</Banner>
					)}
					{canDecide && (
						<JudgePanel
							key={verification.version}
							target={{ verificationId: verification.id, version: verification.version }}
							canPass={canPass}
						/>
					)}
				</div>
			</div>
		</ClientMessages>
	);
}

async function Given({ verification, files, checks }: Page) {
	const [t, locale] = await Promise.all([getTranslations("partnership"), getLocale()]);
	return (
		<>
			<Card>
				<CardHeader
					title={t("verifications.facts")}
					description={
						verification.submittedAt
							? t("verifications.factsText", { at: formatDateTime(verification.submittedAt, locale) })
							: t("verifications.notYet")
					}
				/>
				<CardBody>
					<VerificationFactsList form={verification.form} />
				</CardBody>
			</Card>
			{checks && (
				<Card>
					<CardHeader
						title={t("verifications.checks")}
						description={t("verifications.checksText", {
							version: checks.policyVersion,
							day: formatDate(checks.asOf, locale),
						})}
					/>
					<CardBody>
						<VerificationFindings checks={checks} />
					</CardBody>
				</Card>
			)}
			<Card>
				<CardHeader title={t("verify.files")} />
				<CardBody>
					<EvidenceList files={files} label={t("verify.files")} />
				</CardBody>
			</Card>
		</>
	);
}

/** What was decided; a failed one leads on to a plan or to notice. */
async function Verdict({ verification, partner, canManage, windowDays, probationDeadline }: Page) {
	const t = await getTranslations("partnership");
	if (verification.state !== "PASSED" && verification.state !== "FAILED") return null;
	const isPassed = verification.state === "PASSED";
	const mayFollow = canManage && !isPassed && (partner.status === "ACTIVE" || partner.status === "PROBATION");
	const statement = verification.note ?? "";
	return (
		<Banner
			tone={isPassed ? "success" : "danger"}
			title={t(isPassed ? "verifications.passed" : "verifications.failed")}
		>
			{verification.note && <p className="wrap-anywhere whitespace-pre-wrap">{verification.note}</p>}
			{mayFollow && (
				<div className="mt-3 flex flex-wrap gap-2">
					<WarnDialog size="sm" partner={partner} deadline={probationDeadline} reason={statement} />
					<GiveNoticeDialog
						size="sm"
						partner={partner}
						windowDays={windowDays}
						reasons={["VERIFICATION_FAILED"]}
						statement={statement}
					/>
				</div>
			)}
		</Banner>
	);
}
