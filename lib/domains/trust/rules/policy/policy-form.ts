import { regions } from "@/lib/domains/admission/rules/regions";
import { trustFigures } from "@/lib/domains/trust/constants/policies";
import { trustPolicySchemas } from "@/lib/domains/trust/schema/policies";
import type {
	FigureValue,
	TrustDocument,
	TrustFigure,
	TrustPolicyForm,
	TrustPolicyKind,
} from "@/lib/domains/trust/types/policy";
import {
	keep,
	type Read,
	readAmount,
	readHundredths,
	readWhole,
	typeAmount,
	typeHundredths,
} from "@/lib/platform/forms/typed-figures";

export type TrustFormReading =
	| { readonly ok: true; readonly policy: TrustDocument }
	/** Figure → code. */
	| { readonly ok: false; readonly errors: Readonly<Record<string, string>> };

/** The figures of a document by their codes. */
export function figuresOf(document: TrustDocument): Readonly<Record<string, FigureValue>> {
	const { schemaVersion: _schemaVersion, ...figures } = document;
	return figures;
}

/** A version as a person edits it: amounts in yuan, shares in percent, flags "1" and "0". */
export function formOfTrustPolicy(kind: TrustPolicyKind, document: TrustDocument): TrustPolicyForm {
	const values = figuresOf(document);
	return Object.fromEntries(
		trustFigures[kind].map(({ code, unit }) => [code, typeFigure(unit, values[code])]),
	);
}

function typeFigure(unit: TrustFigure["unit"], value: FigureValue | undefined): string {
	if (typeof value === "boolean") return value ? "1" : "0";
	if (typeof value === "number") {
		if (unit === "fen") return typeAmount(String(value));
		return unit === "share" ? typeHundredths(value) : String(value);
	}
	return value?.join(",") ?? "";
}

function readFigure(unit: TrustFigure["unit"], text: string): Read<FigureValue> {
	if (unit === "flag") return { ok: true, value: text === "1" };
	if (unit === "regions") return { ok: true, value: sortRegions(text.split(",")) };
	if (unit === "share") return readHundredths(text);
	if (unit !== "fen") return readWhole(text);
	const read = readAmount(text);
	return read.ok ? { ok: true, value: Number(read.value) } : read;
}

/** Known provinces once each, in the order of their codes. */
export function sortRegions(codes: readonly string[]): string[] {
	return regions.filter(({ code }) => codes.includes(code)).map(({ code }) => code);
}

/** Reads a form into a policy, or says figure by figure what is missing or out of its bounds. */
export function readTrustPolicyForm(kind: TrustPolicyKind, form: TrustPolicyForm): TrustFormReading {
	const errors: Record<string, string> = {};
	const figures = trustFigures[kind].map(({ code, unit }) => [
		code,
		keep(errors, code, readFigure(unit, form[code] ?? "")),
	]);
	const parsed = trustPolicySchemas[kind].safeParse({ schemaVersion: 1, ...Object.fromEntries(figures) });
	if (parsed.success) return { ok: true, policy: parsed.data };
	for (const { path, message } of parsed.error.issues) errors[String(path[0])] ??= message;
	return { ok: false, errors };
}
