import type { Metadata } from "next";
import { ExclusivesPage } from "@/components/playbook/exclusives/exclusives-page";
import { NoBrand } from "@/components/playbook/stations/no-brand";
import { loadExclusives } from "@/lib/domains/playbook/loaders/channel-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("exclusives");
	return { title: t("title") };
}

export default async function BrandExclusivesPage() {
	const loaded = await loadExclusives({ permission: "brand.read-own" });
	if (!loaded) return <NoBrand />;
	return <ExclusivesPage {...loaded} />;
}
