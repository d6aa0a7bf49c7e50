import type { ReactNode } from "react";
import { numberedPageHrefs, withQuery } from "@/components/gmv/page-href";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import {
	type ClaimDeskFilter,
	claimCountCap,
	claimPageSize,
	claimTabs,
} from "@/lib/domains/trust/schema/claim-desk";
import type { ClaimTabCounts } from "@/lib/domains/trust/types/claim-views";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type TabsProps = { path: string; filter: ClaimDeskFilter; counts: ClaimTabCounts };

/** What the claims wait for; each tab says how many wait there. */
export async function ClaimTabs({ path, filter, counts }: TabsProps) {
	const t = await getTranslations("trustclaims");
	const { guarantee, verdict, q } = filter;
	return (
		<LinkTabs
			label={t("tabsLabel")}
			tabs={claimTabs.map((tab) => ({
				label: t(`tabs.${tab}`),
				href: withQuery(path, { tab, guarantee, verdict, q }),
				isCurrent: tab === filter.tab,
				...(tab !== "all" && { count: formatCount(counts[tab]) }),
			}))}
		/>
	);
}

type FootProps = { path: string; filter: ClaimDeskFilter; total: number; isCapped: boolean };

export async function ClaimPages({ path, filter, total, isCapped }: FootProps) {
	const t = await getTranslations("trustclaims");
	return (
		<>
			<Pagination total={total} {...numberedPageHrefs(path, filter, total, claimPageSize)} />
			{isCapped && (
				<p className="px-4 pb-3 text-ink-faint text-xs">
					{t("capped", { count: formatCount(claimCountCap) })}
				</p>
			)}
		</>
	);
}

/** An empty list says why it is empty. */
export async function NoClaims({ filter, actions }: { filter: ClaimDeskFilter; actions?: ReactNode }) {
	const t = await getTranslations("trustclaims");
	const { tab, q, guarantee, verdict, scope } = filter;
	const kind = q || guarantee || verdict || scope ? "filtered" : tab;
	return <EmptyState title={t(`empty.${kind}`)} description={t(`empty.${kind}Text`)} actions={actions} />;
}
