import { Badge } from "@/components/ui/badge";
import { rejectionReasons } from "@/lib/domains/admission/constants";
import type { ReviewRecord } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { formatDateTime, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** One decision in full: reasons, words, what to mend, and the scores behind it. */
export async function DecisionWords({ review }: { review: ReviewRecord }) {
	const [t, tForces, locale] = await Promise.all([
		getTranslations("admission"),
		getTranslations("forces"),
		getLocale(),
	]);
	const reasons = rejectionReasons.filter((code) => review.reasonCodes.includes(code));
	const { scores } = review;
	return (
		<article className="border-t py-4 first:border-t-0 first:pt-0 last:pb-0">
			<header className="flex flex-wrap items-center gap-x-3 gap-y-1">
				<h3 className="font-medium text-ink text-sm">{t(`review.decision.${review.decision}`)}</h3>
				<p className="figure text-ink-faint text-xs">
					{[formatDateTime(review.decidedAt, locale), review.reviewerName].filter(Boolean).join(" · ")}
				</p>
			</header>
			{reasons.length > 0 && (
				<p className="mt-2 flex flex-wrap gap-1.5">
					{reasons.map((code) => (
						<Badge key={code} tone="danger">
							{t(`codes.rejection.${code}`)}
						</Badge>
					))}
				</p>
			)}
			{review.comment && (
				<p className="wrap-anywhere mt-2 whitespace-pre-line text-ink-soft text-sm">{review.comment}</p>
			)}
			{review.requests.length > 0 && (
				<ul className="mt-2 space-y-2">
					{review.requests.map((request) => (
						<li key={`${request.section}-${request.comment}`} className="text-sm">
							<span className="text-ink-faint text-xs">{t(`sections.${request.section}`)}</span>
							<p className="wrap-anywhere whitespace-pre-line text-ink-soft">{request.comment}</p>
						</li>
					))}
				</ul>
			)}
			{scores && (
				<p className="figure mt-2 flex flex-wrap gap-x-4 gap-y-1 text-ink-faint text-xs">
					{review.compositeBps !== null && (
						<span className="font-medium text-ink">
							{t("review.compositeOf", { score: formatScoreBps(review.compositeBps) })}
						</span>
					)}
					{forceCodes.map((force) => (
						<span key={force}>
							{tForces(`names.${force}`)} {scores[force]}/5
						</span>
					))}
				</p>
			)}
		</article>
	);
}
