"use client";

import { type ReactNode, useMemo } from "react";
import { IntlProvider, useLocale, useMessages } from "use-intl";
import type { Messages } from "@/lib/platform/i18n/messages";

/** Adds namespaces to those of the provider above; an IntlProvider by itself would replace them. */
export function IntlExtension({ messages, children }: { messages: Partial<Messages>; children: ReactNode }) {
	const locale = useLocale();
	const inherited = useMessages();
	const merged = useMemo(() => ({ ...inherited, ...messages }), [inherited, messages]);
	return (
		<IntlProvider locale={locale} messages={merged}>
			{children}
		</IntlProvider>
	);
}
