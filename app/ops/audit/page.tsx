import { AuditFilters } from "@/components/audit/audit-filters";
import { AuditTable } from "@/components/audit/audit-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadAuditLog } from "@/lib/domains/audit/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { pageHrefs } from "@/lib/platform/routes/page-hrefs";
import { routes } from "@/lib/platform/routes/routes";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata() {
	const t = await getTranslations("identity");
	return { title: t("audit.title") };
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<Query> }) {
	const query = await searchParams;
	const [{ entries, total, filter, next }, t] = await Promise.all([
		loadAuditLog(query),
		getTranslations("identity"),
	]);
	return (
		<ClientMessages namespaces={["identity"]}>
			<PageHeader title={t("audit.title")} description={t("audit.description")} />
			<AuditFilters filter={filter} />
			<Card className="mt-4">
				{entries.length === 0 ? (
					<EmptyState title={t("audit.empty")} description={t("audit.emptyHint")} />
				) : (
					<AuditTable entries={entries} />
				)}
				<Pagination total={total} {...pageHrefs(routes.ops.audit(), filter, next)} />
			</Card>
		</ClientMessages>
	);
}
