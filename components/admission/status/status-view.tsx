import Link from "next/link";
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
import { NextPanel } from "./next-panel";
import { StartButton } from "./start-button";
import { WithdrawButton } from "./withdraw-button";

export type StatusViewProps = Omit<OwnApplication, "application"> & {
	application: NonNullable<OwnApplication["application"]>;
};

/** The page of an application that is with the platform, or settled: nothing left to wonder about. */
export async function StatusView(view: StatusViewProps) {
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const { application, reviews, timeline, clock, tracks, today } = view;
	const { state, checks } = application;
	if (state === "DRAFT") return null;
	return (
		<div className="space-y-6">
			<NextPanel
				state={state}
				clock={clock}
				requestCount={0}
				actions={<Actions application={application} />}
			/>
			<div className="grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_22rem]">
				<div className="min-w-0 space-y-6">
					{reviews.length > 0 && (
						<Card>
							<CardHeader title={t("status.reasonsTitle")} />
							<CardBody>
								{reviews.map((review) => (
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
						<ApplicationTimeline events={timeline} state={state} clock={clock} audience="company" />
					</CardBody>
				</Card>
			</div>
		</div>
	);
}

async function Actions({ application }: Pick<StatusViewProps, "application">) {
	const t = await getTranslations("admission");
	const { id, state } = application;
	if (mayWithdraw(state)) return <WithdrawButton applicationId={id} />;
	if (state !== "APPROVED") return <StartButton label={t("apply.again")} />;
	return (
		<Button asChild>
			<Link href={routes.partner.tier()}>{t("status.goTier")}</Link>
		</Button>
	);
}
