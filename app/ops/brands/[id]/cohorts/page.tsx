import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CohortsPage } from "@/components/playbook/stations/cohorts-page";
import { loadCohorts } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("cohorts.title") };
}

export default async function OpsBrandCohortsPage({ params }: { params: Promise<{ id: string }> }) {
	const { id } = await params;
	const loaded = await loadCohorts({ permission: "playbook.portfolio", brandId: id });
	if (!loaded) notFound();
	return <CohortsPage {...loaded} />;
}
