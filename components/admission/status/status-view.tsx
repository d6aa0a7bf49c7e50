import Link from "next/link";
import { ActivationView } from "@/components/admission/activation/activation-view";
import { ApplicationTimeline } from "@/components/admission/application-timeline";
import { DecisionWords } from "@/components/admission/decision-words";
import { StandardsList } from "@/components/admission/standards-list";
import { SubmissionFacts } from "@/components/admission/submission-facts";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { mayWithdraw } from "@/lib/domains/admission/policy";
import type { OwnApplication } from "@/lib/domains/admission/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { AppealCard } from "./appeal-card";
import { NextPanel } from "./next-panel";
import { RejectionPanel } from "./rejection-panel";
import { StartButton } from "./start-button";
import { WithdrawButton } from "./withdraw-button";

export type StatusViewProps = Omit<OwnApplication, "application"> & {
	application: NonNullable<OwnApplication["application"]>;
};

/** The page of an application that is with the platform, or settled: nothing left to wonder about. */
export async function StatusView(view: StatusViewProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { application, reviews, timeline, clock, tracks, today, activation, appeals, afterRejection } = view;
	const { state, checks } = application;
	if (state === "DRAFT") return null;
	const earlier = reviews.filter(
		(review) => !afterRejection || review.submissionNo !== application.submissionNo,
	);
	return (
		<div className="space-y-6">
			<NextPanel
				state={state}
				clock={clock}
				requestCount={0}
				activation={activation}
				appeals={appeals}
				actions={<Actions {...view} />}
			/>
			<div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="min-w-0 space-y-6">
					{activation && !activation.admittedOn && (
						<ActivationView
							activation={activation}
							application={application}
							today={today}
							depositFiles={view.depositFiles}
						/>
					)}
					{afterRejection && <RejectionPanel {...view} afterRejection={afterRejection} />}
					{!afterRejection && appeals.map((appeal) => <AppealCard key={appeal.id} appeal={appeal} />)}
					{earlier.length > 0 && (
						<Card>
							<CardHeader title={t(afterRejection ? "status.earlierTitle" : "status.reasonsTitle")} />
							<CardBody>
								{earlier.map((review) => (
									<DecisionWords key={review.id} review={review} />
								))}
							</CardBody>
						</Card>
					)}
					{checks && (
						<Card>
							<CardHeader
								title={t("status.checksTitle")}
								description={t("status.checksText", {
									version: checks.policyVersion,
									asOf: formatDate(checks.asOf, locale),
								})}
							/>
							<CardBody>
								<StandardsList results={checks.results} columns={2} />
							</CardBody>
						</Card>
					)}
					<Card>
						<CardHeader title={t("status.formTitle")} />
						<CardBody>
							<SubmissionFacts form={application.form} tracks={tracks} asOf={checks?.asOf ?? today} />
						</CardBody>
					</Card>
				</div>
				<Card>
					<CardHeader title={t("status.timelineTitle")} />
					<CardBody>
						<ApplicationTimeline
							events={timeline}
							state={state}
							clock={clock}
							audience="company"
							appeals={appeals}
							activation={activation}
						/>
					</CardBody>
				</Card>
			</div>
		</div>
	);
}

async function Actions({ application, activation, afterRejection }: StatusViewProps) {
	const t = await getTranslations("admission");
	const { id, state } = application;
	if (mayWithdraw(state)) return <WithdrawButton applicationId={id} />;
	if (state === "APPROVED" && !activation?.admittedOn) return null;
	if (state === "REJECTED" && !afterRejection?.mayReapply) return null;
	if (state !== "APPROVED" || activation?.exitedOn) return <StartButton label={t("apply.again")} />;
	return (
		<Button asChild>
			<Link href={routes.partner.home()}>{t("status.goHome")}</Link>
		</Button>
	);
}
