import type { Benefit } from "@/lib/domains/benefits/types";
import { formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { Translations } from "@/lib/platform/i18n/messages";
import { nameOf, showExact, type Track, tracksOf } from "./words";

type Speech = { tracks: readonly Track[]; t: Translations<"benefits">; locale: Locale };

/** What a benefit gives and on which terms, in words; the same terms in the same order for every version of one. */
export function describeBenefit(benefit: Benefit, speech: Speech): { term: string; text: string }[] {
	const { t, locale } = speech;
	const { unit, amount, opensOn, closesOn, validDays } = benefit;
	const day = (value: string | null) => (value ? formatDate(value, locale) : "…");
	const given = { term: t("fields.delivery"), text: t(`deliveries.${benefit.delivery}`) };
	const who = { term: t("form.who"), text: describeWho(benefit, speech) };
	const window = {
		term: t("fields.window"),
		text: opensOn || closesOn ? t("show.window", { from: day(opensOn), to: day(closesOn) }) : t("show.open"),
	};
	if (benefit.delivery === "ITEMS") return [given, who, window];
	const pool = benefit.poolNameZh &&
		benefit.poolNameEn && { nameZh: benefit.poolNameZh, nameEn: benefit.poolNameEn };
	const grant = [
		{ term: t("fields.amount"), text: showExact(amount, unit) },
		{ term: t("fields.pool"), text: pool ? nameOf(pool, locale) : "–" },
	];
	return [
		given,
		...(benefit.delivery === "GRANT" ? grant : []),
		who,
		window,
		...describeUse(benefit, speech),
		{
			term: t("fields.valid"),
			text: validDays === null ? t("show.forever") : t("show.validDays", { days: validDays }),
		},
		{ term: t("fields.proof"), text: (locale === "en" ? benefit.proofEn : benefit.proofZh) || "–" },
	];
}

function describeWho({ terms }: Benefit, { tracks, t, locale }: Speech): string {
	const conditions = [
		terms.minTier !== null && t("conditions.TIER", { threshold: t("tier", { tier: terms.minTier }) }),
		terms.minStep !== null && t("conditions.STEP", { threshold: t("step", { step: terms.minStep }) }),
		terms.tracks.length > 0 &&
			t("conditions.TRACK", { threshold: tracksOf(terms.tracks.join(","), tracks, locale) }),
		terms.goodStanding && t("conditions.STANDING"),
	];
	return join(conditions, locale) || t("fields.none");
}

function describeUse(benefit: Benefit, { t, locale }: Speech): { term: string; text: string }[] {
	const { perPeriod, period, totalLimit, approval, fourEyesAbove, unit } = benefit;
	const limits = [
		perPeriod !== null && t("show.perPeriod", { period: t(`periods.${period}`), count: perPeriod }),
		totalLimit !== null && t("show.total", { count: totalLimit }),
	];
	const decided = [
		t(`approvals.${approval}`),
		fourEyesAbove !== null && t("show.twoAbove", { amount: showExact(fourEyesAbove, unit) }),
	];
	return [
		{ term: t("fields.limits"), text: join(limits, locale) || t("fields.none") },
		{ term: t("fields.approval"), text: join(decided, locale) },
	];
}

function join(parts: readonly (string | false)[], locale: Locale): string {
	return parts.filter(Boolean).join(locale === "en" ? "; " : "；");
}
