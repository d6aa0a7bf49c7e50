"use client";

import { CloudOff, CloudUpload, TimerReset } from "lucide-react";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { formatDateTime } from "@/lib/platform/format";
import type { KeeperState } from "./answer-keeper";
import { clockText, lastTold } from "./use-countdown";

/** Stays in sight: the time left and whether everything is saved. */
export function PaperBar({
	left,
	state,
	children,
}: {
	left: number;
	state: KeeperState;
	children: ReactNode;
}) {
	const t = useTranslations("sitting");
	const told = lastTold(left);
	return (
		<div className="sticky top-0 z-20 flex flex-wrap items-center justify-between gap-x-6 gap-y-2 rounded-lg border bg-raised px-4 py-2.5 shadow-sm">
			<p className="flex items-center gap-2">
				<TimerReset aria-hidden="true" className="size-4 text-ink-faint" />
				<span className="text-ink-soft text-sm">{t("bar.left")}</span>
				<span
					role="timer"
					className={cn("figure font-semibold text-lg tabular-nums", left <= 300 && "text-danger-ink")}
				>
					{clockText(left)}
				</span>
			</p>
			<p className="sr-only" role="status">
				{left === 0 ? t("room.timeUp") : told !== null ? t("bar.told", { minutes: told }) : ""}
			</p>
			<SaveState state={state} />
			{children}
		</div>
	);
}

function SaveState({ state }: { state: KeeperState }) {
	const t = useTranslations("sitting");
	const locale = useLocale();
	const { status, savedAt, waiting } = state;
	const isWaiting = status === "unreachable";
	const Icon = isWaiting ? CloudOff : CloudUpload;
	return (
		<p
			role="status"
			className={cn("flex items-center gap-2 text-sm", isWaiting ? "text-warning-ink" : "text-ink-soft")}
		>
			<Icon aria-hidden="true" className="size-4" />
			{isWaiting && t("bar.unreachable", { count: waiting.length })}
			{status === "saving" && t("bar.saving")}
			{(status === "saved" || status === "closed") &&
				(savedAt ? t("bar.saved", { at: formatDateTime(savedAt, locale).slice(-5) }) : t("bar.nothingYet"))}
		</p>
	);
}
