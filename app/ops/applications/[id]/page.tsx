import type { Metadata } from "next";
import { ApplicationTimeline } from "@/components/admission/application-timeline";
import { DecisionWords } from "@/components/admission/decision-words";
import { ReleaseButton } from "@/components/admission/queue/assignment-buttons";
import { DecisionNotice } from "@/components/admission/review/decision-notice";
import { ReviewWorkbench } from "@/components/admission/review/review-workbench";
import { SlaBadge } from "@/components/admission/sla-badge";
import { StandardsList } from "@/components/admission/standards-list";
import { StateBadge } from "@/components/admission/state-badge";
import { SubmissionFacts } from "@/components/admission/submission-facts";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
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
	const { application, policy, verdict, viewer, canReview, reviews } = page;
	const target = { applicationId: application.id, version: application.version };
	return (
		<ClientMessages namespaces={["admission", "forces"]}>
			<Crumb label={application.companyName} />
			<PageHeader
				title={<span className="wrap-anywhere">{application.companyName}</span>}
				meta={<Marks {...page} />}
				actions={canReview && mayRelease(application, viewer.userId) && <ReleaseButton target={target} />}
			/>
			<ReviewWorkbench
				key={application.version}
				target={target}
				companyName={application.companyName}
				forces={application.form.forces}
				policy={policy.document}
				checks={verdict.results}
				isOpen={canReview && mayDecide(application, viewer.userId)}
				decidedScores={application.decidedAt ? (reviews[0]?.scores ?? null) : null}
				notice={<DecisionNotice {...page} />}
				aside={<History {...page} />}
			>
				<Facts {...page} />
			</ReviewWorkbench>
		</ClientMessages>
	);
}

async function Marks({ application, clock }: ReviewPage) {
	const t = await getTranslations("admission");
	const waits = application.state === "SUBMITTED" || application.state === "IN_REVIEW";
	return (
		<>
			<StateBadge state={application.state} label={t(`states.${application.state}`)} />
			{waits && clock && <SlaBadge clock={clock} />}
			<CopyableId value={application.number} label={t("status.numberLabel")} />
		</>
	);
}

async function Facts({ application, verdict, tracks, today }: ReviewPage) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const text = { version: verdict.policyVersion, asOf: formatDate(verdict.asOf, locale) };
	return (
		<>
			<Card>
				<CardHeader title={t("review.checksTitle")} description={t("review.checksText", text)} />
				<CardBody>
					<StandardsList results={verdict.results} columns={2} />
				</CardBody>
			</Card>
			<Card>
				<CardHeader title={t("review.factsTitle")} />
				<CardBody>
					<SubmissionFacts form={application.form} tracks={tracks} asOf={today} />
				</CardBody>
			</Card>
		</>
	);
}

async function History({ application, timeline, reviews, clock }: ReviewPage) {
	const t = await getTranslations("admission");
	return (
		<>
			{reviews.length > 0 && (
				<Card>
					<CardHeader title={t("review.historyTitle")} />
					<CardBody>
						{reviews.map((review) => (
							<DecisionWords key={review.id} review={review} />
						))}
					</CardBody>
				</Card>
			)}
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
