import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import { getTranslations } from "@/lib/platform/i18n/server";
import { Checklist, type ChecklistProps } from "./checklist";
import { BrandTabs } from "./stations/brand-pages";

/** A brand's checklist as those who work for it or look after it see it: whose it is, and who is in charge. */
export async function BrandChecklist({ brand, ...list }: ChecklistProps & { brand: BrandHead }) {
	const t = await getTranslations("playbook");
	const { name, kind, category, managerName } = brand;
	const manager = managerName ? t("home.manager", { name: managerName }) : t("home.noManager");
	return (
		<>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={`${category} · ${manager}`}
				meta={<Badge tone="brand">{t(`kind.${kind}`)}</Badge>}
			/>
			<BrandTabs side={list.side} brandId={brand.id} current="list" />
			<Checklist {...list} />
		</>
	);
}
