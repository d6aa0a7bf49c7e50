import type { Metadata } from "next";
import Link from "next/link";
import { CheckTable } from "@/components/gmv/proofs/check-table";
import { ProofHistory } from "@/components/gmv/proofs/proof-history";
import { ProofRun } from "@/components/gmv/proofs/proof-run";
import { ProofVerdict } from "@/components/gmv/proofs/proof-verdict";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Banner } from "@/components/ui/banner";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { Query } from "@/lib/domains/gmv/loaders";
import { loadProofs } from "@/lib/domains/gmv/loaders/proofs";
import { formatDateTime } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("proofs");
	return { title: t("title") };
}

export default async function ProofsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, locale, { filter, proofs, total, request, last, shown, canRun }] = await Promise.all([
		getTranslations("proofs"),
		getLocale(),
		searchParams.then(loadProofs),
	]);
	const isOlder = shown !== null && last !== null && shown.id !== last.id;
	return (
		<ClientMessages namespaces={["proofs", "errors"]}>
			<Crumb label={t("title")} />
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.ops.gmv()}>{t("toExplorer")}</Link>
					</Button>
				}
			/>
			<div className="space-y-4">
				<ProofRun initial={request} canRun={canRun} />
				{isOlder && (
					<Banner
						title={t("older")}
						actions={
							<Button asChild variant="secondary" size="sm">
								<Link href={routes.ops.gmvProofs()}>{t("toLatest")}</Link>
							</Button>
						}
					>
						{t("olderHint", { at: formatDateTime(shown.finishedAt, locale) })}
					</Banner>
				)}
				{shown ? (
					<>
						<ProofVerdict proof={shown} />
						<CheckTable proof={shown} />
						<ProofHistory proofs={proofs} total={total} filter={filter} shownId={shown.id} />
					</>
				) : (
					<Card>
						<EmptyState title={t("empty")} description={t(canRun ? "emptyHint" : "emptyRead")} />
					</Card>
				)}
			</div>
		</ClientMessages>
	);
}
