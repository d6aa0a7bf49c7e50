import type { Metadata } from "next";
import { listHref, neighbours } from "@/components/partnership/list-href";
import { ListSearch } from "@/components/partnership/list-search";
import { LicenceTable, VerificationTable } from "@/components/partnership/verification-tables";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Pagination } from "@/components/ui/pagination";
import { loadVerifications } from "@/lib/domains/partnership/loaders/ops";
import { verificationTabs } from "@/lib/domains/partnership/schema/queries";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("partnership");
	return { title: t("verifications.title") };
}

export default async function VerificationsPage({ searchParams }: Props) {
	const [t, page] = await Promise.all([getTranslations("partnership"), searchParams.then(loadVerifications)]);
	const { query, counts, verifications, licences } = page;
	const path = routes.ops.verifications();
	const list = verifications ?? licences;
	return (
		<ClientMessages namespaces={["partnership", "files", "errors"]}>
			<PageHeader title={t("verifications.title")} description={t("verifications.description")} />
			<LinkTabs
				label={t("verifications.tabsLabel")}
				tabs={verificationTabs.map((tab) => ({
					href: listHref(path, { tab, q: query.q }),
					label: t(`verifications.tabs.${tab}`),
					count: formatCount(counts[tab]),
					isCurrent: tab === query.tab,
				}))}
			/>
			<div className="mt-4 space-y-4">
				<ListSearch path={path} tab={query.tab} q={query.q} />
				<Card className="overflow-hidden">
					{verifications && verifications.rows.length > 0 && (
						<VerificationTable {...page} rows={verifications.rows} />
					)}
					{licences && licences.rows.length > 0 && <LicenceTable {...page} rows={licences.rows} />}
					{list?.rows.length === 0 && (
						<EmptyState
							title={t(query.q ? "list.emptyFiltered" : `verifications.empty.${query.tab}`)}
							description={t(query.q ? "list.emptyFilteredHint" : "verifications.emptyHint")}
						/>
					)}
					<Pagination {...neighbours(path, query, list?.total ?? 0)} />
				</Card>
			</div>
		</ClientMessages>
	);
}
