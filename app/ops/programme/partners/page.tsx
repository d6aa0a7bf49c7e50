import type { Metadata } from "next";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { Definition } from "@/components/programme/definition";
import { queryOfPartners } from "@/components/programme/partners/href";
import { isFiltered, PartnerFilters } from "@/components/programme/partners/partner-filters";
import { PartnerTable } from "@/components/programme/partners/partner-table";
import { ProgrammeFrame } from "@/components/programme/programme-frame";
import { openWords } from "@/components/programme/words";
import { Crumb } from "@/components/shell/crumbs";
import { Card, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadProgrammePartners } from "@/lib/domains/programme/loaders/dashboard";
import { PAGE_SIZE } from "@/lib/domains/programme/rules/partner-list";
import { asOfLine } from "@/lib/domains/programme/rules/show/names";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("programme");
	return { title: t("list.title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

export default async function ProgrammePartnersPage({ searchParams }: { searchParams: Search }) {
	const [words, page] = await Promise.all([openWords(), searchParams.then(loadProgrammePartners)]);
	const { t } = words;
	if (!page) return <ProgrammeFrame world={null} tab="partners" words={words} />;
	const { world, query, lines, total } = page;
	const reason = isFiltered(query)
		? (["list.empty", "list.emptyHint"] as const)
		: (["list.none", "list.noneHint"] as const);
	const days = formatCount(world.pace.remainingDays);
	return (
		<ProgrammeFrame world={world} tab="partners" words={words}>
			<Crumb label={t("tabs.partners")} />
			<PartnerFilters query={query} world={world} words={words} />
			<Card className="overflow-hidden">
				<CardHeader
					title={t("list.title")}
					actions={
						<>
							<Definition
								id="why-list"
								subject={t("list.title")}
								what={`${t("explain.near", { days })} ${t("explain.projected")}`}
								measure={t("explain.netOwn")}
								asOf={asOfLine(world, words)}
								words={words}
							/>
							<a
								href={routes.api.programmePartners(queryOfPartners({ ...query, page: 1 }))}
								download
								className="pg-link"
							>
								{t("list.csv")}
							</a>
						</>
					}
				/>
				{lines.length > 0 ? (
					<PartnerTable lines={lines} query={query} world={world} words={words} />
				) : (
					<EmptyState title={t(reason[0])} description={t(reason[1])} />
				)}
				<Pagination
					total={total}
					{...numberedPageHrefs(
						routes.ops.programmePartners(),
						{ ...queryOfPartners(query), page: query.page },
						total,
						PAGE_SIZE,
					)}
				/>
			</Card>
		</ProgrammeFrame>
	);
}
