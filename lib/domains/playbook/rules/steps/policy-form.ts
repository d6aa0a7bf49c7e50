import { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import { stepPolicySchema } from "@/lib/domains/playbook/schema/step-policy";
import type {
	StepFigure,
	StepFigureCode,
	StepPolicyDocument,
	StepPolicyForm,
} from "@/lib/domains/playbook/types/step-policy";
import {
	keep,
	type Read,
	readHundredths,
	readWhole,
	typeHundredths,
} from "@/lib/platform/forms/typed-figures";

export type StepFormReading =
	| { readonly ok: true; readonly policy: StepPolicyDocument }
	/** Figure → code. */
	| { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

const MINUTES = 60;

/** A version as a person edits it: shares in percent, live time in hours, coefficients as multiples. */
export function formOfStepPolicy(policy: Readonly<Record<StepFigureCode, number>>): StepPolicyForm {
	return Object.fromEntries(
		stepFigures.map(({ code, unit }) => [code, typeFigure(unit, policy[code])]),
	) as StepPolicyForm;
}

function typeFigure(unit: StepFigure["unit"], value: number): string {
	if (unit === "share" || unit === "times") return typeHundredths(value);
	return String(unit === "hours" ? value / MINUTES : value);
}

function readFigure(unit: StepFigure["unit"], text: string): Read<number> {
	if (unit === "share" || unit === "times") return readHundredths(text);
	const read = readWhole(text);
	return read.ok && unit === "hours" ? { ok: true, value: read.value * MINUTES } : read;
}

/** Reads a form into a policy, or says figure by figure what is missing or out of its bounds. */
export function readStepPolicyForm(form: StepPolicyForm): StepFormReading {
	const errors: Record<string, string> = {};
	const figures = stepFigures.map(({ code, unit }) => [
		code,
		keep(errors, code, readFigure(unit, form[code])),
	]);
	const parsed = stepPolicySchema.safeParse({ schemaVersion: 1, ...Object.fromEntries(figures) });
	if (parsed.success) return { ok: true, policy: parsed.data };
	for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
	return { ok: false, errors };
}
