import type { Metadata } from "next";
import Link from "next/link";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { PartnerFilters } from "@/components/gmv/partner-filters";
import { PartnerTable } from "@/components/gmv/partner-table";
import { PartnersTabs } from "@/components/gmv/partners-tabs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { pageSize } from "@/lib/domains/gmv/constants";
import { loadPartners, type Query } from "@/lib/domains/gmv/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("partners.title") };
}

export default async function PartnersPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, { filter, tracks, partners, total }] = await Promise.all([
		getTranslations("gmv"),
		searchParams.then(loadPartners),
	]);
	const isFiltered = filter.q !== "" || filter.track !== "" || Boolean(filter.tier) || Boolean(filter.status);
	return (
		<>
			<PageHeader title={t("partners.title")} description={t("partners.description")} />
			<PartnersTabs current="partners" />
			{filter.shop && <ChoosingBanner shop={filter.shop} />}
			<PartnerFilters filter={filter} tracks={tracks} />
			<Card className="mt-4 overflow-hidden">
				{partners.length > 0 ? (
					<PartnerTable partners={partners} tracks={tracks} shop={filter.shop} />
				) : (
					<EmptyState
						title={t(isFiltered ? "partners.emptyFiltered" : "partners.empty")}
						description={t(isFiltered ? "partners.clearHint" : "partners.emptyHint")}
					/>
				)}
				<Pagination total={total} {...numberedPageHrefs(routes.ops.partners(), filter, total, pageSize)} />
			</Card>
		</>
	);
}

async function ChoosingBanner({ shop }: { shop: string }) {
	const t = await getTranslations("gmv");
	return (
		<Banner
			className="mb-4"
			title={t("partners.choosing", { shop })}
			actions={
				<Button asChild variant="secondary" size="sm">
					<Link href={routes.ops.freeShops()}>{t("partners.stopChoosing")}</Link>
				</Button>
			}
		>
			{t("partners.choosingHint")}
		</Banner>
	);
}
