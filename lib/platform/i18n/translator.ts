import { createTranslator } from "use-intl/core";
import { type Locale, timeZone } from "./config";
import { loadMessages } from "./load";
import type { Messages, Namespace } from "./messages";

/** A translator for code that knows its reader's language, such as mail and the command line. */
export async function createTranslations<N extends Namespace>(locale: Locale, namespace: N) {
	const messages = (await loadMessages(locale, [namespace])) as Messages;
	return createTranslator<Messages, N>({ locale, messages, namespace, timeZone });
}
