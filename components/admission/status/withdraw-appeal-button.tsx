"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useRefusalText } from "@/components/forms/use-refusal-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { withdrawOwnAppeal } from "@/lib/domains/admission/actions/appeal-filing";

export function WithdrawAppealButton({ appealId }: { appealId: string }) {
	const t = useTranslations("admission");
	const router = useRouter();
	const refusalText = useRefusalText();
	async function withdraw() {
		const outcome = await withdrawOwnAppeal({ appealId });
		if (outcome.ok) toast.success(t("appeal.withdrawn"));
		else toast.error(refusalText(outcome));
		router.refresh();
	}
	return (
		<ConfirmDialog
			trigger={
				<Button variant="danger-ghost" size="sm">
					{t("appeal.withdraw")}
				</Button>
			}
			title={t("appeal.withdrawTitle")}
			description={t("appeal.withdrawText")}
			confirmLabel={t("appeal.withdraw")}
			tone="danger"
			onConfirm={withdraw}
		/>
	);
}
