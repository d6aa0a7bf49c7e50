"use client";

import { CircleAlert, CircleCheck, CloudOff, PencilLine } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { useErrorText } from "@/components/forms/use-error-text";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Spinner } from "@/components/ui/spinner";
import { formatDateTime } from "@/lib/platform/format";
import type { KeeperState, KeeperStatus } from "./draft-keeper";

const icons: Record<KeeperStatus, React.ReactNode> = {
	saved: <CircleCheck aria-hidden="true" className="size-4 text-success" />,
	dirty: <PencilLine aria-hidden="true" className="size-4 text-ink-faint" />,
	saving: <Spinner className="text-brand" />,
	offline: <CloudOff aria-hidden="true" className="size-4 text-warning" />,
	conflict: <CircleAlert aria-hidden="true" className="size-4 text-warning" />,
	refused: <CircleAlert aria-hidden="true" className="size-4 text-danger" />,
};

type Shown = Pick<KeeperState<unknown>, "status" | "savedAt" | "reason">;

export type SaveStatusProps = Shown & { onRetry: () => void; onChoose: () => void; onSignIn: () => void };

/** Where the words are: on the server, on the way, or on this device only. */
export function SaveStatus({ status, savedAt, reason, onRetry, onChoose, onSignIn }: SaveStatusProps) {
	const t = useTranslations("drafts");
	const errorText = useErrorText();
	const locale = useLocale();
	const isTrouble = status === "offline" || status === "refused" || status === "conflict";
	const text =
		status === "saved" && savedAt
			? t("status.savedAt", { time: formatDateTime(savedAt, locale).slice(-5) })
			: status === "refused" && reason
				? errorText(reason)
				: t(`status.${status}`);
	return (
		<div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-xs">
			<p
				role={isTrouble ? "alert" : "status"}
				data-save-status={status}
				className={cn("figure flex items-center gap-1.5", isTrouble ? "text-ink" : "text-ink-faint")}
			>
				{icons[status]}
				{text}
			</p>
			{status === "offline" && (
				<Button variant="link" size="sm" onClick={onRetry}>
					{t("retry")}
				</Button>
			)}
			{status === "conflict" && (
				<Button variant="link" size="sm" onClick={onChoose}>
					{t("conflict.choose")}
				</Button>
			)}
			{status === "refused" && reason === "SIGNED_OUT" && (
				<Button variant="link" size="sm" onClick={onSignIn}>
					{t("signInAgain")}
				</Button>
			)}
			{status === "refused" && reason !== "SIGNED_OUT" && (
				<Button variant="link" size="sm" onClick={() => window.location.reload()}>
					{t("reload")}
				</Button>
			)}
		</div>
	);
}
