import { type AdmissionPolicy, admissionPolicySchema } from "@/lib/domains/admission/schema/policy";
import {
	policyNumbers,
	type StandardForm,
	type StandardKind,
	type StandardsForm,
} from "@/lib/domains/admission/schema/standards-form";
import { forceCodes } from "@/lib/domains/forces/constants";
import {
	keep,
	readAmount,
	readHundredths,
	readWhole,
	typeAmount,
	typeHundredths,
} from "@/lib/platform/forms/typed-figures";
import { BPS } from "@/lib/platform/money/bps";

type Standard = AdmissionPolicy["standards"][number];
type FieldErrors = Record<string, string>;
export type FormReading =
	| { readonly ok: true; readonly policy: AdmissionPolicy }
	/** Dotted path of the form → code. */
	| { readonly ok: false; readonly errors: FieldErrors };

/** A version of the policy as a person edits it. */
export function formOfPolicy(policy: AdmissionPolicy): StandardsForm {
	const weights = forceCodes.map((force) => [force, typeHundredths(policy.forceWeightsBps[force])] as const);
	const numbers = policyNumbers.map((name) => [name, String(policy[name])] as const);
	return {
		order: policy.standards.map(({ id }) => id),
		standards: Object.fromEntries(
			policy.standards.map((standard) => [standard.id, formOfStandard(standard)]),
		),
		weights: Object.fromEntries(weights) as StandardsForm["weights"],
		numbers: Object.fromEntries(numbers) as StandardsForm["numbers"],
		fourEyes: { tracks: policy.fourEyes.tracks, margin: typeHundredths(policy.fourEyes.marginBps) },
		deposit: typeAmount(policy.depositFen),
	};
}

function formOfStandard(standard: Standard): StandardForm {
	return {
		kind: standard.kind,
		tracks: standard.tracks,
		value: typedValueOf(standard),
		fact: standard.kind === "track_fact" ? standard.fact : null,
		recordKinds: standard.kind === "no_red_line" ? standard.recordKinds : [],
	};
}

function typedValueOf(standard: Standard): string {
	switch (standard.kind) {
		case "company_age":
			return String(standard.minMonths);
		case "no_red_line":
			return String(standard.months);
		case "registered_capital":
			return typeAmount(standard.minFen);
		case "staff_count":
		case "track_fact":
			return String(standard.min);
		case "force_composite":
		case "force_floor":
			return typeHundredths(standard.minBps);
		default:
			return "";
	}
}

/** Reads a form into a policy, or says field by field what is missing or wrong. */
export function readStandardsForm(form: StandardsForm): FormReading {
	const errors: FieldErrors = {};
	const number = (path: string, text: string) => keep(errors, path, readWhole(text));
	const points = (path: string, text: string) => keep(errors, path, readHundredths(text));
	const document = {
		schemaVersion: 1,
		standards: form.order.flatMap((id) => {
			const standard = form.standards[id];
			return standard ? [{ id, ...readStandard(standard, `standards.${id}`, errors) }] : [];
		}),
		forceWeightsBps: Object.fromEntries(
			forceCodes.map((force) => [force, points(`weights.${force}`, form.weights[force])]),
		),
		...Object.fromEntries(policyNumbers.map((name) => [name, number(`numbers.${name}`, form.numbers[name])])),
		fourEyes: {
			tracks: form.fourEyes.tracks,
			marginBps: points("fourEyes.margin", form.fourEyes.margin),
		},
		depositFen: String(keep(errors, "deposit", readAmount(form.deposit)) ?? ""),
	};
	const parsed = admissionPolicySchema.safeParse(document);
	if (parsed.success && Object.keys(errors).length === 0) return { ok: true, policy: parsed.data };
	for (const issue of parsed.error?.issues ?? []) {
		const path = formPath(issue.path, form);
		errors[path] ??= issue.message;
	}
	return { ok: false, errors };
}

/** Sum of the weights in basis points as typed; null while one is not a number. */
export function sumWeights(weights: StandardsForm["weights"]): number | null {
	const read = forceCodes.map((force) => readHundredths(weights[force]));
	return read.every((one) => one.ok) ? read.reduce((sum, one) => sum + (one.ok ? one.value : 0), 0) : null;
}

export const wholeWeight = BPS;

/** The id of a standard to be added: the kind's (or the fact's) own, with a number where it is in use; one that was removed comes back as itself. */
export function newStandardId(form: StandardsForm, kind: StandardKind, fact: StandardForm["fact"]): string {
	const base = (fact ?? kind).replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
	for (let index = 1; ; index++) {
		const id = index === 1 ? base : `${base}_${index}`;
		if (!form.order.includes(id)) return id;
	}
}

function readStandard(form: StandardForm, path: string, errors: FieldErrors) {
	const { kind, tracks } = form;
	if (tracks?.length === 0) errors[`${path}.tracks`] = "REQUIRED";
	const base = { kind, tracks };
	const whole = () => keep(errors, `${path}.value`, readWhole(form.value));
	switch (kind) {
		case "company_age":
			return { ...base, minMonths: whole() };
		case "staff_count":
			return { ...base, min: whole() };
		case "track_fact":
			return { ...base, min: whole(), fact: form.fact };
		case "no_red_line":
			return { ...base, months: whole(), recordKinds: form.recordKinds };
		case "registered_capital":
			return { ...base, minFen: String(keep(errors, `${path}.value`, readAmount(form.value)) ?? "") };
		case "force_composite":
		case "force_floor":
			return { ...base, minBps: keep(errors, `${path}.value`, readHundredths(form.value)) };
		default:
			return base;
	}
}

/** Where the form holds what the policy's schema speaks of. */
function formPath(path: readonly PropertyKey[], form: StandardsForm): string {
	const [head, next, field] = path.map(String);
	if (head === "standards") {
		const id = form.order[Number(next)];
		if (id === undefined) return "standards";
		return `standards.${id}.${field === "tracks" || field === "recordKinds" ? field : "value"}`;
	}
	if (head === "forceWeightsBps") return next ? `weights.${next}` : "weights";
	if (head === "fourEyes") return next === "marginBps" ? "fourEyes.margin" : "fourEyes.tracks";
	return head === "depositFen" ? "deposit" : `numbers.${head}`;
}
