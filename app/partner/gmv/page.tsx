import type { Metadata } from "next";
import Link from "next/link";
import { ExplorerView } from "@/components/gmv/explorer/explorer-view";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadOwnExplorer } from "@/lib/domains/gmv/loaders/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("ownTitle") };
}

export default async function OwnGmvPage({ searchParams }: { searchParams: Promise<Query> }) {
	const explored = await loadOwnExplorer(await searchParams);
	return explored ? <ExplorerView explored={explored} side="own" /> : <NotAdmitted />;
}

async function NotAdmitted() {
	const [t, tGmv] = await Promise.all([getTranslations("explorer"), getTranslations("gmv")]);
	return (
		<>
			<PageHeader title={t("ownTitle")} description={t("ownDescription")} />
			<Card>
				<EmptyState
					title={t("notAdmitted.title")}
					description={t("notAdmitted.hint")}
					actions={
						<Button asChild>
							<Link href={routes.partner.application()}>{tGmv("ownShops.toApplication")}</Link>
						</Button>
					}
				/>
			</Card>
		</>
	);
}
