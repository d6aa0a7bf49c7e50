import type { PolicyChange } from "@/lib/domains/admission/rules/compare-standards";
import type { LintFinding } from "@/lib/domains/admission/rules/lint-standards";
import type { StandardPolicy } from "@/lib/domains/admission/schema/policy";
import type { PolicyNumber } from "@/lib/domains/admission/schema/standards-form";
import type { TrackName } from "@/lib/domains/admission/types";
import { formatBps, formatCompactFen, formatCount, formatScoreBps } from "@/lib/platform/format";
import type { Locale } from "@/lib/platform/i18n/config";

type Values = Record<string, string | number>;

/** What it takes to speak of standards in a language: its messages `standards`, and the names of the tracks. */
export type Speech = {
	readonly t: (key: string, values?: Values) => string;
	readonly locale: Locale;
	readonly tracks: readonly TrackName[];
};

const units: Record<PolicyNumber, "workingDays" | "days" | "months" | "applications"> = {
	reviewWorkingDays: "workingDays",
	appealWindowDays: "days",
	appealAnswerWorkingDays: "workingDays",
	changeNoticeDays: "days",
	changeNoticeDaysWhenMany: "days",
	manyOpenApplications: "applications",
	reapplyAfterDays: "days",
	reapplyAfterDaysWhenFalse: "days",
	verifyEveryMonths: "months",
	verifyWithinDays: "days",
	probationDays: "days",
};

/** 15 天, 5 个工作日: a figure of the policy with its unit. */
export function numberInWords({ t }: Speech, field: PolicyNumber, value: number): string {
	return t(`words.unit.${units[field]}`, { count: value });
}

export function tracksInWords({ t, locale, tracks }: Speech, codes: readonly string[] | null): string {
	if (codes === null) return t("words.allTracks");
	if (codes.length === 0) return t("words.noTracks");
	const names = codes.map((code) => {
		const track = tracks.find((one) => one.code === code);
		return track ? (locale === "en" ? track.nameEn : track.nameZh) : code;
	});
	return names.join(locale === "en" ? ", " : "、");
}

/** What a standard asks for: 12 个月, ¥100万, 60 分; empty where it has no figure. */
export function thresholdInWords({ t, locale }: Speech, standard: StandardPolicy): string {
	switch (standard.kind) {
		case "company_age":
			return t("words.unit.months", { count: standard.minMonths });
		case "no_red_line":
			return t("words.unit.months", { count: standard.months });
		case "registered_capital":
			return formatCompactFen(BigInt(standard.minFen), locale).text;
		case "staff_count":
			return t("words.unit.people", { count: standard.min });
		case "track_fact":
			return formatCount(standard.min);
		case "force_composite":
		case "force_floor":
			return formatScoreBps(standard.minBps).replace(/\.00$/, "");
		default:
			return "";
	}
}

/** A standard as a sentence: 注册资本不低于 ¥100万. */
export function standardInWords(speech: Speech, standard: StandardPolicy): string {
	const value = thresholdInWords(speech, standard);
	if (standard.kind === "track_fact") return speech.t(`words.fact.${standard.fact}`, { value });
	if (standard.kind === "no_red_line") {
		return speech.t("words.standard.no_red_line", { value, records: recordsInWords(speech, standard) });
	}
	return speech.t(`words.standard.${standard.kind}`, { value });
}

/** What a standard is about, without its figure: 注册资本. */
export function standardName({ t }: Speech, standard: StandardPolicy): string {
	return standard.kind === "track_fact"
		? t(`words.factName.${standard.fact}`)
		: t(`words.name.${standard.kind}`);
}

function recordsInWords({ t, locale }: Speech, standard: StandardPolicy): string {
	if (standard.kind !== "no_red_line") return "";
	const names = standard.recordKinds.map((kind) => t(`words.record.${kind}`));
	return names.join(locale === "en" ? ", " : "、");
}

/** A change as a sentence: 注册资本：由 ¥100万 调整为 ¥200万. */
export function changeInWords(speech: Speech, change: PolicyChange): string {
	const { t, locale } = speech;
	const say = (key: string, values: Values) => t(`words.change.${key}`, values);
	switch (change.type) {
		case "added":
		case "removed":
			return say(change.type, {
				standard: standardInWords(speech, change.standard),
				tracks: tracksInWords(speech, change.standard.tracks),
			});
		case "threshold":
			return say("figure", {
				name: scopedName(speech, change.after),
				before: thresholdInWords(speech, change.before),
				after: thresholdInWords(speech, change.after),
			});
		case "tracks":
			return say("tracks", {
				standard: standardInWords(speech, change.after),
				before: tracksInWords(speech, change.before.tracks),
				after: tracksInWords(speech, change.after.tracks),
			});
		case "records":
			return say("records", {
				before: recordsInWords(speech, change.before),
				after: recordsInWords(speech, change.after),
			});
		case "weight":
			return say("figure", {
				name: t("words.weightOf", { force: t(`words.force.${change.force}`) }),
				before: formatBps(change.before),
				after: formatBps(change.after),
			});
		case "number":
			return say("figure", {
				name: t(`words.number.${change.field}`),
				before: numberInWords(speech, change.field, change.before),
				after: numberInWords(speech, change.field, change.after),
			});
		case "deposit":
			return say("figure", {
				name: t("words.deposit"),
				before: formatCompactFen(BigInt(change.before), locale).text,
				after: formatCompactFen(BigInt(change.after), locale).text,
			});
		case "fourEyesTracks":
			return say("figure", {
				name: t("words.fourEyesTracks"),
				before: tracksInWords(speech, change.before),
				after: tracksInWords(speech, change.after),
			});
		case "fourEyesMargin":
			return say("figure", {
				name: t("words.fourEyesMargin"),
				before: pointsInWords(speech, change.before),
				after: pointsInWords(speech, change.after),
			});
	}
}

export function pointsInWords({ t }: Speech, bps: number): string {
	return t("words.unit.points", { points: formatScoreBps(bps).replace(/\.?0+$/, "") || "0" });
}

function scopedName(speech: Speech, standard: StandardPolicy): string {
	const name = standardName(speech, standard);
	if (standard.tracks === null || standard.kind === "track_fact") return name;
	return speech.t("words.scoped", { name, tracks: tracksInWords(speech, standard.tracks) });
}

/** A finding of the lint as a sentence. */
export function findingInWords(speech: Speech, finding: LintFinding): string {
	const values: Values = {};
	if ("track" in finding) values.track = finding.track;
	if ("force" in finding) values.force = speech.t(`words.force.${finding.force}`);
	if ("standard" in finding) {
		values.standard = standardInWords(speech, finding.standard);
		values.tracks = tracksInWords(speech, finding.standard.tracks);
	}
	if ("other" in finding) values.other = standardInWords(speech, finding.other);
	return speech.t(`lint.${finding.code}`, values);
}
