"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { reactivate } from "@/lib/domains/identity/actions/users";

export function ReactivateUser({ id, name }: { id: string; name: string }) {
	const t = useTranslations("identity.users");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={
				<Button variant="ghost" size="sm">
					{t("reactivate")}
				</Button>
			}
			title={t("reactivateTitle", { name })}
			description={t("reactivateDescription")}
			confirmLabel={t("reactivate")}
			onConfirm={async () => {
				await run(reactivate({ id }), t("reactivated", { name }));
			}}
		/>
	);
}
