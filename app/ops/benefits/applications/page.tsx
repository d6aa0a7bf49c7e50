import type { Metadata } from "next";
import { ApplicationFilters } from "@/components/benefits/benefit-filters";
import { nameOf } from "@/components/benefits/words";
import { Worklist } from "@/components/benefits/worklist";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Pagination } from "@/components/ui/pagination";
import { BENEFITS_PER_PAGE } from "@/lib/domains/benefits/constants";
import { loadBenefitApplications, type Query } from "@/lib/domains/benefits/loaders/ops";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("benefits");
	return { title: t("work.title") };
}

export default async function BenefitApplicationsPage({ searchParams }: { searchParams: Promise<Query> }) {
	const [{ query, rows, total, benefit, canDecide }, t, locale] = await Promise.all([
		searchParams.then(loadBenefitApplications),
		getTranslations("benefits"),
		getLocale(),
	]);
	const { page, ...filters } = query;
	const kept = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== ""));
	const hrefOf = (to: number) => routes.ops.benefitApplications({ ...kept, page: String(to) });
	return (
		<ClientMessages namespaces={["benefits", "errors"]}>
			<Crumb label={t("work.title")} />
			<PageHeader
				title={t("work.title")}
				description={t("work.description")}
				meta={benefit && <Badge tone="brand">{t("work.of", { name: nameOf(benefit, locale) })}</Badge>}
			/>
			<div className="space-y-4">
				<ApplicationFilters query={query} />
				<Card className="overflow-hidden">
					{rows.length === 0 ? (
						<EmptyState title={t("work.none")} description={t("work.noneHint")} />
					) : (
						<Worklist rows={rows} canDecide={canDecide} />
					)}
					<Pagination
						total={total}
						previousHref={page > 1 ? hrefOf(page - 1) : null}
						nextHref={page * BENEFITS_PER_PAGE < total ? hrefOf(page + 1) : null}
					/>
				</Card>
			</div>
		</ClientMessages>
	);
}
