import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ConnectShops } from "@/components/playbook/shops/connect-shops";
import { ConnectedShops } from "@/components/playbook/shops/connected-shops";
import { BrandPage } from "@/components/playbook/stations/brand-pages";
import { ClientMessages } from "@/components/shell/client-messages";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadConnectedShops } from "@/lib/domains/playbook/loaders/shops";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { addDays } from "@/lib/platform/time";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("brandshops");
	return { title: t("title") };
}

export default async function OpsBrandShopsPage({ params }: { params: Promise<{ id: string }> }) {
	const [t, locale, loaded] = await Promise.all([
		getTranslations("brandshops"),
		getLocale(),
		params.then(({ id }) => loadConnectedShops(id)),
	]);
	if (!loaded) notFound();
	const { brand, shops, period, mayManage } = loaded;
	const days = {
		from: formatDate(period.from, locale),
		to: formatDate(addDays(period.to, -1), locale),
	};
	return (
		<ClientMessages namespaces={["brandshops", "errors"]}>
			<BrandPage
				side="PLATFORM"
				brand={brand}
				tab="shops"
				title={t("title")}
				description={t("description")}
				actions={mayManage && <ConnectShops brandId={brand.id} />}
			>
				<Card className="overflow-hidden">
					<CardHeader title={t("count", { count: shops.length })} description={t("period", days)} />
					{shops.length > 0 ? (
						<ConnectedShops brandId={brand.id} shops={shops} mayManage={mayManage} />
					) : (
						<EmptyState title={t("empty")} description={t(mayManage ? "emptyHint" : "emptyLook")} />
					)}
				</Card>
			</BrandPage>
		</ClientMessages>
	);
}
