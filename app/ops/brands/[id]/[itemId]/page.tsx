import { notFound } from "next/navigation";
import { ItemPage } from "@/components/playbook/item-page";
import { loadItem } from "@/lib/domains/playbook/loaders/checklist";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata() {
	const t = await getTranslations("playbook");
	return { title: t("list.title") };
}

export default async function OpsBrandItemPage({
	params,
}: {
	params: Promise<{ id: string; itemId: string }>;
}) {
	const { id, itemId } = await params;
	const loaded = await loadItem(itemId);
	if (!loaded || loaded.brand.id !== id) notFound();
	return <ItemPage {...loaded} backHref={routes.ops.brand(id, loaded.item.step)} />;
}
