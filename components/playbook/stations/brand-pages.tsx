import type { ReactNode } from "react";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { getTranslations } from "@/lib/platform/i18n/server";
import { linksOf } from "./links";

export const brandTabs = ["list", "products", "live", "cohorts", "exclusives", "brief"] as const;
export type BrandTab = (typeof brandTabs)[number];

/** The pages of a brand's playbook, for whichever side looks at them. */
export async function BrandTabs({
	side,
	brandId,
	current,
}: {
	side: PlaybookSide;
	brandId: string;
	current: BrandTab;
}) {
	const t = await getTranslations("stations");
	const links = linksOf(side, brandId);
	return (
		<div className="mb-4">
			<LinkTabs
				label={t("tabs.label")}
				tabs={brandTabs.map((tab) => ({
					href: links[tab](),
					label: t(`tabs.${tab}`),
					isCurrent: tab === current,
				}))}
			/>
		</div>
	);
}

type PageProps = {
	side: PlaybookSide;
	brand: BrandHead;
	tab: BrandTab;
	title: string;
	description?: string;
	actions?: ReactNode;
	children: ReactNode;
};

/** The frame of such a page: whose brand it is where it is not one's own, what it shows, the way to its neighbours. */
export function BrandPage({ side, brand, tab, title, description, actions, children }: PageProps) {
	const name = side === "BRAND" ? null : brand.name;
	return (
		<>
			<Crumb label={name ?? title} />
			<PageHeader title={name ? `${name} · ${title}` : title} description={description} actions={actions} />
			<BrandTabs side={side} brandId={brand.id} current={tab} />
			{children}
		</>
	);
}
