import type { Metadata } from "next";
import { ExplorerView } from "@/components/gmv/explorer/explorer-view";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadExplorer } from "@/lib/domains/gmv/loaders/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("title") };
}

export default async function GmvPage({ searchParams }: { searchParams: Promise<Query> }) {
	return <ExplorerView explored={await loadExplorer(await searchParams)} side="ops" />;
}
