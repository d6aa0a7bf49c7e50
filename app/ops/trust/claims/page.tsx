import type { Metadata } from "next";
import Link from "next/link";
import { withQuery } from "@/components/gmv/page-href";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { ClaimFilters } from "@/components/trust/claims/claim-filters";
import { ClaimPages, ClaimTabs, NoClaims } from "@/components/trust/claims/claim-list";
import { ClaimSelection } from "@/components/trust/claims/claim-selection";
import { ClaimsTable } from "@/components/trust/claims/claims-table";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ColumnSettings } from "@/components/ui/column-settings";
import { DensitySwitch } from "@/components/ui/density-switch";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { loadClaimDesk } from "@/lib/domains/trust/loaders/claims";
import { claimColumns, claimScopes } from "@/lib/domains/trust/schema/claim-desk";
import { getTranslations } from "@/lib/platform/i18n/server";
import { readColumns, readPreferences } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("trustclaims"))("title") };
}

export default async function ClaimsPage({ searchParams }: Props) {
	const [t, desk, { density }, columns] = await Promise.all([
		getTranslations("trustclaims"),
		searchParams.then(loadClaimDesk),
		readPreferences(),
		readColumns("claims", claimColumns),
	]);
	const { filter, rows } = desk;
	const path = routes.ops.trustClaims();
	const tools = (
		<>
			<ColumnSettings
				table="claims"
				columns={claimColumns.map((value) => ({ value, label: t(`column.${value}`) }))}
				chosen={columns}
			/>
			<DensitySwitch density={density} />
		</>
	);
	const table = (
		<ClaimsTable
			rows={rows}
			today={desk.today}
			density={density}
			isDesk={desk.canWork}
			columns={columns}
			hrefOf={routes.ops.trustClaim}
		/>
	);
	return (
		<ClientMessages namespaces={["trustclaims"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={routes.ops.trustRecalls()}>{t("links.recalls")}</Link>
						</Button>
						{desk.canWork && (
							<Button asChild>
								<Link href={routes.ops.trustClaimNew()}>{t("links.new")}</Link>
							</Button>
						)}
					</>
				}
			/>
			<ClaimTabs path={path} filter={filter} counts={desk.counts} />
			<div className="mt-4 space-y-4">
				<SegmentedLinks
					label={t("scopesLabel")}
					links={claimScopes.map((scope) => ({
						label: t(`scopes.${scope || "every"}`),
						href: withQuery(path, { ...filter, page: undefined, scope }),
						isCurrent: scope === filter.scope,
					}))}
				/>
				<ClaimFilters path={path} filter={filter} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<NoClaims filter={filter} />
					) : desk.canWork ? (
						<ClaimSelection workers={desk.workers} tools={tools}>
							{table}
						</ClaimSelection>
					) : (
						<>
							<div className="flex items-center justify-end gap-2 border-b px-3 py-1.5">{tools}</div>
							{table}
						</>
					)}
					<ClaimPages path={path} filter={filter} total={desk.total} isCapped={desk.isCapped} />
				</Card>
			</div>
		</ClientMessages>
	);
}
