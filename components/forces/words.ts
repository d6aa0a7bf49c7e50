import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What a page's small parts speak with: opened once by the part that awaits, handed down to rows that render at once. */
export async function openWords() {
	const [t, locale] = await Promise.all([getTranslations("forces"), getLocale()]);
	return { t, locale };
}

export type Words = Awaited<ReturnType<typeof openWords>>;
