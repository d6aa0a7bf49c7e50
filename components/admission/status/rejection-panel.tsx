import { CalendarClock, Scale } from "lucide-react";
import type { ReactNode } from "react";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { RUBRIC_MAX, rejectionReasons } from "@/lib/domains/admission/constants";
import type { OwnApplication, ReviewRecord } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { formatDate, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { AppealCard } from "./appeal-card";
import { AppealForm } from "./appeal-form";

export type RejectionPanelProps = Pick<OwnApplication, "reviews" | "appeals" | "policy" | "appealFiles"> & {
	application: NonNullable<OwnApplication["application"]>;
	afterRejection: NonNullable<OwnApplication["afterRejection"]>;
};

/** A rejection in full: why, what can be done against it and by when, and from when on to apply again. */
export async function RejectionPanel(props: RejectionPanelProps) {
	const { application, afterRejection, appeals, policy } = props;
	const { lastAppealDay, firstReapplyDay, mayAppeal, mayReapply } = afterRejection;
	const [t, locale] = await Promise.all([getTranslations("admission"), getLocale()]);
	const appeal = appeals.find((one) => one.submissionNo === application.submissionNo);
	const reapplyKey = appeal?.state === "OPEN" ? "afterAppeal" : mayReapply ? "now" : "later";
	return (
		<div className="space-y-6">
			<Reasons application={application} reviews={props.reviews} />
			<div className="grid gap-4 md:grid-cols-2">
				<Way
					icon={<CalendarClock aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-brand" />}
					title={t("rejection.reapplyTitle")}
					text={t(`rejection.reapply.${reapplyKey}`, { day: formatDate(firstReapplyDay, locale) })}
				/>
				<Way
					icon={<Scale aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-brand" />}
					title={t("rejection.appealTitle")}
					text={t(`rejection.appealWay.${appeal ? "filed" : mayAppeal ? "open" : "closed"}`, {
						day: formatDate(lastAppealDay, locale),
						days: policy.document.appealAnswerWorkingDays,
					})}
				/>
			</div>
			{appeals.map((one) => (
				<AppealCard
					key={one.id}
					appeal={one}
					files={one.submissionNo === application.submissionNo ? props.appealFiles : []}
				/>
			))}
			{mayAppeal && (
				<AppealForm
					applicationId={application.id}
					days={policy.document.appealAnswerWorkingDays}
					files={props.appealFiles}
				/>
			)}
		</div>
	);
}

function Way({ icon, title, text }: { icon: ReactNode; title: string; text: string }) {
	return (
		<section className="flex items-start gap-3 rounded-lg border bg-surface p-4">
			{icon}
			<div>
				<h3 className="font-medium text-ink text-sm">{title}</h3>
				<p className="mt-0.5 text-ink-soft text-sm">{text}</p>
			</div>
		</section>
	);
}

type ReasonsProps = { application: RejectionPanelProps["application"]; reviews: readonly ReviewRecord[] };

/** Every reason as a sentence, under it the words the decision was given with. */
async function Reasons({ application, reviews }: ReasonsProps) {
	const t = await getTranslations("admission");
	const rejections = reviews.filter(
		(review) => review.decision === "REJECT" && review.submissionNo === application.submissionNo,
	);
	const reasons = rejectionReasons.filter((code) =>
		rejections.some((review) => review.reasonCodes.includes(code)),
	);
	return (
		<Card>
			<CardHeader title={t("rejection.reasonsTitle")} />
			<CardBody>
				<ul className="space-y-3">
					{reasons.map((code) => (
						<li key={code} className="border-danger border-l-2 pl-3">
							<p className="font-medium text-ink text-sm">{t(`codes.rejection.${code}`)}</p>
							<p className="text-ink-soft text-sm">{t(`rejection.inWords.${code}`)}</p>
						</li>
					))}
				</ul>
				{rejections
					.filter((review) => review.comment !== "")
					.map((review) => (
						<div key={review.id} className="mt-4 rounded-md bg-sunken px-4 py-3">
							<p className="text-ink-faint text-xs">{t("rejection.wordsTitle")}</p>
							<p className="wrap-anywhere mt-1 whitespace-pre-line text-ink text-sm">{review.comment}</p>
						</div>
					))}
				{rejections.map((review) => (
					<Scores key={review.id} review={review} />
				))}
			</CardBody>
		</Card>
	);
}

async function Scores({ review: { scores, compositeBps } }: { review: ReviewRecord }) {
	const [t, tForces] = await Promise.all([getTranslations("admission"), getTranslations("forces")]);
	if (!scores || compositeBps === null) return null;
	return (
		<p className="figure mt-3 flex flex-wrap gap-x-4 gap-y-1 text-ink-faint text-xs">
			<span className="font-medium text-ink">
				{t("review.compositeOf", { score: formatScoreBps(compositeBps) })}
			</span>
			{forceCodes.map((force) => (
				<span key={force}>
					{tForces(`names.${force}`)} {scores[force]}/{RUBRIC_MAX}
				</span>
			))}
		</p>
	);
}
