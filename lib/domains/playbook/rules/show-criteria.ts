import type {
	Criterion,
	CriterionCode,
	CriterionReason,
	StepPolicy,
} from "@/lib/domains/playbook/types/steps";
import { formatBps, formatCount, formatDate, formatFen } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";
import type { Translations } from "@/lib/platform/i18n/messages";

/** Speaks the words of the stations, for pages and mails alike. */
export type Say = Translations<"stations">;

/** Hundredths as they are said: 470 → "4.70". */
export const showHundredths = (value: number) =>
	`${formatCount(Math.trunc(value / 100))}.${String(Math.abs(value) % 100).padStart(2, "0")}`;

/** Minutes as hours with one decimal, cut and not rounded, because the threshold is a line. */
const showHours = (minutes: number) => {
	const tenths = Math.trunc(minutes / 6);
	return tenths % 10 === 0 ? String(tenths / 10) : (tenths / 10).toFixed(1);
};

/** A criterion's value, threshold or distance with its unit. */
export function showValue(t: Say, code: CriterionCode, value: number): string {
	switch (code) {
		case "STREAMERS":
			return t("unit.streamers", { value: formatCount(value) });
		case "PRODUCTS":
		case "EXCLUSIVE_PRODUCTS":
			return t("unit.products", { value: formatCount(value) });
		case "LIVE_DAYS":
			return t("unit.days", { value: formatCount(value) });
		case "LIVE_HOURS":
			return t("unit.hours", { value: showHours(value) });
		case "BURST":
		case "GROWTH":
			return t("unit.times", { value: showHundredths(value) });
		default:
			return formatBps(value);
	}
}

/** How far a value moved: a share by points of a per cent, all others in their own unit. */
export function showChange(t: Say, code: CriterionCode, change: number): string {
	const shown = showValue(t, code, change);
	return shown.endsWith("%") ? t("unit.points", { value: shown.slice(0, -1) }) : shown;
}

/** What is missing: a share is short by points of a per cent; hours are rounded up so that it never says 0. */
export function showDistance(t: Say, { code, distance }: Criterion): string | null {
	if (!distance) return null;
	if (code === "LIVE_HOURS")
		return t("panel.short", { value: showValue(t, code, Math.ceil(distance / 6) * 6) });
	return t("panel.short", { value: showChange(t, code, distance) });
}

/** Why there is no value, or why one is worth little, with the window it was looked for in. */
export function showReason(t: Say, reason: CriterionReason, { windowDays }: StepPolicy): string {
	return t(`reason.${reason}`, { days: windowDays, twice: 2 * windowDays });
}

const fenOf = (value: Criterion["inputs"][string]) => formatFen(BigInt(value ?? 0));

/** The inputs of a criterion in one sentence. */
export function showInputs(
	t: Say,
	{ code, inputs }: Criterion,
	{ policy, burstName, locale }: { policy: StepPolicy; burstName: string | null; locale: Locale },
): string {
	const days = policy.windowDays;
	const parts = { part: fenOf(inputs.partFen ?? null), whole: fenOf(inputs.wholeFen ?? null), days };
	switch (code) {
		case "BURST":
			if (inputs.weekFen == null || inputs.baselineEighths == null) return t("how.BURST_NONE");
			return t("how.BURST", {
				product: burstName ?? String(inputs.productId),
				week: fenOf(inputs.weekFen),
				baseline: formatFen(BigInt(inputs.baselineEighths) / 8n),
			});
		case "GROWTH":
			if (typeof inputs.firstDay !== "string") return showReason(t, "NO_DATA", policy);
			return t("how.GROWTH", {
				...{ days, part: fenOf(inputs.gmvFen ?? null), whole: fenOf(inputs.firstFen ?? null) },
				first: formatDate(inputs.firstDay, locale),
			});
		case "REPURCHASE":
			return t("how.REPURCHASE", {
				days: policy.repurchaseDays,
				buyers: formatCount(Number(inputs.buyers ?? 0)),
				again: formatCount(Number(inputs.buyersAgain ?? 0)),
			});
		case "EXCLUSIVE_PRODUCTS":
			return t("how.EXCLUSIVE_PRODUCTS", { days: policy.exclusiveOnSaleDays });
		default:
			return t(`how.${code}`, parts);
	}
}
