import type { Metadata } from "next";
import { ApplicationTimeline } from "@/components/admission/application-timeline";
import { ReleaseButton } from "@/components/admission/queue/assignment-buttons";
import { CompanyHistoryCard } from "@/components/admission/review/company-history";
import { ConflictDialog } from "@/components/admission/review/conflict-dialog";
import { DecisionNotice } from "@/components/admission/review/decision-notice";
import { FactsCard } from "@/components/admission/review/facts-card";
import { NeighbourLinks } from "@/components/admission/review/neighbour-links";
import { OpinionsCard, OpinionsCompared } from "@/components/admission/review/opinions-card";
import { RelatedCompanies } from "@/components/admission/review/related-companies";
import { ReviewKeys } from "@/components/admission/review/review-keys";
import { ReviewWorkbench } from "@/components/admission/review/review-workbench";
import { SlaBadge } from "@/components/admission/sla-badge";
import { StandardsList } from "@/components/admission/standards-list";
import { StateBadge } from "@/components/admission/state-badge";
import { EvidencePanel } from "@/components/files/evidence-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { loadReview } from "@/lib/domains/admission/loaders/review";
import { mayDecide, mayRelease } from "@/lib/domains/admission/policy";
import type { ReviewPage } from "@/lib/domains/admission/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [t, { application }] = await Promise.all([
		getTranslations("admission"),
		params.then(({ id }) => loadReview(id)),
	]);
	return { title: `${application.companyName} · ${t("review.title")}` };
}

export default async function ReviewApplicationPage({ params }: Props) {
	const page = await params.then(({ id }) => loadReview(id));
	const { application, policy, verdict, viewer, canReview } = page;
	const { id, form, companyName } = application;
	const isOpen = canReview && mayDecide(application, viewer.userId);
	return (
		<ClientMessages namespaces={["admission", "review", "forces"]}>
			<Crumb label={companyName} />
			<PageHeader
				title={<span className="wrap-anywhere">{companyName}</span>}
				meta={<Marks {...page} />}
				actions={<Actions {...page} />}
			/>
			<ReviewWorkbench
				key={`${id}:${application.version}`}
				target={{ applicationId: id, version: application.version }}
				submissionNo={application.submissionNo}
				stage={application.reviewStage}
				tracks={[form.tracks.primary, ...form.tracks.others]}
				companyName={companyName}
				forces={form.forces}
				policy={policy.document}
				checks={verdict.results}
				isOpen={isOpen}
				shownScores={shownScores(page)}
				notice={<DecisionNotice {...page} />}
				background={
					<>
						<CompanyHistoryCard history={page.history} />
						<RelatedCompanies related={page.related} />
					</>
				}
				aside={<Aside {...page} />}
			>
				<OpinionsCompared {...page} />
				<Checks {...page} />
				<FactsCard form={form} tracks={page.tracks} asOf={page.today} canAsk={isOpen} />
				<EvidencePanel files={page.evidence} />
			</ReviewWorkbench>
		</ClientMessages>
	);
}

/** The reader's own scores while the other opinion is out; those of the last word once it is decided. */
function shownScores({ application, reviews, viewer }: ReviewPage) {
	const ofSubmission = reviews.filter((review) => review.submissionNo === application.submissionNo);
	if (application.decidedAt) return ofSubmission[0]?.scores ?? null;
	return ofSubmission.find((review) => review.reviewerId === viewer.userId)?.scores ?? null;
}

async function Marks({ application, clock }: ReviewPage) {
	const [t, tReview] = await Promise.all([getTranslations("admission"), getTranslations("review")]);
	const waits = application.state === "SUBMITTED" || application.state === "IN_REVIEW";
	return (
		<>
			<StateBadge state={application.state} label={t(`states.${application.state}`)} />
			{application.state === "IN_REVIEW" && application.reviewStage !== "FIRST" && (
				<Badge tone="warning">{tReview(`stage.${application.reviewStage}`)}</Badge>
			)}
			{waits && clock && <SlaBadge clock={clock} />}
			<CopyableId value={application.number} label={t("status.numberLabel")} />
		</>
	);
}

function Actions({ application, viewer, involvement, canReview, neighbours }: ReviewPage) {
	const target = { applicationId: application.id, version: application.version };
	return (
		<>
			{canReview && <ReviewKeys {...neighbours} />}
			{canReview && !involvement.hasConflict && (
				<ConflictDialog applicationId={application.id} companyName={application.companyName} />
			)}
			{canReview && mayRelease(application, viewer.userId) && (
				<span data-review-take>
					<ReleaseButton target={target} size="sm" />
				</span>
			)}
			<NeighbourLinks {...neighbours} />
		</>
	);
}

async function Checks({ verdict }: ReviewPage) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const text = { version: verdict.policyVersion, asOf: formatDate(verdict.asOf, locale) };
	return (
		<Card>
			<CardHeader title={t("review.checksTitle")} description={t("review.checksText", text)} />
			<CardBody>
				<StandardsList results={verdict.results} columns={2} />
			</CardBody>
		</Card>
	);
}

async function Aside(page: ReviewPage) {
	const t = await getTranslations("admission");
	const { application, timeline, clock } = page;
	return (
		<>
			<OpinionsCard {...page} />
			<Card>
				<CardHeader title={t("review.timelineTitle")} />
				<CardBody>
					<ApplicationTimeline
						events={timeline}
						state={application.state}
						clock={clock}
						audience="platform"
					/>
				</CardBody>
			</Card>
		</>
	);
}
