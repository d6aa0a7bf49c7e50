import Link from "next/link";
import { DecisionWords } from "@/components/admission/decision-words";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ReviewPage, ReviewRecord } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The two opinions that differ, in the order they were given; none where they agree or one is out. */
function comparedOf({ application, reviews }: Pick<ReviewPage, "application" | "reviews">): ReviewRecord[] {
	if (application.reviewStage !== "LEAD") return [];
	const both = reviews.filter(
		(review) => review.submissionNo === application.submissionNo && review.stage !== "LEAD",
	);
	return both.length < 2 ? [] : both.toReversed();
}

/** The two opinions that differ, side by side before the lead. */
export async function OpinionsCompared({ application, reviews }: ReviewPage) {
	const t = await getTranslations("review");
	const both = comparedOf({ application, reviews });
	if (both.length === 0) return null;
	return (
		<Card>
			<CardHeader title={t("opinions.compareTitle")} />
			<CardBody className="grid gap-6 md:grid-cols-2 md:divide-x">
				{both.map((review) => (
					<div key={review.id} className="min-w-0 md:pl-6 md:first:pl-0">
						<Opinion review={review} />
					</div>
				))}
			</CardBody>
		</Card>
	);
}

async function Opinion({ review }: { review: ReviewRecord }) {
	const t = await getTranslations("review");
	return (
		<>
			<Badge tone="neutral" className="mb-2">
				{t(`stage.${review.stage}`)}
			</Badge>
			<div>
				<DecisionWords review={review} />
			</div>
		</>
	);
}

/** Every opinion and request the reader may know but for those shown side by side, and the appeals. */
export async function OpinionsCard({ application, reviews, appeals }: ReviewPage) {
	const [t, tAdmission] = await Promise.all([getTranslations("review"), getTranslations("admission")]);
	const compared = comparedOf({ application, reviews });
	const rest = reviews.filter((review) => !compared.includes(review));
	if (rest.length + appeals.length === 0) return null;
	return (
		<Card>
			<CardHeader title={tAdmission("review.historyTitle")} />
			<CardBody>
				{appeals.map((appeal) => (
					<p key={appeal.id} className="flex flex-wrap items-center gap-2 pb-3 text-sm last:pb-0">
						<Badge tone="info">{t(`appeal.states.${appeal.state}`)}</Badge>
						<Link
							href={routes.ops.appeal(appeal.id)}
							className="rounded-sm text-brand-ink underline underline-offset-4"
						>
							{t("appeals.open", { number: appeal.number })}
						</Link>
					</p>
				))}
				{rest.map((review) => (
					<div key={review.id} className="border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
						<Opinion review={review} />
					</div>
				))}
			</CardBody>
		</Card>
	);
}
