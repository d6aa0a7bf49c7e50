import type { Metadata } from "next";
import { ChangeDialog } from "@/components/pools/change-dialog";
import { GrantDialog } from "@/components/pools/grant-dialog";
import { PoolLists } from "@/components/pools/pool-lists";
import { ProposalCard } from "@/components/pools/proposal-card";
import { UseBar } from "@/components/pools/use-bar";
import { poolName, showCompact } from "@/components/pools/words";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import { CopyableId } from "@/components/ui/copyable-id";
import { Figure } from "@/components/ui/figure";
import { loadPool, loadPoolName, type Query } from "@/lib/domains/pools/loaders/ops";
import type { PoolPage } from "@/lib/domains/pools/types/page";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
	const [locale, pool] = await Promise.all([getLocale(), params.then(({ id }) => loadPoolName(id))]);
	return { title: poolName(pool, locale) };
}

export default async function PoolDetailPage({ params, searchParams }: Props) {
	const [{ id }, search, locale] = await Promise.all([params, searchParams, getLocale()]);
	const page = await loadPool(id, search);
	const { pool, proposal } = page;
	const t = await getTranslations("pools");
	const name = poolName(pool, locale);
	return (
		<ClientMessages namespaces={["pools", "errors"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={locale === "en" ? pool.purposeEn : pool.purposeZh}
				meta={
					<>
						<Badge>{t(`units.${pool.unit}`)}</Badge>
						<CopyableId value={pool.code} label={t("create.code")} />
					</>
				}
				actions={page.canManage && <Actions {...page} />}
			/>
			<div className="space-y-6">
				{proposal && <ProposalCard change={proposal.change} role={proposal.role} unit={pool.unit} />}
				<Card>
					<CardHeader
						title={
							<>
								{t("detail.total")}{" "}
								<Figure value={showCompact(pool.total, pool.unit, locale)} className="text-xl" />
							</>
						}
						description={t("detail.totalHint")}
					/>
					<CardBody>
						<UseBar balances={pool} unit={pool.unit} label={t("use.of", { pool: name })} />
					</CardBody>
				</Card>
				<PoolLists {...page} />
			</div>
		</ClientMessages>
	);
}

function Actions({ pool, proposal, today }: PoolPage) {
	const facts = { id: pool.id, unit: pool.unit, available: pool.available };
	return (
		<>
			<ChangeDialog pool={facts} isBlocked={proposal !== null} />
			<GrantDialog pool={facts} today={today} />
		</>
	);
}
