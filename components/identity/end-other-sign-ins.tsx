"use client";

import { useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { toast } from "@/components/ui/toast";
import { endOtherSessions } from "@/lib/domains/identity/actions/sessions";

export function EndOtherSignIns() {
	const t = useTranslations("identity.sessions");
	const errorText = useErrorText();
	async function end() {
		const outcome = await endOtherSessions({});
		if (outcome.ok) toast.success(t("othersRevoked", { count: outcome.count }));
		else toast.error(errorText(outcome.reason, outcome.params));
	}
	return (
		<ConfirmDialog
			trigger={<Button variant="secondary">{t("revokeOthers")}</Button>}
			tone="danger"
			title={t("revokeOthersTitle")}
			description={t("revokeOthersDescription")}
			confirmLabel={t("revokeOthers")}
			onConfirm={end}
		/>
	);
}
