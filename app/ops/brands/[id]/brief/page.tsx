import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BriefPage } from "@/components/playbook/stations/brief-page";
import { loadBrief } from "@/lib/domains/playbook/loaders/brand-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ week?: string }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("stations");
	return { title: t("brief.title") };
}

export default async function OpsBrandBriefPage({ params, searchParams }: Props) {
	const [{ id }, { week }] = await Promise.all([params, searchParams]);
	const loaded = await loadBrief({ permission: "playbook.portfolio", brandId: id }, week);
	if (!loaded) notFound();
	return <BriefPage {...loaded} />;
}
