import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ClaimFilters } from "@/components/trust/claims/claim-filters";
import { ClaimPages, ClaimTabs, NoClaims } from "@/components/trust/claims/claim-list";
import { ClaimsTable } from "@/components/trust/claims/claims-table";
import { Card } from "@/components/ui/card";
import { loadBrandClaims } from "@/lib/domains/trust/loaders/claims";
import { shopClaimColumns } from "@/lib/domains/trust/schema/claim-desk";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("brandTitle") };
}

export default async function BrandClaimsPage({ searchParams }: Props) {
	const [t, list] = await Promise.all([getTranslations("trustclaims"), searchParams.then(loadBrandClaims)]);
	const { filter, rows } = list;
	const path = routes.brand.trustClaims();
	return (
		<>
			<PageHeader title={t("brandTitle")} description={t("brandDescription")} />
			<ClaimTabs path={path} filter={filter} counts={list.counts} />
			<div className="mt-4 space-y-4">
				<ClaimFilters path={path} filter={filter} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<NoClaims filter={filter} />
					) : (
						<ClaimsTable
							rows={rows}
							today={list.today}
							hrefOf={routes.brand.trustClaim}
							columns={shopClaimColumns}
						/>
					)}
					<ClaimPages path={path} filter={filter} total={list.total} isCapped={list.isCapped} />
				</Card>
			</div>
		</>
	);
}
