import type { Metadata } from "next";
import { CohortsPage } from "@/components/playbook/stations/cohorts-page";
import { NoBrand } from "@/components/playbook/stations/no-brand";
import { loadCohorts } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("cohorts.title") };
}

export default async function BrandCohortsPage() {
	const loaded = await loadCohorts({ permission: "brand.read-own" });
	if (!loaded) return <NoBrand />;
	return <CohortsPage {...loaded} />;
}
