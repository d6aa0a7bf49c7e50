import type { Locale } from "./config";
import type { Messages, Namespace } from "./messages";

/** Loads the messages of some namespaces in one language. */
export async function loadMessages<N extends Namespace>(
	locale: Locale,
	namespaces: readonly N[],
): Promise<Pick<Messages, N>> {
	const entries = await Promise.all(
		namespaces.map(async (namespace) => {
			const module: { default: unknown } = await import(`./messages/${locale}/${namespace}.json`);
			return [namespace, module.default] as const;
		}),
	);
	return Object.fromEntries(entries) as Pick<Messages, N>;
}
