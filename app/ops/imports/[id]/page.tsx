import type { Metadata } from "next";
import { BatchComposition, BatchFactsCard } from "@/components/gmv/batch-summary";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { RejectionList } from "@/components/gmv/rejection-list";
import { batchTones } from "@/components/gmv/status-tones";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Pagination } from "@/components/ui/pagination";
import { StatusBadge } from "@/components/ui/status-badge";
import { pageSize } from "@/lib/domains/gmv/constants";
import { loadBatch, type Query } from "@/lib/domains/gmv/loaders";
import { readFailure } from "@/lib/domains/gmv/rules/read-failure";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Query> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("imports.title") };
}

export default async function ImportBatchPage({ params, searchParams }: Props) {
	const [{ id }, query, t] = await Promise.all([params, searchParams, getTranslations("gmv")]);
	const { batch, filter, rejections, counts } = await loadBatch(id, query);
	const failure = batch.state === "FAILED" ? readFailure(batch.failure ?? "") : null;
	const matching = counts.reduce(
		(sum, row) => (filter.code === "" || row.code === filter.code ? sum + row.count : sum),
		0,
	);
	const addedNothing = batch.state === "DONE" && batch.accepted === 0 && batch.lines > 0;
	return (
		<>
			<Crumb label={batch.fileName} />
			<PageHeader
				title={<span className="break-all">{batch.fileName}</span>}
				meta={<StatusBadge status={batch.state} tones={batchTones} label={t(`batchState.${batch.state}`)} />}
			/>
			<div className="space-y-6">
				{failure && (
					<Banner tone="danger" title={t("imports.failedTitle")}>
						{t(`failure.${failure.code}`, { detail: failure.detail })}
					</Banner>
				)}
				{addedNothing && <Banner tone="info">{t("imports.nothingAdded")}</Banner>}
				{batch.state === "DONE" && <BatchComposition batch={batch} />}
				<BatchFactsCard batch={batch} />
				{batch.state === "DONE" && (
					<RejectionList
						batchId={batch.id}
						rejections={rejections}
						counts={counts}
						code={filter.code}
						pagination={
							<Pagination
								total={matching}
								{...numberedPageHrefs(routes.ops.importBatch(batch.id), filter, matching, pageSize)}
							/>
						}
					/>
				)}
			</div>
		</>
	);
}
