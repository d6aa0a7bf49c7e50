"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { Button } from "@/components/ui/button";
import { appealTrustSuspension } from "@/lib/domains/trust/actions/card";

export function AppealSuspension({ suspensionId }: { suspensionId: string }) {
	const t = useTranslations("trustcard");
	const router = useRouter();
	return (
		<ReasonDialog
			trigger={<Button size="sm">{t("suspension.appeal")}</Button>}
			title={t("suspension.appeal")}
			description={t("suspension.appealHint")}
			label={t("suspension.statement")}
			submitLabel={t("suspension.appeal")}
			done={t("suspension.appealDone")}
			action={async (statement) => {
				const outcome = await appealTrustSuspension({ suspensionId, statement });
				if (outcome.ok) router.refresh();
				return outcome;
			}}
		/>
	);
}
