import { formatAgo, formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import type { NotificationView } from "@/lib/platform/notifications/types";
import { NotificationRow } from "./notification-row";

/** The sentence of a kind; one that is no longer known still tells that something happened. */
async function textOf(notification: NotificationView): Promise<string> {
	const t = await getTranslations("notifications");
	const translate = t as unknown as {
		(key: string, values?: NotificationView["params"]): string;
		has(key: string): boolean;
	};
	return translate.has(notification.kind)
		? translate(notification.kind, notification.params)
		: t("page.unknown");
}

export async function NotificationList({ notifications }: { notifications: readonly NotificationView[] }) {
	const locale = await getLocale();
	const asOf = new Date();
	const rows = await Promise.all(
		notifications.map(async (notification) => ({
			id: notification.id,
			href: notification.href,
			isRead: notification.isRead,
			text: await textOf(notification),
			ago: formatAgo(notification.createdAt, asOf, locale),
			at: formatDateTime(notification.createdAt, locale),
		})),
	);
	return (
		<ul className="divide-y">
			{rows.map((row) => (
				<NotificationRow key={row.id} {...row} />
			))}
		</ul>
	);
}
