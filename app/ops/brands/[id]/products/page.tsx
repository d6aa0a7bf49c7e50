import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ProductsPage } from "@/components/playbook/stations/products-page";
import { loadProducts } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("products.title") };
}

export default async function OpsBrandProductsPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const loaded = await loadProducts({ permission: "playbook.portfolio", brandId: id });
	if (!loaded) notFound();
	return <ProductsPage {...loaded} />;
}
