import { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import type {
	StepFigureCode,
	StepPolicyChange,
	StepPolicyDocument,
} from "@/lib/domains/playbook/types/step-policy";

/** Everything that differs between two versions, in the order of the form. */
export function compareStepPolicies(
	before: StepPolicyDocument,
	after: StepPolicyDocument,
): StepPolicyChange[] {
	return stepFigures
		.filter(({ code }) => before[code] !== after[code])
		.map(({ code, more }) => {
			const isMore = after[code] > before[code];
			const less = more === "stricter" ? "easier" : more === "easier" ? "stricter" : more;
			return {
				...{ figure: code, before: before[code], after: after[code] },
				direction: isMore ? more : less,
			};
		});
}

/** The messages `steppolicy`. */
export type StepSpeech = (key: string, values?: Record<string, string | number>) => string;

/** A figure in its unit: 28 天, 30%, 2.00 倍, 80 小时. */
export function figureInWords(t: StepSpeech, code: StepFigureCode, value: number): string {
	const unit = stepFigures.find((one) => one.code === code)?.unit ?? "count";
	if (unit === "share") return `${value / 100}%`;
	if (unit === "times") return t("unit.times", { value: (value / 100).toFixed(2) });
	return t(`unit.${unit}`, { value: unit === "hours" ? value / 60 : value });
}

/** A change as a sentence: 达人分销 · 带货达人：由 10 调整为 12. */
export function changeInWords(t: StepSpeech, { figure, before, after }: StepPolicyChange): string {
	return t("change", {
		name: nameInWords(t, figure),
		before: figureInWords(t, figure, before),
		after: figureInWords(t, figure, after),
	});
}

export function nameInWords(t: StepSpeech, code: StepFigureCode): string {
	const step = stepFigures.find((one) => one.code === code)?.step ?? 0;
	const name = t(`figure.${code}`);
	return step === 0 ? name : t("ofStep", { step: t(`step.${step}`), name });
}
