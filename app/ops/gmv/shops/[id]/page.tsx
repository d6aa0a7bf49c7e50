import type { Metadata } from "next";
import { BuyersCard } from "@/components/gmv/explorer/buyers-card";
import { ShopFactsCard } from "@/components/gmv/explorer/shop-facts";
import { ShopHistory, ShopLog } from "@/components/gmv/explorer/shop-history";
import { ShopMonthCard } from "@/components/gmv/explorer/shop-month";
import { BindLink } from "@/components/gmv/free-shop-table";
import { ProposalTable } from "@/components/gmv/proposals/proposal-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardHeader } from "@/components/ui/card";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadShop } from "@/lib/domains/gmv/loaders/explorer";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("explorer");
	return { title: t("shop.title") };
}

export default async function ShopPage({ params, searchParams }: Props) {
	const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations("explorer")]);
	const { events, proposals, canDecide, canCorrect, ...opened } = await loadShop(id, query);
	const name = opened.shop.name ?? opened.shop.code;
	const { today } = opened;
	const isHeld = opened.spans.some(
		({ fromDay, toDay }) => fromDay <= today && (toDay === null || today < toDay),
	);
	return (
		<ClientMessages namespaces={["gmv", "errors"]}>
			<Crumb label={name} />
			<PageHeader
				title={name}
				actions={
					canDecide &&
					!isHeld && <BindLink shop={{ id: opened.shop.id, code: opened.shop.code, holder: null }} />
				}
			/>
			<div className="space-y-4">
				<ShopFactsCard shop={opened.shop} />
				<div className="grid items-start gap-4 xl:grid-cols-2">
					<ShopHistory opened={opened} canCorrect={canCorrect} />
					<ShopLog events={events} />
				</div>
				{proposals.length > 0 && (
					<Card className="overflow-hidden">
						<CardHeader title={t("shop.proposals")} />
						<ProposalTable
							proposals={proposals}
							tracks={opened.tracks}
							side={canDecide ? "PLATFORM" : null}
							today={opened.today}
							isOps
						/>
					</Card>
				)}
				<ShopMonthCard opened={opened} side="ops" />
				<BuyersCard coming={opened.buyers} isOwn={false} />
			</div>
		</ClientMessages>
	);
}
