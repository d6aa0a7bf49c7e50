"use client";

import { useTranslations } from "use-intl";
import { ReasonDialog } from "@/components/forms/reason-dialog";
import { Button } from "@/components/ui/button";
import { cancelExamWindow } from "@/lib/domains/certification/actions/windows";

export function CancelWindow({ window }: { window: { id: string; version: number } }) {
	const t = useTranslations("examdesk.window");
	return (
		<ReasonDialog
			trigger={<Button variant="secondary">{t("cancel")}</Button>}
			title={t("cancel")}
			description={t("cancelHint")}
			label={t("cancelReason")}
			submitLabel={t("cancel")}
			tone="danger"
			done={t("cancelled")}
			action={(reason) => cancelExamWindow({ windowId: window.id, version: window.version, reason })}
		/>
	);
}
