"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { revokeApiKey } from "@/lib/domains/intake/actions";

export function RevokeKey({ id, name }: { id: string; name: string }) {
	const t = useTranslations("intake");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={
				<Button variant="ghost" size="sm">
					{t("revoke")}
				</Button>
			}
			title={t("revokeTitle", { name })}
			description={t("revokeDescription")}
			confirmLabel={t("revoke")}
			onConfirm={async () => {
				await run(revokeApiKey({ id }), t("revoked"));
			}}
		/>
	);
}
