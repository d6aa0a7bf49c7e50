import "server-only";
import { cookies } from "next/headers";
import { cache } from "react";
import { defaultLocale, isLocale, type Locale, localeCookie } from "./config";
import type { Namespace } from "./messages";
import { createTranslations, type Translations } from "./translator";

/** The reader's language: the cookie set by the language switch, Chinese otherwise. */
export const getLocale = cache(async (): Promise<Locale> => {
	const value = (await cookies()).get(localeCookie)?.value;
	return isLocale(value) ? value : defaultLocale;
});

// Building a translator costs a third of a millisecond, and a page of small components asks for the same one a hundred
// times. Which messages it speaks is told by `getTranslations`: comparing all with one takes the type checker minutes.
const openTranslations = cache(
	async (namespace: Namespace): Promise<unknown> => createTranslations(await getLocale(), namespace),
);

/** The messages of a namespace in the reader's language, opened once per request. */
export function getTranslations<N extends Namespace>(namespace: N): Promise<Translations<N>> {
	return openTranslations(namespace) as Promise<Translations<N>>;
}
