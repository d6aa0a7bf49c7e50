import type { Metadata } from "next";
import { BuyersCard } from "@/components/gmv/explorer/buyers-card";
import { ShopFactsCard } from "@/components/gmv/explorer/shop-facts";
import { ShopMonthCard } from "@/components/gmv/explorer/shop-month";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadOwnShop } from "@/lib/domains/gmv/loaders/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("shop.title") };
}

export default async function OwnShopPage({ params, searchParams }: Props) {
	const [{ id }, query] = await Promise.all([params, searchParams]);
	const opened = await loadOwnShop(id, query);
	const name = opened.shop.name ?? opened.shop.code;
	return (
		<>
			<Crumb label={name} />
			<PageHeader title={name} />
			<div className="space-y-4">
				<ShopFactsCard shop={opened.shop} />
				<ShopMonthCard opened={opened} side="own" />
				<BuyersCard coming={opened.buyers} isOwn />
			</div>
		</>
	);
}
