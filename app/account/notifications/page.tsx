import { NotificationList } from "@/components/notifications/notification-list";
import { ReadAll } from "@/components/notifications/read-all";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { getTranslations } from "@/lib/platform/i18n/server";
import { loadNotifications } from "@/lib/platform/notifications/loaders";
import { pageHrefs } from "@/lib/platform/routes/page-hrefs";
import { routes } from "@/lib/platform/routes/routes";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata() {
	const t = await getTranslations("notifications");
	return { title: t("page.title") };
}

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const [page, t] = await Promise.all([loadNotifications(query), getTranslations("notifications")]);
	const { filter, notifications, unread } = page;
	const path = routes.account.notifications();
	return (
		<ClientMessages namespaces={["notifications", "errors"]}>
			<Crumb label={t("page.title")} />
			<PageHeader
				title={t("page.title")}
				description={t("page.description")}
				actions={unread > 0 && <ReadAll />}
			/>
			<div className="mb-4">
				<SegmentedLinks
					label={t("page.filter")}
					links={[
						{ href: path, label: t("page.all"), isCurrent: filter.show === "all" },
						{
							href: routes.account.unreadNotifications(),
							label: `${t("page.unread")} ${unread}`,
							isCurrent: filter.show === "unread",
						},
					]}
				/>
			</div>
			<Card>
				{notifications.length === 0 ? (
					<EmptyState
						title={t(filter.show === "unread" ? "page.emptyUnread" : "page.empty")}
						description={t("page.emptyHint")}
					/>
				) : (
					<NotificationList notifications={notifications} />
				)}
				<Pagination total={page.total} {...pageHrefs(path, filter, page.next)} />
			</Card>
		</ClientMessages>
	);
}
