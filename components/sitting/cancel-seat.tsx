"use client";

import { useTranslations } from "use-intl";
import { useActionButton } from "@/components/forms/use-action-button";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";
import { cancelExamSeat } from "@/lib/domains/certification/actions/sitting";

export function CancelSeat({ bookingId }: { bookingId: string }) {
	const t = useTranslations("sitting");
	const run = useActionButton();
	return (
		<ConfirmDialog
			trigger={
				<Button size="sm" variant="danger-ghost">
					{t("cancel.button")}
				</Button>
			}
			title={t("cancel.title")}
			description={t("cancel.description")}
			confirmLabel={t("cancel.confirm")}
			tone="danger"
			onConfirm={async () => {
				await run(cancelExamSeat({ bookingId }), t("cancel.done"));
			}}
		/>
	);
}
