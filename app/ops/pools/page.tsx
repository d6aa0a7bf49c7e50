import type { Metadata } from "next";
import { CreatePool } from "@/components/pools/create-pool";
import { PoolCard } from "@/components/pools/pool-card";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadPools } from "@/lib/domains/pools/loaders/ops";
import { getTranslations } from "@/lib/platform/i18n/server";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("pools");
	return { title: t("list.title") };
}

export default async function PoolsPage() {
	const [t, { pools, canManage }] = await Promise.all([getTranslations("pools"), loadPools()]);
	const create = canManage && <CreatePool taken={pools.map((pool) => pool.code)} />;
	return (
		<ClientMessages namespaces={["pools", "errors"]}>
			<PageHeader
				title={t("list.title")}
				description={t("list.description")}
				actions={pools.length > 0 && create}
			/>
			<div className="space-y-4">
				{pools.map((pool) => (
					<PoolCard key={pool.id} pool={pool} />
				))}
				{pools.length === 0 && (
					<Card>
						<EmptyState
							title={t("list.empty")}
							description={t(canManage ? "list.emptyHint" : "list.emptyRead")}
							actions={create}
						/>
					</Card>
				)}
			</div>
		</ClientMessages>
	);
}
