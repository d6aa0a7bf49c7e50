import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { ScorecardView } from "@/components/trust/scorecard/scorecard-view";
import { loadScorecard } from "@/lib/domains/trust/loaders/scorecard";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	params: Promise<{ shopId: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("scorecard"))("title") };
}

export default async function ScorecardPage({ params, searchParams }: Props) {
	const [t, { shopId }, query] = await Promise.all([getTranslations("scorecard"), params, searchParams]);
	const scorecard = await loadScorecard(shopId, query);
	const name = scorecard.shopName ?? scorecard.shopCode;
	return (
		<>
			<Crumb label={name} />
			<PageHeader
				title={name}
				description={`${t("title")}${scorecard.category ? ` · ${scorecard.category}` : ""}`}
			/>
			<ScorecardView scorecard={scorecard} claimHref={routes.ops.trustClaim} />
		</>
	);
}
