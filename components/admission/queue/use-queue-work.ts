import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { toast } from "@/components/ui/toast";
import { claimNext } from "@/lib/domains/admission/actions/queue";
import { claimForReview, releaseFromReview } from "@/lib/domains/admission/actions/review";
import { routes } from "@/lib/platform/routes/routes";

/** What a reviewer does from the queue; says how it went and shows what is true now. */
export function useQueueWork() {
	const t = useTranslations("queue");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [pending, startTransition] = useTransition();

	function claim(applicationId: string, version: number) {
		startTransition(async () => {
			const outcome = await claimForReview({ applicationId, version });
			if (!outcome.ok) {
				toast.error(refusalText(outcome));
				return router.refresh();
			}
			toast.success(t("claimed"));
			router.push(routes.ops.application(applicationId));
		});
	}
	function release(applicationId: string, version: number) {
		startTransition(async () => {
			const outcome = await releaseFromReview({ applicationId, version });
			if (outcome.ok) toast.success(t("released"));
			else toast.error(refusalText(outcome));
			router.refresh();
		});
	}
	function next() {
		startTransition(async () => {
			const outcome = await claimNext({});
			if (!outcome.ok) {
				toast.info(refusalText(outcome));
				return router.refresh();
			}
			toast.success(t("claimed"));
			router.push(routes.ops.application(outcome.applicationId));
		});
	}
	return { pending, claim, release, next };
}
