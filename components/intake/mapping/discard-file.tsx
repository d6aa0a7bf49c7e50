"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { cancelFileImport } from "@/lib/domains/intake/actions";
import { routes } from "@/lib/platform/routes/routes";

export function DiscardFile({ id, name }: { id: string; name: string }) {
	const t = useTranslations("mapping");
	const act = useActionButton();
	const router = useRouter();
	return (
		<ConfirmDialog
			trigger={<Button variant="danger-ghost">{t("discard")}</Button>}
			title={t("discardTitle", { name })}
			description={t("discardDescription")}
			confirmLabel={t("discard")}
			tone="danger"
			onConfirm={async () => {
				if (await act(cancelFileImport({ id }), t("discarded"))) router.push(routes.ops.imports());
			}}
		/>
	);
}
