"use client";

import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Button } from "@/components/ui/button";
import { searchRunForAnomalies, takeBackAnomalyLook } from "@/lib/domains/tiers/actions/review";
import type { AnomalyKey } from "@/lib/domains/tiers/types/review";

/** Looks through the run, for the first time or again. */
export function SearchButton({ runId, again }: { runId: string; again: boolean }) {
	const t = useTranslations("leaderboard.review");
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	const search = () =>
		startTransition(async () => {
			await run(searchRunForAnomalies({ runId }), t("searched"));
		});
	return (
		<Button
			variant={again ? "secondary" : "primary"}
			size={again ? "sm" : "md"}
			pending={pending}
			onClick={search}
		>
			{t(again ? "searchAgain" : "search")}
		</Button>
	);
}

export function TakeBackButton({
	runId,
	anomaly,
	name,
}: {
	runId: string;
	anomaly: AnomalyKey;
	name: string;
}) {
	const t = useTranslations("leaderboard.review");
	const run = useActionButton();
	const [pending, startTransition] = useTransition();
	const takeBack = () =>
		startTransition(async () => {
			await run(takeBackAnomalyLook({ runId, anomaly }), t("takenBack"));
		});
	return (
		<Button
			variant="ghost"
			size="sm"
			pending={pending}
			onClick={takeBack}
			aria-label={t("takeBackOf", { name })}
		>
			{t("takeBack")}
		</Button>
	);
}
