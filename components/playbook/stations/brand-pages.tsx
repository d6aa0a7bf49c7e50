import Link from "next/link";
import type { ReactNode } from "react";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { LinkTabs } from "@/components/ui/link-tabs";
import type { BrandHead } from "@/lib/domains/playbook/types/items";
import type { PlaybookSide } from "@/lib/domains/playbook/types/template";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";
import { linksOf } from "./links";

const brandTabs = ["list", "products", "live", "cohorts", "exclusives", "brief"] as const;
export type BrandTab = (typeof brandTabs)[number] | "shops";

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
				tabs={[
					...brandTabs.map((tab) => ({ tab, href: links[tab]() })),
					...(side === "PLATFORM" ? [{ tab: "shops" as const, href: routes.ops.brandShops(brandId) }] : []),
				].map(({ tab, href }) => ({ href, label: t(`tabs.${tab}`), isCurrent: tab === current }))}
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
	/** The version of the criteria the page measures by. */
	policyVersion?: number;
	children: ReactNode;
};

/** The frame of such a page: whose brand it is where it is not one's own, what it shows, the way to its neighbours. */
export function BrandPage({ policyVersion, children, ...page }: PageProps) {
	const { side, brand, tab, title, description, actions } = page;
	const name = side === "BRAND" ? null : brand.name;
	return (
		<>
			<Crumb label={name ?? title} />
			<PageHeader title={name ? `${name} · ${title}` : title} description={description} actions={actions} />
			<BrandTabs side={side} brandId={brand.id} current={tab} />
			{children}
			{policyVersion !== undefined && <MeasuredBy version={policyVersion} />}
		</>
	);
}

/** Which version of the criteria is meant, with the way to read it. */
async function MeasuredBy({ version }: { version: number }) {
	const t = await getTranslations("stations");
	return (
		<p className="mt-4 text-ink-faint text-xs">
			{t.rich("measuredBy", {
				version,
				rules: (chunks) => (
					<Link href={routes.steps(version)} className="underline underline-offset-2 hover:text-ink">
						{chunks}
					</Link>
				),
			})}
		</p>
	);
}
