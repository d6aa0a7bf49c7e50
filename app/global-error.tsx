"use client";

import { IntlRoot } from "@/components/shell/intl-root";
import { ErrorState } from "@/components/ui/error-state";
import { readDigest } from "@/components/ui/read-digest";
import { isLocale, localeCookie } from "@/lib/platform/i18n/config";
import en from "@/lib/platform/i18n/messages/en/failure.json";
import zh from "@/lib/platform/i18n/messages/zh-CN/failure.json";
import "./globals.css";

function readCookie(name: string): string | undefined {
	if (typeof document === "undefined") return undefined;
	return new RegExp(`(?:^|; )${name}=([^;]*)`).exec(document.cookie)?.[1];
}

/** Stands in when the root layout itself fails, so it brings its own document, language and theme. */
export default function GlobalError({ error, retry }: { error: unknown; retry: () => void }) {
	const chosen = readCookie(localeCookie);
	const locale = isLocale(chosen) ? chosen : "zh-CN";
	const failure = locale === "en" ? en : zh;
	return (
		<html lang={locale} data-theme={readCookie("theme") ?? "system"}>
			<body>
				<title>{failure.brand}</title>
				<IntlRoot locale={locale} messages={{ failure }}>
					<main className="flex min-h-dvh items-center justify-center px-4">
						<ErrorState as="h1" reference={readDigest(error)} onRetry={retry} />
					</main>
				</IntlRoot>
			</body>
		</html>
	);
}
