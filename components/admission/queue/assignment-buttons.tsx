"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { claimForReview, releaseFromReview } from "@/lib/domains/admission/actions/review";
import type { Outcome } from "@/lib/platform/errors/errors";

type Target = { applicationId: string; version: number };

/** Runs an assignment, says how it went and shows what is true now. */
function useAssignment() {
	const router = useRouter();
	const refusalText = useRefusalText();
	const [pending, startTransition] = useTransition();
	function run(action: () => Promise<Outcome>, done: string) {
		startTransition(async () => {
			const outcome = await action();
			if (outcome.ok) toast.success(done);
			else toast.error(refusalText(outcome));
			router.refresh();
		});
	}
	return { pending, run };
}

/** Claims, goes on or takes over on the review page itself. */
export function TakeButton({ target, label }: { target: Target; label: string }) {
	const t = useTranslations("admission");
	const { pending, run } = useAssignment();
	return (
		<Button pending={pending} onClick={() => run(() => claimForReview(target), t("queue.claimed"))}>
			{label}
		</Button>
	);
}

export function ReleaseButton({ target, size }: { target: Target; size?: "sm" | "md" }) {
	const t = useTranslations("admission");
	const { pending, run } = useAssignment();
	return (
		<Button
			size={size}
			variant="ghost"
			pending={pending}
			onClick={() => run(() => releaseFromReview(target), t("queue.released"))}
		>
			{t("queue.release")}
		</Button>
	);
}
