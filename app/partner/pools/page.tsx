import type { Metadata } from "next";
import { OwnGrants } from "@/components/pools/own-grants";
import { OwnStatement } from "@/components/pools/own-statement";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import type { Query } from "@/lib/domains/pools/loaders/ops";
import { loadOwnPools } from "@/lib/domains/pools/loaders/partner";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("pools");
	return { title: t("own.title") };
}

export default async function OwnPoolsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const own = await loadOwnPools(await searchParams);
	const t = await getTranslations("pools");
	return (
		<ClientMessages namespaces={["pools", "errors"]}>
			<PageHeader title={t("own.title")} description={t("own.description")} />
			<div className="space-y-6">
				<OwnGrants grants={own.grants} today={own.today} />
				<OwnStatement {...own} />
			</div>
		</ClientMessages>
	);
}
