import { getLocale, getTranslations } from "@/lib/platform/i18n/server";

/** What the leaderboard's small parts speak with: opened once, handed down to rows that render at once. */
export async function openBoardWords() {
	const [t, tTiers, locale] = await Promise.all([
		getTranslations("leaderboard"),
		getTranslations("tiers"),
		getLocale(),
	]);
	return { t, tTiers, locale };
}

export type BoardWords = Awaited<ReturnType<typeof openBoardWords>>;
