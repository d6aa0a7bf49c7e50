import type { Metadata } from "next";
import { Checklist } from "@/components/playbook/checklist";
import { BrandTabs } from "@/components/playbook/stations/brand-pages";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnChecklist } from "@/lib/domains/playbook/loaders/checklist";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("playbook");
	return { title: t("list.title") };
}

export default async function BrandPlaybookPage({
	searchParams,
}: {
	searchParams: Promise<{ step?: string }>;
}) {
	const [t, { step }] = await Promise.all([getTranslations("playbook"), searchParams]);
	const list = await loadOwnChecklist(step);
	if (!list) return <EmptyState title={t("home.noBrand")} description={t("home.noBrandHint")} />;
	const version = list.brand.playbookVersion;
	return (
		<>
			<PageHeader
				title={t("list.title")}
				description={t("list.description")}
				meta={version !== null && <Badge>{t("list.version", { version })}</Badge>}
			/>
			<BrandTabs side="BRAND" brandId={list.brand.id} current="list" />
			<Checklist {...list} stepHref={routes.brand.playbook} itemHref={routes.brand.playbookItem} />
		</>
	);
}
