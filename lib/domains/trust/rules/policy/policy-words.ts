import { regions } from "@/lib/domains/admission/rules/regions";
import { trustFigures } from "@/lib/domains/trust/constants/policies";
import { figuresOf } from "@/lib/domains/trust/rules/policy/policy-form";
import type {
	FigureValue,
	TrustDocument,
	TrustFigure,
	TrustPolicyChange,
	TrustPolicyKind,
} from "@/lib/domains/trust/types/policy";
import { formatFen } from "@/lib/platform/format";

/** Everything that differs between two versions of a kind, in the order of the form. */
export function compareTrustPolicies(
	kind: TrustPolicyKind,
	before: TrustDocument,
	after: TrustDocument,
): TrustPolicyChange[] {
	const [old, next] = [figuresOf(before), figuresOf(after)];
	return trustFigures[kind].flatMap(({ code, more }) => {
		const [was, is] = [old[code] ?? 0, next[code] ?? 0];
		if (String(was) === String(is)) return [];
		const less = more === "stricter" ? "easier" : more === "easier" ? "stricter" : more;
		const isMore = typeof is !== "object" && typeof was !== "object" && Number(is) > Number(was);
		return [{ figure: code, before: was, after: is, direction: isMore ? more : less }];
	});
}

/** The messages `trustrules`. */
export type TrustSpeech = (key: string, values?: Record<string, string | number>) => string;

/** A figure in its unit: 7 天, ¥12.00, 10 倍, 30%, 是; provinces by name. */
export function trustFigureInWords(t: TrustSpeech, unit: TrustFigure["unit"], value: FigureValue): string {
	if (typeof value === "boolean") return t(value ? "unit.yes" : "unit.no");
	if (typeof value === "object")
		return value.map((code) => regionInWords(t, code)).join(t("unit.list")) || "–";
	if (unit === "fen") return formatFen(BigInt(value));
	return unit === "share" ? `${value / 100}%` : t(`unit.${unit}`, { value });
}

/** A province in the language of the messages. */
export function regionInWords(t: TrustSpeech, code: string): string {
	const region = regions.find((one) => one.code === code);
	if (!region) return code;
	return t("unit.regionLanguage") === "en" ? region.nameEn : region.name;
}

/** A change as a sentence: 普通地区上限：由 ¥12.00 调整为 ¥15.00. */
export function trustChangeInWords(
	t: TrustSpeech,
	kind: TrustPolicyKind,
	{ figure, before, after }: TrustPolicyChange,
): string {
	const unit = trustFigures[kind].find(({ code }) => code === figure)?.unit ?? "count";
	return t("change", {
		name: t(`figure.${figure}`),
		before: trustFigureInWords(t, unit, before),
		after: trustFigureInWords(t, unit, after),
	});
}
