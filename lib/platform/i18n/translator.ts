import { createTranslator } from "use-intl/core";
import { type Locale, timeZone } from "./config";
import { loadMessages } from "./load";
import type { Messages, Namespace, Translations } from "./messages";

// A translator parses each message once and keeps it: made anew for every request, parsing is a quarter of the page's time.
const translators = new WeakMap<object, unknown>();

/** A translator for code that knows its reader's language, such as mail and the command line. */
export async function createTranslations<N extends Namespace>(
	locale: Locale,
	namespace: N,
): Promise<Translations<N>> {
	const messages = (await loadMessages(locale, [namespace])) as Messages;
	const spoken = messages[namespace];
	const known = translators.get(spoken) as Translations<N> | undefined;
	if (known) return known;
	const translator = createTranslator<Messages, N>({ locale, messages, namespace, timeZone });
	translators.set(spoken, translator);
	return translator;
}
