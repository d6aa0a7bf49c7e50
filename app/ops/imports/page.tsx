import type { Metadata } from "next";
import Link from "next/link";
import { BatchFilters } from "@/components/gmv/batch-filters";
import { BatchTable } from "@/components/gmv/batch-table";
import { numberedPageHrefs } from "@/components/gmv/page-href";
import { ProofLine } from "@/components/gmv/proofs/proof-line";
import { UploadPanel } from "@/components/intake/upload-panel";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { pageSize } from "@/lib/domains/gmv/constants";
import { loadBatches, type Query } from "@/lib/domains/gmv/loaders";
import { loadLastProof } from "@/lib/domains/gmv/loaders/proofs";
import { loadUploads } from "@/lib/domains/intake/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("gmv");
	return { title: t("imports.title") };
}

export default async function ImportsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, tMapping, { filter, batches, total, sources }, { uploads, mappings, canUpload }, proof] =
		await Promise.all([
			getTranslations("gmv"),
			getTranslations("mapping"),
			searchParams.then(loadBatches),
			loadUploads(),
			loadLastProof(),
		]);
	const isFiltered = filter.source !== "" || filter.state !== undefined;
	return (
		<>
			<PageHeader
				title={t("imports.title")}
				description={t("imports.description")}
				meta={<ProofLine proof={proof} />}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.ops.importMappings()}>{tMapping("list.open")}</Link>
					</Button>
				}
			/>
			{canUpload && (
				<ClientMessages namespaces={["intake", "mapping", "gmv", "errors"]}>
					<UploadPanel uploads={uploads} sources={sources} mappings={mappings} />
				</ClientMessages>
			)}
			<BatchFilters filter={filter} sources={sources} />
			<Card className="mt-4 overflow-hidden">
				{batches.length > 0 ? (
					<BatchTable batches={batches} />
				) : (
					<EmptyState
						title={t(isFiltered ? "imports.emptyFiltered" : "imports.empty")}
						description={t(isFiltered ? "partners.clearHint" : "imports.emptyHint")}
					/>
				)}
				<Pagination total={total} {...numberedPageHrefs(routes.ops.imports(), filter, total, pageSize)} />
			</Card>
		</>
	);
}
