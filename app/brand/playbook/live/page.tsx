import type { Metadata } from "next";
import { LivePage } from "@/components/playbook/live/live-page";
import { NoBrand } from "@/components/playbook/stations/no-brand";
import { loadLive } from "@/lib/domains/playbook/loaders/channel-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("selflive");
	return { title: t("title") };
}

export default async function BrandLivePage({ searchParams }: { searchParams: Promise<{ month?: string }> }) {
	const loaded = await loadLive({ permission: "brand.read-own" }, (await searchParams).month);
	if (!loaded) return <NoBrand />;
	return <LivePage {...loaded} />;
}
