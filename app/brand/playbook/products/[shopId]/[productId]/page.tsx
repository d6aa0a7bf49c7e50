import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductPage } from "@/components/playbook/stations/product-page";
import { loadProduct } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("products.title") };
}

export default async function BrandProductPage({
	params,
}: {
	params: Promise<{ shopId: string; productId: string }>;
}) {
	const { shopId, productId } = await params;
	const loaded = await loadProduct(
		{ permission: "brand.read-own" },
		{
			shopId,
			productId: decodeURIComponent(productId),
		},
	);
	if (!loaded) notFound();
	return <ProductPage {...loaded} />;
}
