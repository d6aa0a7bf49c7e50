"use client";

import { useOptimistic, useTransition } from "react";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { Switch } from "@/components/ui/switch";
import { chooseOwnRanking } from "@/lib/domains/tiers/actions/ranking";

/** Takes effect with the press, both ways. */
export function NameChoice({ isPublic, canChoose }: { isPublic: boolean; canChoose: boolean }) {
	const t = useTranslations("leaderboard.ranking");
	const run = useActionButton();
	const [shown, setShown] = useOptimistic(isPublic);
	const [pending, startTransition] = useTransition();
	const choose = (next: boolean) =>
		startTransition(async () => {
			setShown(next);
			await run(chooseOwnRanking({ isPublic: next }), t(next ? "nowShown" : "nowHidden"));
		});
	return (
		<Switch
			label={t("choiceLabel")}
			hint={t(canChoose ? "choiceHint" : "ownerOnly")}
			checked={shown}
			disabled={!canChoose || pending}
			onCheckedChange={choose}
		/>
	);
}
