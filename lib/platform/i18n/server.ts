import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { defaultLocale, isLocale, type Locale, localeCookie } from "./config";
import type { Namespace, Translations } from "./messages";
import { createTranslations } from "./translator";

/** The reader's language: the cookie set by the language switch, Chinese otherwise. */
export const getLocale = cache(async (): Promise<Locale> => {
	const value = (await cookies()).get(localeCookie)?.value;
	return isLocale(value) ? value : defaultLocale;
});

/** The messages of a namespace in the reader's language. */
export async function getTranslations<N extends Namespace>(namespace: N): Promise<Translations<N>> {
	return createTranslations(await getLocale(), namespace);
}
