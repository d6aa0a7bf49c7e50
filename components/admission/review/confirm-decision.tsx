"use client";

import { useRouter } from "next/navigation";
import { toast } from "sonner";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/admission/use-refusal-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { decideReview } from "@/lib/domains/admission/actions/review";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";

export type ConfirmDecisionProps = {
	open: boolean;
	onOpenChange: (open: boolean) => void;
	target: { applicationId: string; version: number };
	companyName: string;
	review: ReviewDecision;
};

/** Asks once more, decides, and says how it went; whoever was too late reads who was faster. */
export function ConfirmDecision({ open, onOpenChange, target, companyName, review }: ConfirmDecisionProps) {
	const t = useTranslations("admission");
	const router = useRouter();
	const refusalText = useRefusalText();
	const { decision } = review;
	async function decide() {
		const outcome = await decideReview({ ...target, review });
		if (outcome.ok) toast.success(t(`review.done.${decision}`));
		else toast.error(refusalText(outcome), { duration: 12_000 });
		router.refresh();
	}
	return (
		<ConfirmDialog
			open={open}
			onOpenChange={onOpenChange}
			title={t(`review.confirm.${decision}.title`, { company: companyName })}
			description={t(`review.confirm.${decision}.text`)}
			confirmLabel={t(`review.submit.${decision}`)}
			tone={decision === "REJECT" ? "danger" : "primary"}
			onConfirm={decide}
		/>
	);
}
