import type { Metadata } from "next";
import { RecordList } from "@/components/records/record-list";
import { RecordRedLine } from "@/components/records/record-red-line";
import { RedLineTable } from "@/components/records/red-line-table";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { PAGE_SIZE } from "@/lib/domains/partnership/constants";
import { loadRedLines } from "@/lib/domains/partnership/loaders/red-lines";
import { redLineTabs } from "@/lib/domains/partnership/schema/red-line";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("records");
	return { title: t("redLines.title") };
}

export default async function RedLinesPage({ searchParams }: Props) {
	const [t, { query, counts, rows, total, today, mayManage }] = await Promise.all([
		getTranslations("records"),
		searchParams.then(loadRedLines),
	]);
	return (
		<ClientMessages namespaces={["records", "partnership", "errors"]}>
			<PageHeader
				title={t("redLines.title")}
				description={t("redLines.description")}
				actions={mayManage && <RecordRedLine today={today} />}
			/>
			<RecordList
				kind="redLines"
				path={routes.ops.redLines()}
				query={query}
				tabs={redLineTabs.map((tab) => ({ tab, label: t(`redLines.tabs.${tab}`), count: counts[tab] }))}
				total={total}
				pageSize={PAGE_SIZE}
			>
				<RedLineTable rows={rows} mayManage={mayManage} />
			</RecordList>
		</ClientMessages>
	);
}
