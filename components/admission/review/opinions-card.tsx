import Link from "next/link";
import { DecisionWords } from "@/components/admission/decision-words";
import { Badge } from "@/components/ui/badge";
import { Card, CardBody, CardHeader } from "@/components/ui/card";
import type { ReviewPage, ReviewRecord } from "@/lib/domains/admission/types";
import { getTranslations } from "@/lib/platform/i18n/server";
import { routes } from "@/lib/platform/routes/routes";

/** The two opinions that differ, side by side before the lead. */
export async function OpinionsCompared({ application, reviews }: ReviewPage) {
	const t = await getTranslations("review");
	if (application.reviewStage !== "LEAD") return null;
	const both = reviews
		.filter((review) => review.submissionNo === application.submissionNo && review.stage !== "LEAD")
		.toReversed();
	if (both.length < 2) return null;
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
			<DecisionWords review={review} />
		</>
	);
}

/** Every opinion and request the reader may know, and the appeals. */
export async function OpinionsCard({ reviews, appeals }: ReviewPage) {
	const [t, tAdmission] = await Promise.all([getTranslations("review"), getTranslations("admission")]);
	if (reviews.length + appeals.length === 0) return null;
	return (
		<Card>
			<CardHeader title={tAdmission("review.historyTitle")} />
			<CardBody>
				{appeals.map((appeal) => (
					<p key={appeal.id} className="flex flex-wrap items-center gap-2 border-b pb-3 text-sm">
						<Badge tone="info">{t(`appeal.states.${appeal.state}`)}</Badge>
						<Link
							href={routes.ops.appeal(appeal.id)}
							className="rounded-sm text-brand-ink underline underline-offset-4"
						>
							{t("appeals.open", { number: appeal.number })}
						</Link>
					</p>
				))}
				{reviews.map((review) => (
					<div key={review.id} className="border-t pt-4 pb-4 first:border-t-0 last:pb-0">
						<Opinion review={review} />
					</div>
				))}
			</CardBody>
		</Card>
	);
}
