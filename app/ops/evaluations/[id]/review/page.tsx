import type { Metadata } from "next";
import Link from "next/link";
import { ClientMessages } from "@/components/shell/client-messages";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { ReviewBoard } from "@/components/tiers/review/review-board";
import { SearchButton } from "@/components/tiers/review/review-buttons";
import { ReviewMeter, ReviewState } from "@/components/tiers/review/review-card";
import { runTones } from "@/components/tiers/run-tones";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadRunReview } from "@/lib/domains/tiers/loaders/review";
import { readReviewQuery } from "@/lib/domains/tiers/rules/review-query";
import { formatDateTime, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type Props = {
	params: Promise<{ id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("leaderboard");
	return { title: t("review.title") };
}

export default async function RunReviewPage({ params, searchParams }: Props) {
	const [{ id }, query] = await Promise.all([params, searchParams]);
	const review = await loadRunReview(id, readReviewQuery(query));
	const [t, tTiers, locale] = await Promise.all([
		getTranslations("leaderboard"),
		getTranslations("tiers"),
		getLocale(),
	]);
	const { run, progress, kind, canReview } = review;
	const month = formatMonth(run.period, locale);
	return (
		<ClientMessages namespaces={["leaderboard", "errors"]}>
			<Crumb label={t("review.pageTitle", { month })} />
			<PageHeader
				title={t("review.pageTitle", { month })}
				description={t("review.description")}
				meta={
					<StatusBadge status={run.status} tones={runTones} label={tTiers(`runs.statusName.${run.status}`)} />
				}
				actions={
					<Button asChild variant="secondary" size="sm">
						<Link href={routes.ops.evaluation(run.runId)}>{t("review.toRun")}</Link>
					</Button>
				}
			/>
			<div className="space-y-4">
				{progress.searchedAt ? (
					<Card className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-3">
						<p className="grow text-sm">
							<span className="block font-semibold text-base">
								<ReviewState progress={progress} />
							</span>
							<span className="text-ink-faint text-xs">
								{t("review.searchedAt", { at: formatDateTime(progress.searchedAt, locale) })}
							</span>
						</p>
						{progress.found > 0 && <ReviewMeter progress={progress} />}
						{canReview && <SearchButton runId={run.runId} again />}
					</Card>
				) : (
					<EmptyState
						title={t("review.notSearchedTitle")}
						description={t("review.notSearchedHint")}
						actions={canReview && <SearchButton runId={run.runId} again={false} />}
					/>
				)}
				{kind && <ReviewBoard review={review} kind={kind} />}
			</div>
		</ClientMessages>
	);
}
