"use client";

import { useTranslations } from "use-intl";
import { ConfirmDialog } from "@/components/ui/alert-dialog";
import { Button } from "@/components/ui/button";

type Props = {
	open: number;
	flagged: number;
	/** Answers that are not on the server yet. */
	waiting: number;
	disabled: boolean;
	onConfirm: () => Promise<void>;
};

/** Hands in, after saying what is still open. */
export function HandIn({ open, flagged, waiting, disabled, onConfirm }: Props) {
	const t = useTranslations("sitting");
	return (
		<ConfirmDialog
			trigger={<Button disabled={disabled}>{t("handIn.button")}</Button>}
			title={t("handIn.title")}
			description={
				<>
					{open > 0 ? t("handIn.open", { count: open }) : t("handIn.allAnswered")}
					{flagged > 0 && ` ${t("handIn.flagged", { count: flagged })}`}
					{waiting > 0 && ` ${t("handIn.waiting", { count: waiting })}`} {t("handIn.final")}
				</>
			}
			confirmLabel={t("handIn.confirm")}
			onConfirm={onConfirm}
		/>
	);
}
