import type { Metadata } from "next";
import { numberedPageHrefs, withQuery } from "@/components/gmv/page-href";
import { PartnersTabs } from "@/components/gmv/partners-tabs";
import { ProposalTable } from "@/components/gmv/proposals/proposal-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Field } from "@/components/ui/field";
import { FilterBar } from "@/components/ui/filter-bar";
import { Input } from "@/components/ui/input";
import { Pagination } from "@/components/ui/pagination";
import { SegmentedLinks } from "@/components/ui/segmented-links";
import { pageSize } from "@/lib/domains/gmv/constants";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadProposals } from "@/lib/domains/gmv/loaders/proposals";
import { proposalStates } from "@/lib/domains/gmv/schema/proposals";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("proposals.title") };
}

export default async function ProposalsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, { filter, proposals, total, tracks, canDecide, today }] = await Promise.all([
		getTranslations("gmv"),
		searchParams.then(loadProposals),
	]);
	const path = routes.ops.bindingProposals();
	return (
		<ClientMessages namespaces={["gmv", "errors"]}>
			<PageHeader title={t("partners.title")} description={t("proposals.description")} />
			<PartnersTabs current="proposals" />
			<div className="mb-4">
				<SegmentedLinks
					label={t("proposals.state")}
					links={proposalStates.map((state) => ({
						href: withQuery(path, { state: state === "PROPOSED" ? undefined : state, q: filter.q }),
						label: t(`proposalState.${state}`),
						isCurrent: filter.state === state,
					}))}
				/>
			</div>
			<FilterBar path={path} activeCount={Number(filter.q !== "")} keep={{ state: filter.state }}>
				<Field label={t("proposals.search")}>
					<Input name="q" type="search" key={filter.q} defaultValue={filter.q} />
				</Field>
			</FilterBar>
			<Card className="mt-4 overflow-hidden">
				{proposals.length > 0 ? (
					<ProposalTable
						proposals={proposals}
						tracks={tracks}
						side={canDecide ? "PLATFORM" : null}
						today={today}
						isOps
					/>
				) : (
					<EmptyState title={t("proposals.empty")} description={t("proposals.emptyHint")} />
				)}
				<Pagination total={total} {...numberedPageHrefs(path, filter, total, pageSize)} />
			</Card>
		</ClientMessages>
	);
}
