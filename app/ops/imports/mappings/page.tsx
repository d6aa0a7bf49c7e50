import type { Metadata } from "next";
import { MappingTable } from "@/components/intake/mapping/mapping-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadMappings } from "@/lib/domains/intake/loaders/mappings";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("mapping");
	return { title: t("list.title") };
}

export default async function MappingsPage() {
	const [{ mappings, canManage }, t] = await Promise.all([loadMappings(), getTranslations("mapping")]);
	return (
		<ClientMessages namespaces={["mapping", "errors"]}>
			<Crumb label={t("list.title")} />
			<PageHeader title={t("list.title")} description={t("list.description")} />
			<Card className="overflow-hidden">
				{mappings.length === 0 ? (
					<EmptyState title={t("list.empty")} description={t("list.emptyHint")} />
				) : (
					<MappingTable mappings={mappings} canManage={canManage} />
				)}
			</Card>
		</ClientMessages>
	);
}
