import type { Metadata } from "next";
import { Crumb } from "@/components/shell/crumbs";
import { PageHeader } from "@/components/shell/page-header";
import { TrackRanking } from "@/components/tiers/board/track-ranking";
import { WaitingOverrides } from "@/components/tiers/override/waiting-overrides";
import { ReviewCard } from "@/components/tiers/review/review-card";
import { RunLifecycle } from "@/components/tiers/run/run-lifecycle";
import { RunSummary } from "@/components/tiers/run-summary";
import { runTones } from "@/components/tiers/run-tones";
import { Badge } from "@/components/ui/badge";
import { Banner } from "@/components/ui/banner";
import { CopyableId } from "@/components/ui/copyable-id";
import { StatusBadge } from "@/components/ui/status-badge";
import { loadEvaluation } from "@/lib/domains/tiers/loaders";
import { loadTrackRanking } from "@/lib/domains/tiers/loaders/leaderboard";
import { loadOpenOverrides } from "@/lib/domains/tiers/loaders/overrides";
import { loadReviewProgress } from "@/lib/domains/tiers/loaders/review";
import { loadRunState } from "@/lib/domains/tiers/loaders/run-state";
import { asksWithin, readBoardQuery } from "@/lib/domains/tiers/rules/board-query";
import { formatCount, formatDate, formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

type Props = {
	params: Promise<{ id: string }>;
	searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("tiers");
	return { title: t("runs.metaTitle") };
}

export default async function EvaluationPage({ params, searchParams }: Props) {
	const [{ id }, query] = await Promise.all([params, searchParams]);
	const detail = await loadEvaluation(id);
	const { run, summary, tracks } = detail;
	const asked = readBoardQuery(query);
	const [state, overrides, progress, ranking, t, locale] = await Promise.all([
		loadRunState(run),
		loadOpenOverrides(run.runId),
		loadReviewProgress(run.runId),
		loadTrackRanking(detail, asked),
		getTranslations("tiers"),
		getLocale(),
	]);
	const month = formatMonth(run.period, locale);
	return (
		<>
			<Crumb label={month} />
			<PageHeader
				title={t("run.title", { month })}
				description={t("run.description", {
					asOf: formatDate(run.asOf, locale),
					partners: formatCount(summary.total.partners),
				})}
				meta={
					<>
						<StatusBadge status={run.status} tones={runTones} label={t(`runs.statusName.${run.status}`)} />
						<Badge>
							{t("runs.policyValue", { tier: run.tierPolicyVersion, force: run.forcePolicyVersion })}
						</Badge>
						<CopyableId value={run.runId} label={t("receipt.run")} shortened />
					</>
				}
			/>
			<div className="space-y-4">
				{run.isSuperseded && <Banner tone="warning">{t("run.superseded")}</Banner>}
				<RunLifecycle state={state} />
				<WaitingOverrides overrides={overrides} />
				{tracks.length > 0 && (
					<>
						<ReviewCard runId={run.runId} progress={progress} />
						{!asksWithin(asked) && <RunSummary summary={summary} tracks={tracks} />}
						<TrackRanking detail={detail} ranking={ranking} />
					</>
				)}
			</div>
		</>
	);
}
