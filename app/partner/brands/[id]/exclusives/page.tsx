import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ExclusivesPage } from "@/components/playbook/exclusives/exclusives-page";
import { loadExclusives } from "@/lib/domains/playbook/loaders/channel-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("exclusives");
	return { title: t("title") };
}

export default async function PartnerBrandExclusivesPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const loaded = await loadExclusives({ permission: "playbook.serve", brandId: id });
	if (!loaded) notFound();
	return <ExclusivesPage {...loaded} />;
}
