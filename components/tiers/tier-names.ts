import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { Locale } from "@/lib/platform/i18n/config";

export type NamedTiers = readonly { level: TierLevel; name: Record<Locale, string> }[];

/** A tier's name from the policy, such as 劲风. */
export function tierName(tiers: NamedTiers, level: TierLevel, locale: Locale): string {
	return tiers.find((tier) => tier.level === level)?.name[locale] ?? "";
}

/** Code and name: "T3 劲风". */
export function tierLabel(tiers: NamedTiers, level: TierLevel, locale: Locale): string {
	return `T${level} ${tierName(tiers, level, locale)}`;
}
