import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { NameChoice } from "@/components/tiers/ranking/name-choice";
import { RankingLines } from "@/components/tiers/ranking/ranking-lines";
import { trackName } from "@/components/tiers/track-name";
import { Button } from "@/components/ui/button";
import { Card, CardBody, CardFooter, CardHeader } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { loadOwnRanking } from "@/lib/domains/tiers/loaders/ranking";
import type { PublicRanking } from "@/lib/domains/tiers/types/ranking";
import { formatCount, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = { searchParams: Promise<{ from?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("leaderboard");
	return { title: t("ranking.title") };
}

export default async function OwnRankingPage({ searchParams }: Props) {
	const { from } = await searchParams;
	const { ranking, choice, canChoose } = await loadOwnRanking([from].flat()[0]);
	const t = await getTranslations("leaderboard");
	return (
		<ClientMessages namespaces={["leaderboard", "errors"]}>
			<Crumb label={t("ranking.title")} />
			<PageHeader
				title={t("ranking.title")}
				description={t("ranking.description")}
				actions={
					<Button asChild variant="secondary">
						<Link href={routes.partner.tier()}>{t("ranking.toTier")}</Link>
					</Button>
				}
			/>
			<div className="space-y-4">
				{choice && (
					<Card>
						<CardHeader title={t("ranking.choiceTitle")} description={t("ranking.choiceAbout")} />
						<CardBody>
							<NameChoice isPublic={choice.isPublic} canChoose={canChoose} />
						</CardBody>
					</Card>
				)}
				{ranking ? (
					<Ranking ranking={ranking} />
				) : (
					<EmptyState title={t("ranking.emptyTitle")} description={t("ranking.emptyHint")} />
				)}
			</div>
		</ClientMessages>
	);
}

async function Ranking({ ranking }: { ranking: PublicRanking }) {
	const [t, locale] = await Promise.all([getTranslations("leaderboard"), getLocale()]);
	const { track, field, ownRank, period, named, from, next } = ranking;
	const title = t("ranking.of", { track: trackName(track, locale), month: formatMonth(period, locale) });
	const eligible = formatCount(field.eligible);
	const own =
		ownRank === null
			? t("ranking.ownUnranked", { eligible })
			: t("ranking.ownRank", { rank: formatCount(ownRank), eligible });
	const others = t("ranking.named", { count: formatCount(named) });
	return (
		<Card className="overflow-hidden">
			<CardHeader title={title} description={`${own} ${others}`} />
			<RankingLines ranking={ranking} label={title} />
			{(from > 1 || next !== null) && (
				<CardFooter>
					{from > 1 && (
						<Button asChild variant="secondary" size="sm">
							<Link href={routes.partner.ranking()}>{t("ranking.toFirst")}</Link>
						</Button>
					)}
					{next !== null && (
						<Button asChild variant="secondary" size="sm">
							<Link href={`${routes.partner.ranking()}?from=${next}`}>
								{t("ranking.toNext", { rank: formatCount(next) })}
							</Link>
						</Button>
					)}
				</CardFooter>
			)}
		</Card>
	);
}
