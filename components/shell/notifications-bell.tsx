"use client";

import { Bell } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "use-intl";
import { routes } from "@/lib/platform/routes/routes";

export function NotificationsBell({ unreadCount }: { unreadCount: number }) {
	const t = useTranslations("shell.notifications");
	return (
		<Link
			href={routes.account.notifications()}
			aria-label={t("unread", { count: unreadCount })}
			className="relative inline-flex size-9 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
		>
			<Bell aria-hidden="true" className="size-4.5" />
			{unreadCount > 0 && (
				<span
					aria-hidden="true"
					className="figure absolute top-0.5 right-0 min-w-4 rounded-full bg-danger px-1 text-center text-2xs text-on-danger leading-4"
				>
					{unreadCount > 99 ? "99+" : unreadCount}
				</span>
			)}
		</Link>
	);
}
