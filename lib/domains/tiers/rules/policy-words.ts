import { metricUnits, type TierLevel, type TierMetric } from "@/lib/domains/tiers/constants";
import type { PolicyFigure, TierPolicyChange } from "@/lib/domains/tiers/rules/compare-policies";
import type { LintFinding } from "@/lib/domains/tiers/rules/lint-policy";
import type { ReplayReason } from "@/lib/domains/tiers/rules/replay";
import type { CriterionPolicy, TierPolicy } from "@/lib/domains/tiers/schema";
import type { TrackName } from "@/lib/domains/tiers/types";
import { formatBps, formatCompactFen, formatScoreBps } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

type Values = Record<string, string | number>;

/** What it takes to speak of a tier policy: its messages `policylab`, the tracks' names and the tiers' names. */
export type PolicySpeech = {
	readonly t: (key: string, values?: Values) => string;
	readonly locale: Locale;
	readonly tracks: readonly TrackName[];
	readonly tiers: TierPolicy["tiers"];
};

/** Code and name: T3 劲风. */
export function tierInWords({ tiers, locale }: PolicySpeech, level: TierLevel): string {
	return `T${level} ${tiers.find((tier) => tier.level === level)?.name[locale] ?? ""}`.trim();
}

export function trackInWords({ t, tracks, locale }: PolicySpeech, code: string | null): string {
	if (code === null) return t("words.everyTrack");
	const track = tracks.find((one) => one.code === code);
	return track ? (locale === "en" ? track.nameEn : track.nameZh) : code;
}

const trimZeros = (text: string) => text.replace(/(\.\d*?)0+(?=%|$)/, "$1").replace(/\.(?=%|$)/, "");

/** 10%, 0.5%. */
export function shareInWords(bps: number): string {
	return trimZeros(formatBps(bps));
}

/** A threshold in the metric's unit: ¥10亿, 85 分, 3 人, 0.5%. */
export function thresholdInWords(speech: PolicySpeech, metric: TierMetric, threshold: string): string {
	const unit = metricUnits[metric];
	if (unit === "fen") return formatCompactFen(BigInt(threshold), speech.locale).text;
	if (unit === "bps") return shareInWords(Number(threshold));
	if (unit === "score") {
		return speech.t("words.unit.points", { value: trimZeros(formatScoreBps(Number(threshold))) });
	}
	return speech.t("words.unit.heads", { value: Number(threshold) });
}

const signs = { ">=": "≥", ">": ">", "<=": "≤" } as const;

export function lineInWords(
	speech: PolicySpeech,
	metric: TierMetric,
	line: Pick<CriterionPolicy, "comparison" | "threshold">,
): string {
	return `${signs[line.comparison]} ${thresholdInWords(speech, metric, line.threshold)}`;
}

const figureUnits: Record<PolicyFigure, "months" | "days" | "partners" | "tiers" | "runs" | "share"> = {
	gmvMonths: "months",
	qualityMonths: "months",
	minClosedDays: "days",
	"redLines.recordMonths": "months",
	"redLines.disputeRateAboveBps": "share",
	"race.minTrackSize": "partners",
	"race.weightsBps.composite": "share",
	"race.weightsBps.gmv": "share",
	"race.weightsBps.growth": "share",
	"movement.maxTiersDown": "tiers",
	"movement.protectionDays": "days",
	"movement.bottomShareBps": "share",
	"movement.bottomRunsToProbation": "runs",
};

/** The message key of a figure's name: dots separate keys in messages. */
export function figureKey(figure: PolicyFigure): string {
	return `words.figure.${figure.replaceAll(".", "_")}`;
}

export function figureInWords({ t }: PolicySpeech, figure: PolicyFigure, value: number): string {
	const unit = figureUnits[figure];
	return unit === "share" ? shareInWords(value) : t(`words.unit.${unit}`, { value });
}

function recordsInWords({ t, locale }: PolicySpeech, kinds: readonly string[]): string {
	if (kinds.length === 0) return t("words.none");
	return kinds.map((kind) => t(`words.record.${kind}`)).join(locale === "en" ? ", " : "、");
}

/** A change as a sentence: T4 强风 · 净成交额：由 ≥ ¥3亿 调整为 ≥ ¥4亿. */
export function changeInWords(speech: PolicySpeech, change: TierPolicyChange): string {
	const words = plainChange(speech, change);
	if (change.track === null) return words;
	return speech.t("words.change.inTrack", { track: trackInWords(speech, change.track), change: words });
}

function plainChange(speech: PolicySpeech, change: TierPolicyChange): string {
	const { t } = speech;
	const figure = (name: string, before: string, after: string) =>
		t("words.change.figure", { name, before, after });
	switch (change.type) {
		case "criterion": {
			const say = (line: typeof change.before) =>
				line ? lineInWords(speech, change.metric, line) : t("words.noRequirement");
			const name = t("words.change.ofTier", {
				tier: tierInWords(speech, change.tier),
				name: t(`words.metric.${change.metric}`),
			});
			return figure(name, say(change.before), say(change.after));
		}
		case "share": {
			const say = (bps: number | null) =>
				bps === null ? t("words.noLimit") : t("words.topShare", { share: shareInWords(bps) });
			const tier = tierInWords(speech, change.tier);
			const name = t("words.change.ofTier", { tier, name: t("words.share") });
			return figure(name, say(change.before), say(change.after));
		}
		case "figure":
			return figure(
				t(figureKey(change.figure)),
				figureInWords(speech, change.figure, change.before),
				figureInWords(speech, change.figure, change.after),
			);
		case "measure":
			return figure(
				t("words.measureName"),
				t(`words.measure.${change.before}`),
				t(`words.measure.${change.after}`),
			);
		case "recordKinds":
			return figure(
				t("words.recordKinds"),
				recordsInWords(speech, change.before),
				recordsInWords(speech, change.after),
			);
		case "name":
			return figure(t("words.change.name", { tier: change.tier }), change.before, change.after);
	}
}

/** A finding of the lint as a sentence. */
export function findingInWords(speech: PolicySpeech, finding: LintFinding): string {
	const words = plainFinding(speech, finding);
	const track = "track" in finding ? finding.track : null;
	if (track === null) return words;
	return speech.t("words.change.inTrack", { track: trackInWords(speech, track), change: words });
}

function plainFinding(speech: PolicySpeech, finding: LintFinding): string {
	const { t } = speech;
	const say = (values: Values = {}) => t(`lint.${finding.code}`, values);
	switch (finding.code) {
		case "INVALID":
			return say({ path: finding.path || "–", problem: finding.problem });
		case "METRIC_UNKNOWN":
		case "GUARANTEE_REWARDED":
			return say({ path: finding.path, metric: finding.metric });
		case "TIER_OPEN":
		case "SHARE_ZERO":
			return say({ tier: tierInWords(speech, finding.tier) });
		case "TIER_EASIER": {
			const { metric, asks, belowAsks, severity } = finding;
			const key = severity === "warning" && asks !== null ? "lint.TIER_BESIDE" : "lint.TIER_EASIER";
			return t(key, {
				tier: tierInWords(speech, finding.tier),
				below: tierInWords(speech, (finding.tier - 1) as TierLevel),
				metric: t(`words.metric.${metric}`),
				asks: asks === null ? t("words.noRequirement") : thresholdInWords(speech, metric, asks),
				belowAsks: thresholdInWords(speech, metric, belowAsks),
			});
		}
		case "SHARE_ABOVE_LOWER":
			return say({
				tier: tierInWords(speech, finding.tier),
				below: tierInWords(speech, (finding.tier - 1) as TierLevel),
				share: finding.shareBps === null ? t("words.noLimit") : shareInWords(finding.shareBps),
				belowShare: shareInWords(finding.belowShareBps),
			});
		case "DISPUTES_ABOVE_RED_LINE":
			return say({
				tier: tierInWords(speech, finding.tier),
				threshold: shareInWords(Number(finding.threshold)),
				line: shareInWords(finding.redLineBps),
			});
	}
}

/** Why a partner's tier would be another one: 未达标：净成交额、认证专家总数. */
export function reasonInWords(speech: PolicySpeech, reason: ReplayReason, isRise: boolean): string {
	if (reason.kind !== "CRITERIA") return speech.t(`replay.reason.${reason.kind}`);
	const names = reason.ruleIds.map((id) => speech.t(`words.metric.${id.split(".")[1]}`));
	const criteria = names.join(speech.locale === "en" ? ", " : "、");
	return speech.t(isRise ? "replay.reason.RISE" : "replay.reason.FALL", { criteria });
}
