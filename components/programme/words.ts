import type { ProgrammeWords } from "@/lib/domains/programme/rules/show/words";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What a page's small parts speak with: opened once by the part that awaits, handed down to rows that render at once. */
export async function openWords() {
	const [t, tCommon, forecast, locale] = await Promise.all([
		getTranslations("programme"),
		getTranslations("common"),
		getTranslations("forecast"),
		getLocale(),
	]);
	return { t: t as ProgrammeWords["t"], tCommon, forecast: { t: forecast, locale }, locale };
}

export type Words = Awaited<ReturnType<typeof openWords>>;
