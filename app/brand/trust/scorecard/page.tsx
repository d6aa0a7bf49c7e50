import type { Metadata } from "next";
import { PageHeader } from "@/components/shell/page-header";
import { ScorecardView } from "@/components/trust/scorecard/scorecard-view";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { NativeSelect } from "@/components/ui/native-select";
import { loadOwnScorecard } from "@/lib/domains/trust/loaders/scorecard";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
	return { title: (await getTranslations("scorecard"))("title") };
}

export default async function OwnScorecardPage({ searchParams }: Props) {
	const [t, { shops, scorecard }] = await Promise.all([
		getTranslations("scorecard"),
		searchParams.then(loadOwnScorecard),
	]);
	return (
		<>
			<PageHeader
				title={t("title")}
				description={t("description")}
				actions={
					shops.length > 1 && (
						<form action={routes.brand.trustScorecard()} className="flex gap-2">
							<NativeSelect
								name="shop"
								aria-label={t("choose")}
								defaultValue={String(scorecard?.shopId ?? "")}
								options={shops.map(({ id, name }) => ({ value: String(id), label: name }))}
							/>
							<Button type="submit" variant="secondary">
								{t("show")}
							</Button>
						</form>
					)
				}
			/>
			{scorecard ? (
				<ScorecardView scorecard={scorecard} claimHref={routes.brand.trustClaim} />
			) : (
				<Card>
					<EmptyState title={t("empty")} description={t("emptyText")} />
				</Card>
			)}
		</>
	);
}
