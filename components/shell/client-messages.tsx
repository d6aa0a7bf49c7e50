import type { ReactNode } from "react";
import { loadMessages } from "@/lib/platform/i18n/load";
import type { Namespace } from "@/lib/platform/i18n/messages";
import { getLocale } from "@/lib/platform/i18n/server";
import { IntlExtension } from "./intl-extension";

/** Sends the messages of some namespaces to the client components inside, beside those sent further up. */
export async function ClientMessages({
	namespaces,
	children,
}: {
	namespaces: readonly Namespace[];
	children: ReactNode;
}) {
	const messages = await loadMessages(await getLocale(), namespaces);
	return <IntlExtension messages={messages}>{children}</IntlExtension>;
}
