"use client";

import { useTranslations } from "use-intl";

type Values = Record<string, string | number>;

/** A code as a sentence in the reader's language; the page provides the namespace `errors`. */
export function useErrorText(): (code: string, params?: Values) => string {
	const t = useTranslations("errors");
	const translate = t as unknown as { (key: string, values?: Values): string; has(key: string): boolean };
	return (code, params) => translate(translate.has(code) ? code : "UNEXPECTED", { errorId: code, ...params });
}
