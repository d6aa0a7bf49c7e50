import type { Metadata } from "next";
import { QueueFilters } from "@/components/admission/queue/queue-filters";
import { QueueTable } from "@/components/admission/queue/queue-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { DensitySwitch } from "@/components/ui/density-switch";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadQueue } from "@/lib/domains/admission/loaders/queue";
import { queueHref, queueTabNames } from "@/lib/domains/admission/rules/queue-query";
import type { Queue, QueueRow } from "@/lib/domains/admission/types";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { readPreferences } from "@/lib/platform/preferences/read";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("admission");
	return { title: t("queue.title") };
}

export default async function ApplicationsPage({ searchParams }: Props) {
	const [t, queue, { density }] = await Promise.all([
		getTranslations("admission"),
		searchParams.then(loadQueue),
		readPreferences(),
	]);
	const { query, tabCounts } = queue;
	return (
		<ClientMessages namespaces={["admission"]}>
			<PageHeader title={t("queue.title")} description={t("queue.description")} />
			<LinkTabs
				label={t("queue.tabsLabel")}
				tabs={queueTabNames.map((tab) => ({
					href: queueHref(query, { tab }),
					label: t(`queue.tabs.${tab}`),
					count: formatCount(tabCounts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<QueueFilters query={query} tracks={queue.tracks} />
				<Card className="overflow-hidden">
					<div className="flex justify-end border-b px-4 py-2">
						<DensitySwitch density={density} />
					</div>
					{queue.page.rows.length === 0 ? <NoRows {...queue} /> : <QueueTable {...queue} density={density} />}
					<Pagination total={queue.total} {...neighbours(queue)} />
				</Card>
			</div>
		</ClientMessages>
	);
}

function cursorOf(row: QueueRow) {
	return { submittedAtMs: row.submittedAt.getTime(), id: row.id };
}

function neighbours({ query, page }: Queue) {
	const [first, last] = [page.rows[0], page.rows.at(-1)];
	return {
		previousHref: page.hasPrevious && first ? queueHref(query, { before: cursorOf(first) }) : null,
		nextHref: page.hasNext && last ? queueHref(query, { after: cursorOf(last) }) : null,
	};
}

async function NoRows({ query }: Queue) {
	const t = await getTranslations("admission");
	const isFiltered = query.q !== "" || query.track !== "" || query.assignee !== "";
	return (
		<EmptyState
			title={t(isFiltered ? "queue.emptyFiltered" : "queue.empty")}
			description={t(isFiltered ? "queue.emptyFilteredDescription" : "queue.emptyDescription")}
		/>
	);
}
