import type { TierHistoryRow } from "@/lib/domains/tiers/types";
import type { Locale } from "@/lib/platform/i18n/config";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { type NamedTiers, tierLabel } from "./tier-names";

/** Why a run ended at its tier, in a few words: what was met, lost or missing. One function for line and table. */
export async function openReasons(tiers: NamedTiers): Promise<(row: TierHistoryRow) => string> {
	const [t, locale] = await Promise.all([getTranslations("outlook"), getLocale()]);
	const join = (words: readonly string[]) => joinWords(words, locale);
	return (row) => {
		const { movement, next } = row;
		if (movement === "RED_LINE")
			return t("reason.redLine", { kinds: join(row.redLines.map((id) => t(`reason.kinds.${id}`))) });
		if (movement === "OVERRIDDEN") return t("reason.overridden");
		if (movement === "UP") return t("reason.UP", { tier: tierLabel(tiers, row.tier, locale) });
		if (movement === "PROTECTED") return t("reason.protected");
		if (!next) return t("reason.top");
		const tier = tierLabel(tiers, next.tier, locale);
		const metrics = join(next.missing.map((metric) => t(`reason.metrics.${metric}`)));
		const isRace = next.obstacles.includes("RACE");
		const isDown = movement === "DOWN" || movement === "DOWN_LIMITED";
		if (isDown && metrics) return t(isRace ? "reason.lostBoth" : "reason.lostCriteria", { tier, metrics });
		if (metrics) return t("reason.missing", { tier, metrics });
		return t(isDown ? "reason.lostRace" : "reason.missingRace", { tier });
	};
}

function joinWords(words: readonly string[], locale: Locale): string {
	return words.join(locale === "en" ? ", " : "、");
}
