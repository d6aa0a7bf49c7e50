"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { withdrawOwnApplication } from "@/lib/domains/admission/actions/application";

export function WithdrawButton({ applicationId }: { applicationId: string }) {
	const t = useTranslations("admission");
	const router = useRouter();
	const refusalText = useRefusalText();
	async function withdraw() {
		const outcome = await withdrawOwnApplication({ applicationId });
		if (outcome.ok) toast.success(t("status.withdrawn"));
		else toast.error(refusalText(outcome));
		router.refresh();
	}
	return (
		<ConfirmDialog
			trigger={<Button variant="danger-ghost">{t("status.withdraw")}</Button>}
			title={t("status.withdrawTitle")}
			description={t("status.withdrawText")}
			confirmLabel={t("status.withdraw")}
			tone="danger"
			onConfirm={withdraw}
		/>
	);
}
