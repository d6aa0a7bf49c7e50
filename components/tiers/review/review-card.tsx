import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Progress } from "@/components/ui/progress";
import type { ReviewProgress } from "@/lib/domains/tiers/types/review";
import { formatCount } from "@/lib/platform/format";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

type ReviewCardProps = { runId: string; progress: ReviewProgress };

/** On the run's own page: how much of what was found somebody looked at. */
export async function ReviewCard({ runId, progress }: ReviewCardProps) {
	const t = await getTranslations("leaderboard");
	const isOpen = progress.looked < progress.found;
	return (
		<Card className="flex flex-wrap items-center gap-x-6 gap-y-3 px-5 py-3">
			<div className="min-w-0 grow basis-60">
				<h2 className="font-semibold text-base">{t("review.title")}</h2>
				<p className="text-ink-soft text-sm">
					<ReviewState progress={progress} />
				</p>
			</div>
			{progress.found > 0 && <ReviewMeter progress={progress} />}
			<Button asChild size="sm" variant={isOpen ? "primary" : "secondary"}>
				<Link href={routes.ops.evaluationReview(runId)}>{t("review.open")}</Link>
			</Button>
		</Card>
	);
}

export async function ReviewState({ progress }: { progress: ReviewProgress }) {
	const t = await getTranslations("leaderboard");
	if (!progress.searchedAt) return t("review.notSearched");
	if (progress.found === 0) return t("review.nothing", { partners: formatCount(progress.partners) });
	const said = { looked: formatCount(progress.looked), found: formatCount(progress.found) };
	return t(progress.looked < progress.found ? "review.progress" : "review.allLooked", said);
}

export async function ReviewMeter({ progress: { found, looked } }: { progress: ReviewProgress }) {
	const t = await getTranslations("leaderboard");
	return (
		<div className="w-full sm:w-56">
			<Progress
				label={t("review.meter")}
				value={looked}
				max={found}
				valueText={`${formatCount(looked)} / ${formatCount(found)}`}
				tone={looked < found ? "warning" : "success"}
			/>
		</div>
	);
}
