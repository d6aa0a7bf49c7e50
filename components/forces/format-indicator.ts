import type { IndicatorUnit } from "@/lib/domains/forces/types";
import { formatBps, formatCompactFen, formatCount } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import { ratioFromDecimal, ratioToDecimal, roundHalfUp } from "@/lib/platform/money/ratio";

/** An indicator's value, floor or target, given as a decimal in its unit, ready for the message `forces.values.<unit>`. */
export function formatIndicator(decimal: string, unit: IndicatorUnit, locale: Locale): string {
	const ratio = ratioFromDecimal(decimal);
	if (unit === "fen") return formatCompactFen(roundHalfUp(ratio.num, ratio.den), locale).text;
	if (unit === "bps") return formatBps(roundHalfUp(ratio.num, ratio.den));
	const places = unit === "times" ? 2 : 1;
	const [whole = "0", fraction = ""] = ratioToDecimal(ratio, places).split(".");
	const decimals = fraction.replace(/0+$/, "");
	return formatCount(BigInt(whole)) + (decimals && `.${decimals}`);
}

/** Units that are said in words; money and rates carry their sign already. */
export function isWordUnit(unit: IndicatorUnit): unit is "times" | "hours" | "count" {
	return unit === "times" || unit === "hours" || unit === "count";
}
