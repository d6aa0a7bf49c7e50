import { notFound } from "next/navigation";
import { ItemPage } from "@/components/playbook/item-page";
import { loadItem } from "@/lib/domains/playbook/loaders/checklist";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("playbook");
	return { title: t("list.title") };
}

export default async function BrandItemPage({ params }: { params: Promise<{ itemId: string }> }) {
	const loaded = await loadItem((await params).itemId);
	if (!loaded) notFound();
	return <ItemPage {...loaded} backHref={routes.brand.playbook(loaded.item.step)} />;
}
