import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { DescriptionList } from "@/components/ui/description-list";
import { nameRegion } from "@/lib/domains/admission/rules/regions";
import type { ShopFacts } from "@/lib/domains/gmv/rules/explorer-view";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

export async function ShopFactsCard({ shop }: { shop: ShopFacts }) {
	const [t, locale] = await Promise.all([getTranslations("explorer"), getLocale()]);
	const items = [
		{ term: t("shop.code"), detail: <CopyableId value={shop.code} label={t("shop.code")} /> },
		{ term: t("shop.region"), detail: shop.region && nameRegion(shop.region, locale) },
		{ term: t("shop.category"), detail: shop.category },
		{ term: t("shop.brand"), detail: shop.brand },
		{
			term: t("shop.span"),
			detail:
				shop.firstDay && shop.lastDay
					? `${formatDate(shop.firstDay, locale)} – ${formatDate(shop.lastDay, locale)}`
					: null,
		},
	];
	return (
		<Card>
			<CardHeader title={t("shop.facts")} />
			<CardBody>
				<DescriptionList items={items} columns={3} />
			</CardBody>
		</Card>
	);
}
