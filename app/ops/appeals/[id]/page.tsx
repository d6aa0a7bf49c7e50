import type { Metadata } from "next";
import Link from "next/link";
import { ReleaseAppealButton } from "@/components/admission/appeals/appeal-buttons";
import { AppealStateBadge } from "@/components/admission/appeals/appeal-state-badge";
import { VerdictCard } from "@/components/admission/appeals/verdict-card";
import { ApplicationTimeline } from "@/components/admission/application-timeline";
import { DecisionWords } from "@/components/admission/decision-words";
import { CompanyHistoryCard } from "@/components/admission/review/company-history";
import { ConflictDialog } from "@/components/admission/review/conflict-dialog";
import { SlaBadge } from "@/components/admission/sla-badge";
import { StandardsList } from "@/components/admission/standards-list";
import { EvidenceList } from "@/components/files/evidence-list";
import { EvidencePanel } from "@/components/files/evidence-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { loadAppeal } from "@/lib/domains/admission/loaders/appeals";
import { mayReleaseAppeal } from "@/lib/domains/admission/policy";
import type { AppealPage } from "@/lib/domains/admission/types";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const { appeal, application } = await params.then(({ id }) => loadAppeal(id));
	return { title: `${appeal.number} · ${application.companyName}` };
}

export default async function AppealCasePage({ params }: Props) {
	const page = await params.then(({ id }) => loadAppeal(id));
	const { appeal, application } = page;
	return (
		<ClientMessages namespaces={["admission", "review", "forces", "files"]}>
			<Crumb label={appeal.number} />
			<PageHeader
				title={<span className="wrap-anywhere">{application.companyName}</span>}
				meta={
					<>
						<AppealStateBadge state={appeal.state} />
						{appeal.state === "OPEN" && <SlaBadge clock={page.clock} />}
						<CopyableId value={appeal.number} label={appeal.number} />
					</>
				}
				actions={<Actions {...page} />}
			/>
			<div className="grid items-start gap-6 xl:grid-cols-[minmax(0,1fr)_25rem]">
				<div className="min-w-0 space-y-6">
					<Grounds {...page} />
					<AppealedDecision {...page} />
					<EvidencePanel files={page.applicationEvidence} />
					<CompanyHistoryCard history={page.history} />
				</div>
				<div className="min-w-0 space-y-6 xl:sticky xl:top-20">
					<VerdictCard {...page} />
					<Timeline {...page} />
				</div>
			</div>
		</ClientMessages>
	);
}

async function Actions({ appeal, application, viewer, involvement, canJudge }: AppealPage) {
	const t = await getTranslations("review");
	const target = { appealId: appeal.id, version: appeal.version };
	return (
		<>
			{canJudge && !involvement.hasConflict && (
				<ConflictDialog applicationId={application.id} companyName={application.companyName} />
			)}
			{mayReleaseAppeal(appeal, viewer.userId) && (
				<ReleaseAppealButton target={target} label={t("appeal.release")} size="sm" />
			)}
			<Button asChild variant="secondary" size="sm">
				<Link href={routes.ops.application(application.id)}>{t("appeal.page.application")}</Link>
			</Button>
		</>
	);
}

async function Grounds({ appeal, filedByName, evidence }: AppealPage) {
	const [t, locale] = await Promise.all([getTranslations("review"), getLocale()]);
	const at = formatDateTime(appeal.filedAt, locale);
	return (
		<Card>
			<CardHeader
				title={t("appeal.page.grounds")}
				description={t("appeal.page.filedBy", { name: filedByName ?? "–", at })}
			/>
			<CardBody className="space-y-4">
				<p className="wrap-anywhere whitespace-pre-line text-ink text-sm">{appeal.grounds}</p>
				{evidence.length > 0 ? (
					<EvidenceList files={evidence} label={t("appeal.page.evidence")} />
				) : (
					<p className="text-ink-faint text-xs">{t("appeal.page.noEvidence")}</p>
				)}
			</CardBody>
		</Card>
	);
}

async function AppealedDecision({ appeal, decision, verdict }: AppealPage) {
	const t = await getTranslations("review");
	return (
		<Card>
			<CardHeader
				title={t("appeal.page.decision")}
				description={t("appeal.page.decisionText", { no: appeal.submissionNo })}
			/>
			<CardBody>
				{decision.map((review) => (
					<DecisionWords key={review.id} review={review} />
				))}
				{verdict && (
					<section className="mt-4 border-t pt-4" aria-label={t("appeal.page.checks")}>
						<h3 className="mb-1 font-medium text-ink text-sm">{t("appeal.page.checks")}</h3>
						<StandardsList results={verdict.results} columns={2} />
					</section>
				)}
			</CardBody>
		</Card>
	);
}

async function Timeline({ application, timeline }: AppealPage) {
	const t = await getTranslations("review");
	return (
		<Card>
			<CardHeader title={t("appeal.page.timeline")} />
			<CardBody>
				<ApplicationTimeline events={timeline} state={application.state} clock={null} audience="platform" />
			</CardBody>
		</Card>
	);
}
