import type { Metadata } from "next";
import { AppealsTable } from "@/components/admission/appeals/appeals-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadAppeals } from "@/lib/domains/admission/loaders/appeals";
import { appealsHref, appealTabs } from "@/lib/domains/admission/rules/appeal-query";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("review"))("appeal.title") };
}

export default async function AppealsPage({ searchParams }: Props) {
	const [t, appeals] = await Promise.all([getTranslations("review"), searchParams.then(loadAppeals)]);
	const { query, counts, rows, next } = appeals;
	return (
		<ClientMessages namespaces={["admission", "review"]}>
			<PageHeader title={t("appeal.title")} description={t("appeal.description")} />
			<LinkTabs
				label={t("appeal.tabsLabel")}
				tabs={appealTabs.map((tab) => ({
					href: appealsHref(tab),
					label: t(`appeal.tabs.${tab}`),
					count: formatCount(counts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<Card className="mt-4 overflow-hidden">
				{rows.length === 0 ? (
					<EmptyState title={t("appeal.empty")} description={t("appeal.emptyHint")} />
				) : (
					<AppealsTable {...appeals} />
				)}
				<Pagination
					total={counts[query.tab]}
					previousHref={query.after ? appealsHref(query.tab) : null}
					nextHref={next ? appealsHref(query.tab, next) : null}
				/>
			</Card>
		</ClientMessages>
	);
}
