"use client";

import { usePathname, useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { toast } from "@/components/ui/toast";
import { decideReview } from "@/lib/domains/admission/actions/review";
import { courseOf } from "@/lib/domains/admission/rules/four-eyes";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ReviewStage } from "@/lib/domains/admission/types";
import { routes } from "@/lib/platform/routes/routes";

export type ConfirmDecisionProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	target: { applicationId: string; version: number };
	stage: ReviewStage;
	tracks: readonly string[];
	policy: AdmissionPolicy;
	companyName: string;
	review: ReviewDecision;
	onDone: () => void;
};

/** Asks once more, decides, and says how it went; whoever was too late reads who was faster. */
export function ConfirmDecision({
	open,
	onOpenChange,
	target,
	review,
	onDone,
	...props
}: ConfirmDecisionProps) {
	const t = useTranslations("admission");
	const tReview = useTranslations("review");
	const router = useRouter();
	const pathname = usePathname();
	const refusalText = useRefusalText();
	const { decision } = review;
	async function decide() {
		const outcome = await decideReview({ ...target, review });
		if (outcome.ok) {
			onDone();
			if (outcome.course !== "DECIDED") toast.success(tReview(`done.${outcome.course}`));
			else toast.success(decision === "APPROVE" ? tReview("done.APPROVE") : t(`review.done.${decision}`));
		} else if (outcome.reason === "SIGNED_OUT") {
			const action = {
				label: tReview("draft.signIn"),
				onClick: () => router.push(routes.signIn(pathname)),
			};
			toast.error(refusalText(outcome), { duration: 60_000, action });
			return;
		} else toast.error(refusalText(outcome), { duration: 12_000 });
		router.refresh();
	}
	const words = wordsOf(props, review);
	return (
		<ConfirmDialog
			open={open}
			onOpenChange={onOpenChange}
			title={
				words === "decision"
					? t(`review.confirm.${decision}.title`, { company: props.companyName })
					: tReview("confirm.opinionTitle")
			}
			description={
				words === "decision"
					? decision === "APPROVE"
						? tReview("confirm.approveText")
						: t(`review.confirm.${decision}.text`)
					: tReview(words === "first" ? "confirm.opinionText" : "confirm.secondText")
			}
			confirmLabel={t(`review.submit.${decision}`)}
			tone={decision === "REJECT" ? "danger" : "primary"}
			onConfirm={decide}
		/>
	);
}

/** Whether it decides, or is one of two opinions. */
function wordsOf(
	{ stage, tracks, policy }: Pick<ConfirmDecisionProps, "stage" | "tracks" | "policy">,
	review: ReviewDecision,
): "decision" | "first" | "second" {
	if (review.decision === "REQUEST_CHANGES" || stage === "LEAD") return "decision";
	if (stage === "SECOND") return "second";
	const compositeBps = review.scores && scoreReview(policy.forceWeightsBps, review.scores).compositeBps;
	const given = { stage, decision: review.decision, compositeBps, firstDecision: null };
	return courseOf(policy, tracks, given) === "DECIDED" ? "decision" : "first";
}
