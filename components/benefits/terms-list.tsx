import { DescriptionList } from "@/components/ui/description-list";
import type { Benefit } from "@/lib/domains/benefits/types";
import { formatDate } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { nameOf, showExact, type Track, tracksOf } from "./words";

/** What a benefit gives and on which terms, in words. */
export async function TermsList({ benefit, tracks }: { benefit: Benefit; tracks: readonly Track[] }) {
	const [t, locale] = await Promise.all([getTranslations("benefits"), getLocale()]);
	const { terms, unit, amount, opensOn, closesOn, perPeriod, totalLimit, validDays, fourEyesAbove } = benefit;
	const day = (value: string | null) => (value ? formatDate(value, locale) : "…");
	const isItems = benefit.delivery === "ITEMS";
	const pool = benefit.poolNameZh &&
		benefit.poolNameEn && { nameZh: benefit.poolNameZh, nameEn: benefit.poolNameEn };
	const limits = [
		perPeriod !== null && t("show.perPeriod", { period: t(`periods.${benefit.period}`), count: perPeriod }),
		totalLimit !== null && t("show.total", { count: totalLimit }),
	].filter(Boolean);
	const who = [
		terms.minTier !== null && t("conditions.TIER", { threshold: t("tier", { tier: terms.minTier }) }),
		terms.minStep !== null && t("conditions.STEP", { threshold: t("step", { step: terms.minStep }) }),
		terms.tracks.length > 0 &&
			t("conditions.TRACK", { threshold: tracksOf(terms.tracks.join(","), tracks, locale) }),
		terms.goodStanding && t("conditions.STANDING"),
	].filter(Boolean);
	const approval = [
		t(`approvals.${benefit.approval}`),
		fourEyesAbove !== null && t("show.twoAbove", { amount: showExact(fourEyesAbove, unit) }),
	].filter(Boolean);
	const window =
		opensOn || closesOn ? t("show.window", { from: day(opensOn), to: day(closesOn) }) : t("show.open");
	const valid = validDays === null ? t("show.forever") : t("show.validDays", { days: validDays });
	const separator = locale === "en" ? "; " : "；";
	return (
		<DescriptionList
			columns={3}
			items={[
				{ term: t("fields.delivery"), detail: t(`deliveries.${benefit.delivery}`) },
				...(benefit.delivery === "GRANT"
					? [
							{ term: t("fields.amount"), detail: <span className="figure">{showExact(amount, unit)}</span> },
							{ term: t("fields.pool"), detail: pool ? nameOf(pool, locale) : "–" },
						]
					: []),
				{ term: t("form.who"), detail: who.join(separator) || t("fields.none") },
				{ term: t("fields.window"), detail: window },
				...(isItems
					? []
					: [
							{ term: t("fields.limits"), detail: limits.join(separator) || t("fields.none") },
							{ term: t("fields.approval"), detail: approval.join(separator) },
							{ term: t("fields.valid"), detail: valid },
							{
								term: t("fields.proof"),
								detail: (locale === "en" ? benefit.proofEn : benefit.proofZh) || "–",
							},
						]),
			]}
		/>
	);
}
