"use client";

import { createContext, useContext } from "react";
import type { FormRules } from "@/lib/domains/admission/rules/form-errors";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type { ChangeRequest } from "@/lib/domains/admission/schema/review";
import type { Day } from "@/lib/platform/time";

export type TrackChoice = { code: string; name: string };

export type FormView = {
	draft: ApplicationDraft;
	edit: (path: string, value: unknown) => void;
	/** Tells that a field was left, so that its fault may be shown. */
	touch: (path: string) => void;
	/** The sentence beside a field, once it may be shown. */
	errorOf: (path: string) => string | undefined;
	rules: FormRules;
	tracks: readonly TrackChoice[];
	today: Day;
	/** What a reviewer asked to have mended, and whether something has changed there since. */
	requests: readonly OpenRequest[];
};

export type OpenRequest = ChangeRequest & {
	/** Form paths it is about; the section itself where no field was named. */
	paths: readonly string[];
	isMended: boolean;
};

export const FormContext = createContext<FormView | null>(null);

export function useForm(): FormView {
	const view = useContext(FormContext);
	if (!view) throw new Error("the form's fields stand inside its provider");
	return view;
}

/** The text a field holds, by its dotted path. */
export function textAt(draft: ApplicationDraft, path: string): string {
	const value = path
		.split(".")
		.reduce<unknown>((inner, key) => (inner as Record<string, unknown>)?.[key], draft);
	return typeof value === "string" ? value : "";
}

/** An id for the control of a field, so that a list of what is missing can lead there. */
export function fieldId(path: string): string {
	return `field-${path.replaceAll(".", "-")}`;
}
