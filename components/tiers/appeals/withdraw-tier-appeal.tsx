"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { withdrawOwnTierAppeal } from "@/lib/domains/tiers/actions/tier-appeals";

export function WithdrawTierAppeal({ appealId }: { appealId: string }) {
	const t = useTranslations("tierappeals");
	const router = useRouter();
	const errorText = useErrorText();
	async function withdraw() {
		const outcome = await withdrawOwnTierAppeal({ appealId });
		if (outcome.ok) toast.success(t("page.withdrawn"));
		else toast.error(errorText(outcome.reason, outcome.params));
		router.refresh();
	}
	return (
		<ConfirmDialog
			trigger={
				<Button variant="danger-ghost" size="sm">
					{t("page.withdraw")}
				</Button>
			}
			title={t("page.withdrawTitle")}
			description={t("page.withdrawText")}
			confirmLabel={t("page.withdraw")}
			tone="danger"
			onConfirm={withdraw}
		/>
	);
}
