"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { Button, type ButtonProps } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { claimAppealCase, releaseAppealCase } from "@/lib/domains/admission/actions/appeals";
import { routes } from "@/lib/platform/routes/routes";

type Target = { appealId: string; version: number };
type Props = { target: Target; label: string; size?: ButtonProps["size"] };

/** Claims an appeal, or takes it over; from the queue it leads on to the case. */
export function TakeAppealButton({ target, label, size, leadsOn }: Props & { leadsOn?: boolean }) {
	const t = useTranslations("review");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [pending, startTransition] = useTransition();
	function take() {
		startTransition(async () => {
			const outcome = await claimAppealCase(target);
			if (outcome.ok) toast.success(t("appeal.claimed"));
			else toast.error(refusalText(outcome));
			if (outcome.ok && leadsOn) router.push(routes.ops.appeal(target.appealId));
			else router.refresh();
		});
	}
	return (
		<Button size={size} variant={size === "sm" ? "soft" : "primary"} pending={pending} onClick={take}>
			{label}
		</Button>
	);
}

export function ReleaseAppealButton({ target, label, size }: Props) {
	const t = useTranslations("review");
	const router = useRouter();
	const refusalText = useRefusalText();
	const [pending, startTransition] = useTransition();
	function release() {
		startTransition(async () => {
			const outcome = await releaseAppealCase(target);
			if (outcome.ok) toast.success(t("appeal.released"));
			else toast.error(refusalText(outcome));
			router.refresh();
		});
	}
	return (
		<Button size={size} variant="ghost" pending={pending} onClick={release}>
			{label}
		</Button>
	);
}
