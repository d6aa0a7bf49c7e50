import type { Benefit, Condition, LimitPeriod } from "@/lib/domains/benefits/types";
import type { PoolUnit } from "@/lib/domains/pools/types";
import { formatDate } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { getTranslations } from "@/lib/platform/i18n/server";
import { showShort, type Track, tracksOf } from "./words";

type Translate = Awaited<ReturnType<typeof getTranslations<"benefits">>>;
export type Context = {
	t: Translate;
	locale: Locale;
	tracks: readonly Track[];
	unit: PoolUnit | null;
	period: LimitPeriod;
};

export function contextOf(
	t: Translate,
	locale: Locale,
	tracks: readonly Track[],
	benefit: Pick<Benefit, "unit" | "period">,
): Context {
	return { t, locale, tracks, unit: benefit.unit, period: benefit.period };
}

const amountOf = (text: string, { unit, locale }: Context) =>
	/^\d+$/.test(text) ? showShort(BigInt(text), unit, locale) : text;

function thresholdOf({ code, threshold }: Condition, context: Context): string {
	const { t, locale, tracks } = context;
	switch (code) {
		case "TIER":
			return t("tier", { tier: threshold });
		case "STEP":
			return t("step", { step: threshold });
		case "TRACK":
			return tracksOf(threshold, tracks, locale);
		case "POOL":
			return amountOf(threshold, context);
		default:
			return threshold;
	}
}

/** What the condition asks for, in words. */
export function titleOf(condition: Condition, context: Context): string {
	const values = {
		threshold: thresholdOf(condition, context),
		period: context.t(`periods.${context.period}`),
	};
	return context.t(`conditions.${condition.code}`, values);
}

/** What would make it hold. */
export function remedyOf(condition: Condition, context: Context): string {
	return context.t(`how.${condition.code}`, { threshold: thresholdOf(condition, context) });
}

/** What was found. */
export function foundOf({ code, value }: Condition, context: Context): string {
	const { t, locale, tracks } = context;
	switch (code) {
		case "OFFERED":
			return t(`statuses.${value as "PUBLISHED"}`);
		case "OPENED":
		case "NOT_CLOSED":
			return t("found.label", { value: formatDate(value, locale) });
		case "ADMITTED":
		case "STANDING":
			return t("found.label", { value: t(`standings.${value as "ACTIVE"}`) });
		case "TIER":
			return t("found.TIER", { value: t("tier", { tier: value || "–" }) });
		case "STEP":
			return t("found.label", {
				value: value === "0" || value === "" ? t("stepNone") : t("step", { step: value }),
			});
		case "TRACK":
			return value ? t("found.TRACK", { value: tracksOf(value, tracks, locale) }) : t("found.noTrack");
		case "CARRIER":
			return value ? t("found.CARRIER") : t("found.noCarrier");
		case "POOL":
			return t("found.POOL", { value: amountOf(value, context) });
		default:
			return t(`found.${code}`, { value });
	}
}

/** What the condition asks for with what was found, in one line. */
export function whyNot(condition: Condition, context: Context): string {
	return context.t("own.withFound", {
		condition: titleOf(condition, context),
		found: foundOf(condition, context),
	});
}
