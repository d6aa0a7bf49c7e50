import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What a page's small parts speak with: opened once by the part that awaits, handed down to rows that render at once. */
export async function openWords() {
	const [t, tForces, locale] = await Promise.all([
		getTranslations("tiers"),
		getTranslations("forces"),
		getLocale(),
	]);
	return { t, tForces, locale };
}

export type Words = Awaited<ReturnType<typeof openWords>>;
