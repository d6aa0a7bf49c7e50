import { ChartNoAxesCombined } from "lucide-react";
import type { Metadata } from "next";
import Link from "next/link";
import { ClaimNextButton } from "@/components/admission/queue/claim-next-button";
import { NoRows } from "@/components/admission/queue/no-rows";
import { QueueDesk } from "@/components/admission/queue/queue-desk";
import { QueueFilters } from "@/components/admission/queue/queue-filters";
import { QueuePages } from "@/components/admission/queue/queue-pages";
import { QueueScopes } from "@/components/admission/queue/queue-scopes";
import { QueueTable } from "@/components/admission/queue/queue-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ColumnSettings } from "@/components/ui/column-settings";
import { DensitySwitch } from "@/components/ui/density-switch";
import { LinkTabs } from "@/components/ui/link-tabs";
import { loadQueue } from "@/lib/domains/admission/loaders/queue";
import { queueHref, queueTabNames } from "@/lib/domains/admission/rules/queue-query";
import { queueColumns } from "@/lib/domains/admission/rules/queue-view";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { readPreferences } from "@/lib/platform/preferences/read";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("queue");
	return { title: t("title") };
}

export default async function ApplicationsPage({ searchParams }: Props) {
	const [t, queue, { density }] = await Promise.all([
		getTranslations("queue"),
		searchParams.then(loadQueue),
		readPreferences(),
	]);
	const { query, tabCounts } = queue;
	return (
		<ClientMessages namespaces={["queue"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<>
						<Button asChild variant="secondary">
							<Link href={routes.ops.applicationNumbers()}>
								<ChartNoAxesCombined aria-hidden="true" />
								{t("numbers")}
							</Link>
						</Button>
						{queue.canReview && <ClaimNextButton />}
					</>
				}
			/>
			<LinkTabs
				label={t("tabsLabel")}
				tabs={queueTabNames.map((tab) => ({
					href: queueHref(query, { tab, scope: tab === "open" || tab === "second" ? query.scope : "" }),
					label: t(`tabs.${tab}`),
					count: formatCount(tabCounts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<QueueScopes {...queue} />
				<QueueFilters {...queue} />
				<Card className="overflow-hidden">
					<QueueDesk
						reviewers={queue.canAssign ? queue.reviewers : null}
						tools={
							<>
								<ColumnSettings
									table="applications"
									columns={queueColumns.map((value) => ({ value, label: t(`columns.${value}`) }))}
									chosen={queue.columns}
								/>
								<DensitySwitch density={density} />
							</>
						}
					>
						{queue.page.rows.length === 0 ? (
							<NoRows {...queue} />
						) : (
							<QueueTable queue={queue} density={density} />
						)}
					</QueueDesk>
					<QueuePages {...queue} />
				</Card>
			</div>
		</ClientMessages>
	);
}
