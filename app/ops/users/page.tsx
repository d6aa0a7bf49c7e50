import { UserFilters } from "@/components/identity/user-filters";
import { UsersTable } from "@/components/identity/users-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadUsers, type Query } from "@/lib/domains/identity/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { pageHrefs } from "@/lib/platform/routes/page-hrefs";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("users.title") };
}

export default async function UsersPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const [{ scope, filter, users, total, next }, t] = await Promise.all([
		loadUsers(query),
		getTranslations("identity"),
	]);
	return (
		<ClientMessages namespaces={["identity", "errors"]}>
			<PageHeader title={t("users.title")} description={t("users.description")} />
			<UserFilters filter={filter} />
			<Card className="mt-4">
				{users.length === 0 ? (
					<EmptyState title={t("users.empty")} description={t("users.emptyHint")} />
				) : (
					<UsersTable users={users} currentUserId={scope.userId} />
				)}
				<Pagination total={total} {...pageHrefs(routes.ops.users(), filter, next)} />
			</Card>
		</ClientMessages>
	);
}
