"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { withdrawInvitation } from "@/lib/domains/identity/actions/members";

export function WithdrawInvitation({ id, email }: { id: string; email: string }) {
	const t = useTranslations("identity.members");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={
				<Button variant="ghost" size="sm">
					{t("withdraw")}
				</Button>
			}
			title={t("withdrawTitle", { email })}
			description={t("withdrawDescription")}
			confirmLabel={t("withdraw")}
			onConfirm={async () => {
				await run(withdrawInvitation({ id }), t("withdrawn"));
			}}
		/>
	);
}
