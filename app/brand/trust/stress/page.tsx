import type { Metadata } from "next";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { StressBoard } from "@/components/trust/stress/stress-board";
import { Banner } from "@/components/ui/banner";
import { firstAssumptions } from "@/lib/domains/trust/constants/stress";
import { loadShopStress } from "@/lib/domains/trust/loaders/card";
import { loadBrandStress } from "@/lib/domains/trust/loaders/policies";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("trustrules");
	return { title: t("stress.metaTitle") };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BrandStressPage({ searchParams }: Props) {
	const [t, card, policies, own] = await Promise.all([
		getTranslations("trustrules"),
		getTranslations("trustcard"),
		loadBrandStress(),
		searchParams.then(({ shop }) => loadShopStress(shop)),
	]);
	const orders = formatCount(firstAssumptions.orders);
	return (
		<ClientMessages namespaces={["trustrules"]}>
			<PageHeader title={t("stress.title")} description={t("stress.description", { orders })} />
			{own && (
				<Banner tone="info" className="mb-4">
					{own.orders > 0
						? card("stress.known", { shop: own.shop, count: formatCount(own.orders) })
						: card("stress.noOrders", { shop: own.shop })}
				</Banner>
			)}
			<StressBoard key={own?.shop} policies={policies} first={own?.assumptions} />
		</ClientMessages>
	);
}
