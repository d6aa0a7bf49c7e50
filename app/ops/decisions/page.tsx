import { Download } from "lucide-react";
import type { Metadata } from "next";
import { DecisionFilters } from "@/components/decisions/decision-filters";
import { DecisionTable } from "@/components/decisions/decision-table";
import { LogFigures, LogProof } from "@/components/decisions/log-state";
import { ClientMessages } from "@/components/shell/client-messages";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { loadDecisions } from "@/lib/domains/decisions/loaders";
import { getTranslations } from "@/lib/platform/i18n/server";
import { pageHrefs } from "@/lib/platform/routes/page-hrefs";
import { routes } from "@/lib/platform/routes/routes";

type Query = Record<string, string | string[] | undefined>;

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("decisions");
	return { title: t("title") };
}

export default async function DecisionsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [t, { rows, total, next, filter, state, lastCheck }] = await Promise.all([
		getTranslations("decisions"),
		searchParams.then(loadDecisions),
	]);
	const isEmpty = state.entries + state.waiting === 0;
	return (
		<ClientMessages namespaces={["decisions", "errors"]}>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					<Button asChild variant="secondary">
						<a href={routes.api.decisionLog()} download>
							<Download aria-hidden="true" />
							{t("download")}
						</a>
					</Button>
				}
			/>
			<div className="space-y-4">
				<LogFigures state={state} />
				<LogProof state={state} lastCheck={lastCheck} />
				<DecisionFilters filter={filter} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<EmptyState
							title={t(isEmpty ? "none" : "empty")}
							description={t(isEmpty ? "noneHint" : "emptyHint")}
						/>
					) : (
						<DecisionTable rows={rows} />
					)}
					<Pagination total={total} {...pageHrefs(routes.ops.decisions(), filter, next)} />
				</Card>
			</div>
		</ClientMessages>
	);
}
