import type { Locale } from "./config";
import type { Messages, Namespace } from "./messages";

// The bundler looks an import by a computed name up in a list of every file, made anew each time; dozens of components ask.
const loaded = new Map<string, Promise<unknown>>();

function load(locale: Locale, namespace: Namespace): Promise<unknown> {
	const name = `${locale}/${namespace}`;
	const known = loaded.get(name);
	if (known) return known;
	const messages = import(`./messages/${locale}/${namespace}.json`).then(
		(module: { default: unknown }) => module.default,
	);
	loaded.set(name, messages);
	return messages;
}

/** Loads the messages of some namespaces in one language. */
export async function loadMessages<N extends Namespace>(
	locale: Locale,
	namespaces: readonly N[],
): Promise<Pick<Messages, N>> {
	const entries = await Promise.all(
		namespaces.map(async (namespace) => [namespace, await load(locale, namespace)] as const),
	);
	return Object.fromEntries(entries) as Pick<Messages, N>;
}
