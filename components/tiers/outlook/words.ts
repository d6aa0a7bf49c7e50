import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What the small parts of the outlook speak with: opened once, handed down. */
export async function openWords() {
	const [t, tTiers, tForces, locale] = await Promise.all([
		getTranslations("outlook"),
		getTranslations("tiers"),
		getTranslations("forces"),
		getLocale(),
	]);
	return { t, tTiers, tForces, locale };
}

export type Words = Awaited<ReturnType<typeof openWords>>;
