import type { Metadata } from "next";
import { BriefPage } from "@/components/playbook/stations/brief-page";
import { NoBrand } from "@/components/playbook/stations/no-brand";
import { loadBrief } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { searchParams: Promise<{ week?: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("brief.title") };
}

export default async function BrandBriefPage({ searchParams }: Props) {
	const { week } = await searchParams;
	const loaded = await loadBrief({ permission: "brand.read-own" }, week);
	if (!loaded) return <NoBrand />;
	return <BriefPage {...loaded} />;
}
