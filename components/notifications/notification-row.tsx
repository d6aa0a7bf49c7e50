"use client";

import { Check } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { readNotification } from "@/lib/platform/notifications/actions";

export type NotificationRowProps = {
	id: string;
	href: string;
	isRead: boolean;
	/** Already in the reader's language. */
	text: string;
	ago: string;
	at: string;
};

export function NotificationRow({ id, href, isRead, text, ago, at }: NotificationRowProps) {
	const t = useTranslations("notifications.page");
	const [pending, startTransition] = useTransition();
	function markRead() {
		if (isRead) return;
		startTransition(async () => {
			await readNotification({ id });
		});
	}
	return (
		<li className="relative flex items-center gap-4 px-5 py-4 hover:bg-sunken/60">
			<span
				aria-hidden="true"
				className={cn("size-2 shrink-0 rounded-full", isRead ? "bg-transparent" : "bg-danger")}
			/>
			<div className="min-w-0 grow">
				<Link
					href={href}
					onClick={markRead}
					className={cn(
						"text-sm after:absolute after:inset-0",
						isRead ? "text-ink-soft" : "font-medium text-ink",
					)}
				>
					{!isRead && <span className="sr-only">{t("isUnread")}: </span>}
					{text}
				</Link>
				<p className="figure mt-0.5 text-ink-faint text-xs" title={at}>
					{ago}
				</p>
			</div>
			{!isRead && (
				<Button
					variant="ghost"
					size="icon-sm"
					pending={pending}
					onClick={markRead}
					aria-label={`${t("markRead")}: ${text}`}
					className="relative"
				>
					<Check aria-hidden="true" />
				</Button>
			)}
		</li>
	);
}
