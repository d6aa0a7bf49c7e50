import { formatMetric, signOf } from "@/components/tiers/format-metric";
import type { AppealItem } from "@/lib/domains/tiers/types/appeals";
import { formatBps, formatScoreBps } from "@/lib/platform/format";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** Says what an appeal is about, and what the receipt says of it. Opened once by the part that awaits. */
export async function openItemWords() {
	const [t, tReasons, locale] = await Promise.all([
		getTranslations("tierappeals"),
		getTranslations("outlook"),
		getLocale(),
	]);
	return {
		name(item: AppealItem): string {
			if (item.kind === "race" || item.kind === "movement") return t(`item.${item.kind}`);
			if (item.kind === "redLine")
				return t("item.redLine", { kind: tReasons(`reason.kinds.${item.line.id}`) });
			const { metric, comparison, threshold, unit } = item.criterion;
			return t("item.criterion", {
				tier: item.tier,
				metric: tReasons(`reason.metrics.${metric}`),
				sign: signOf(comparison),
				threshold: formatMetric(threshold, unit, locale).text,
			});
		},
		said(item: AppealItem): string {
			const join = (parts: readonly (string | null)[]) =>
				parts.filter((part) => part !== null).join(locale === "en" ? "; " : "，");
			if (item.kind === "criterion") {
				const { value, unit, passed, gap, comparison } = item.criterion;
				if (value === null) return t("said.none");
				const missing =
					gap === null
						? null
						: t(comparison === "<=" ? "said.tooHigh" : "said.failed", {
								gap: formatMetric(gap, unit, locale).text,
							});
				return join([
					t("said.criterion", { value: formatMetric(value, unit, locale).text }),
					passed ? t("said.passed") : missing,
				]);
			}
			if (item.kind === "redLine") {
				const { line } = item;
				return line.id === "DISPUTE_RATE"
					? t("said.redLineRate", {
							value: formatBps(BigInt(line.valueBps ?? 0)),
							above: formatBps(BigInt(line.aboveBps ?? 0)),
						})
					: t("said.redLineRecords", { count: line.recordIds.length });
			}
			if (item.kind === "race") {
				const { rank, eligible, scoreBps, held } = item;
				return held
					? t("said.race", { rank, eligible, score: formatScoreBps(scoreBps) })
					: t("said.raceNotHeld");
			}
			return join([
				t(`said.movement.${item.movement}`),
				item.previousTier === null ? null : t("said.from", { tier: item.previousTier }),
				item.entersProbation ? t("said.probation") : null,
			]);
		},
	};
}
