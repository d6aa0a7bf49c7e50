import type { Indicator } from "@/lib/domains/trust/types/scorecard";
import { formatBps } from "@/lib/platform/format";
import type { Translations } from "@/lib/platform/i18n/messages";

/** A value in its unit: per ten thousand with one place, a share, hours. */
export function sayValue(t: Translations<"scorecard">, unit: Indicator["unit"], value: number): string {
	if (unit === "share") return t("value.share", { value: formatBps(Math.round(value)) });
	return t(`value.${unit}`, { value: value.toFixed(1) });
}

export const sayScore = (score: number) => score.toFixed(0);

export const saySigned = (points: number) => (points > 0 ? `+${points.toFixed(1)}` : points.toFixed(1));
