import { TakeButton } from "@/components/admission/queue/assignment-buttons";
import { objectionToTaking } from "@/lib/domains/admission/policy";
import type { ReviewPage } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";

/** In the place of the decision: claim it, take it over, or read why it is for others or settled. */
export async function DecisionNotice({
	application,
	assigneeName,
	viewer,
	involvement,
	canReview,
}: ReviewPage) {
	const [t, tReview] = await Promise.all([getTranslations("admission"), getTranslations("review")]);
	const target = { applicationId: application.id, version: application.version };
	const isHeld = application.state === "IN_REVIEW" && assigneeName !== null;
	if (!canReview) return <p className="text-ink-soft text-sm">{t("review.readOnly")}</p>;
	const objection = objectionToTaking(application, viewer, involvement);
	if (objection === "TRANSITION_ILLEGAL") {
		return (
			<p className="text-ink-soft text-sm">
				{t("review.closedText", { state: t(`states.${application.state}`) })}
			</p>
		);
	}
	if (objection) {
		const isBothIn = objection === "ALREADY_OPINED" && application.reviewStage === "LEAD";
		const code = isBothIn ? "BOTH_OPINED" : objection;
		return <Words title={tReview(`barred.${code}.title`)} text={tReview(`barred.${code}.text`)} />;
	}
	const isOwnAgain = application.state === "SUBMITTED" && application.assigneeId === viewer.userId;
	return (
		<div>
			<Words
				title={isHeld ? t("review.heldTitle", { name: assigneeName }) : t("review.claimTitle")}
				text={t(isHeld ? "review.heldText" : "review.claimText")}
			/>
			<span data-review-take className="mt-4 block">
				<TakeButton
					target={target}
					label={t(isHeld ? "review.takeOver" : isOwnAgain ? "review.continue" : "review.claim")}
				/>
			</span>
		</div>
	);
}

function Words({ title, text }: { title: string; text: string }) {
	return (
		<div>
			<p className="font-medium text-ink text-sm">{title}</p>
			<p className="mt-1 text-ink-soft text-sm">{text}</p>
		</div>
	);
}
