"use client";

import type { ReactNode } from "react";
import { IntlProvider, type Locale } from "use-intl";
import { timeZone } from "@/lib/platform/i18n/config";
import type { Messages } from "@/lib/platform/i18n/messages";

/** The language of the page and the messages every client component may count on: `common`, `shell` and `failure`. */
export function IntlRoot({
	locale,
	messages,
	children,
}: {
	locale: Locale;
	messages: Pick<Messages, "failure"> & Partial<Messages>;
	children: ReactNode;
}) {
	return (
		<IntlProvider locale={locale} messages={messages} timeZone={timeZone}>
			{children}
		</IntlProvider>
	);
}
