"use client";

import type { ReactNode } from "react";
import { IntlProvider, type Locale } from "use-intl";
import { timeZone } from "@/lib/platform/i18n/config";
import type { Messages } from "@/lib/platform/i18n/messages";

/** The language of the page and the messages every client component may count on: `common` and `shell`. */
export function IntlRoot({
	locale,
	messages,
	children,
}: {
	locale: Locale;
	messages: Pick<Messages, "common" | "shell">;
	children: ReactNode;
}) {
	return (
		<IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
			{children}
		</IntlProvider>
	);
}
