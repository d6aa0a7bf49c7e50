import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { LivePage } from "@/components/playbook/live/live-page";
import { loadLive } from "@/lib/domains/playbook/loaders/channel-pages";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("selflive");
	return { title: t("title") };
}

export default async function PartnerBrandLivePage({
	params,
	searchParams,
}: {
	params: Promise<{ id: string }>;
	searchParams: Promise<{ month?: string }>;
}) {
	const { id } = await params;
	const loaded = await loadLive({ permission: "playbook.serve", brandId: id }, (await searchParams).month);
	if (!loaded) notFound();
	return <LivePage {...loaded} />;
}
