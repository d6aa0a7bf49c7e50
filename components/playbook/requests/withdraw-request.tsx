"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { withdrawBrandRequest } from "@/lib/domains/playbook/actions/brand-requests";

export function WithdrawRequest({ token }: { token: string }) {
	const t = useTranslations("brandrequests.own");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={<Button variant="danger-ghost">{t("withdraw")}</Button>}
			title={t("withdrawTitle")}
			description={t("withdrawText")}
			confirmLabel={t("withdraw")}
			tone="danger"
			onConfirm={async () => {
				await run(withdrawBrandRequest({ token }), t("withdrawn"));
			}}
		/>
	);
}
