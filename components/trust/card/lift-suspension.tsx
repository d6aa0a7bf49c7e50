"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { Button } from "@/components/ui/button";
import { liftTrustSuspension } from "@/lib/domains/trust/actions/card";

export function LiftSuspension({ suspensionId }: { suspensionId: string }) {
	const t = useTranslations("trustcard");
	const router = useRouter();
	return (
		<ReasonDialog
			trigger={
				<Button size="sm" variant="secondary">
					{t("ops.lift")}
				</Button>
			}
			title={t("ops.lift")}
			description={t("ops.liftText")}
			label={t("ops.note")}
			submitLabel={t("ops.lift")}
			done={t("ops.liftDone")}
			action={async (note) => {
				const outcome = await liftTrustSuspension({ suspensionId, note });
				if (outcome.ok) router.refresh();
				return outcome;
			}}
		/>
	);
}
