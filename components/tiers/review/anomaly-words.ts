import type { AnomalyDetails } from "@/lib/domains/tiers/types/review";
import { formatMonth } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { formatMetric } from "../format-metric";

export async function openReviewWords() {
	const [t, tForces, locale] = await Promise.all([
		getTranslations("leaderboard"),
		getTranslations("forces"),
		getLocale(),
	]);
	return { t, tForces, locale };
}

export type ReviewWords = Awaited<ReturnType<typeof openReviewWords>>;

type Said = { sentence: string; before: string | null; after: string | null };

/** What is odd, in a sentence, with the two values it compares. */
export function sayAnomaly(details: AnomalyDetails, { t, tForces, locale }: ReviewWords): Said {
	const bare = { before: null, after: null };
	switch (details.kind) {
		case "MOVED_FAR": {
			const steps = Math.abs(details.to - details.from);
			const said = { from: `T${details.from}`, to: `T${details.to}`, steps };
			return { sentence: t("review.movedFar", said), before: said.from, after: said.to };
		}
		case "FIRST_HIGH":
			return {
				sentence: t("review.firstHigh", { tier: `T${details.tier}` }),
				...bare,
				after: `T${details.tier}`,
			};
		case "NO_METRICS": {
			const months = details.months.map((month) => formatMonth(month, locale)).join(t("review.listMark"));
			return { sentence: t("review.noMetrics", { months }), ...bare };
		}
		case "JUST_UNDER":
			return sayNear(details, { t, tForces, locale });
		default: {
			const metric = nameOf(details.metric, { t, tForces, locale });
			const value = (text: string) => formatMetric(text, details.unit, locale).text;
			const sentence = t(details.kind === "METRIC_JUMPED" ? "review.jumped" : "review.fell", { metric });
			return { sentence, before: value(details.before), after: value(details.after) };
		}
	}
}

type Near = Extract<AnomalyDetails, { kind: "JUST_UNDER" }>;

function sayNear(details: Near, words: ReviewWords): Said {
	const { t, locale } = words;
	const { unit, value, threshold } = details;
	if (unit === "rank" || details.line === "race" || details.line === "bottom") {
		const ranks = {
			before: t("review.lineAt", { rank: threshold }),
			after: t("review.rankAt", { rank: value }),
		};
		const sentence =
			details.tier === null ? t("review.bottomFirst") : t("review.nextPlace", { tier: `T${details.tier}` });
		return { sentence, ...ranks };
	}
	const said = { tier: `T${details.tier}`, metric: t(`review.lineName.${details.line}`) };
	return {
		sentence: t(details.isOnly ? "review.justUnderOnly" : "review.justUnder", said),
		before: t("review.lineOf", { value: formatMetric(threshold, unit, locale).exact }),
		after: formatMetric(value, unit, locale).exact,
	};
}

function nameOf(
	metric: Extract<AnomalyDetails, { metric: unknown }>["metric"],
	{ t, tForces }: ReviewWords,
): string {
	if (metric === "gmv" || metric === "composite" || metric === "dispute_rate" || metric === "experts") {
		return t(`review.metric.${metric}`);
	}
	return tForces(`names.${metric}`);
}
