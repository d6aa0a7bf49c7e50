import { TakeButton } from "@/components/admission/queue/assignment-buttons";
import { mayTake } from "@/lib/domains/admission/policy";
import type { ReviewPage } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";

/** In the place of the decision: claim it, take it over, or read that it is settled. */
export async function DecisionNotice({ application, assigneeName, viewer, canReview }: ReviewPage) {
	const t = await getTranslations("admission");
	const target = { applicationId: application.id, version: application.version };
	const isHeld = application.state === "IN_REVIEW" && assigneeName !== null;
	if (!canReview) return <p className="text-ink-soft text-sm">{t("review.readOnly")}</p>;
	if (!mayTake(application, viewer)) {
		return (
			<p className="text-ink-soft text-sm">
				{t("review.closedText", { state: t(`states.${application.state}`) })}
			</p>
		);
	}
	const isOwnAgain = application.state === "SUBMITTED" && application.assigneeId === viewer.userId;
	return (
		<div>
			<p className="font-medium text-ink text-sm">
				{isHeld ? t("review.heldTitle", { name: assigneeName }) : t("review.claimTitle")}
			</p>
			<p className="mt-1 mb-4 text-ink-soft text-sm">{t(isHeld ? "review.heldText" : "review.claimText")}</p>
			<TakeButton
				target={target}
				label={t(isHeld ? "review.takeOver" : isOwnAgain ? "review.continue" : "review.claim")}
			/>
		</div>
	);
}
