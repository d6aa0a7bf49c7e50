import type { Metadata } from "next";
import { NoBrand } from "@/components/playbook/stations/no-brand";
import { ProductsPage } from "@/components/playbook/stations/products-page";
import { loadProducts } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("products.title") };
}

export default async function BrandProductsPage() {
	const loaded = await loadProducts({ permission: "brand.read-own" });
	if (!loaded) return <NoBrand />;
	return <ProductsPage {...loaded} />;
}
