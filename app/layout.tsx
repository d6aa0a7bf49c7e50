import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { IntlRoot } from "@/components/shell/intl-root";
import { ToastHost } from "@/components/ui/toast";
import { loadMessages } from "@/lib/platform/i18n/load";
import { getLocale, getTranslations } from "@/lib/platform/i18n/server";
import { readPreferences } from "@/lib/platform/preferences/read";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
	const t = await getTranslations("common");
	return {
		title: { default: t("brand"), template: `%s · ${t("brand")}` },
		description: t("description"),
		icons: { icon: { url: "/brand/mark.svg", type: "image/svg+xml" } },
		robots: { index: false },
		formatDetection: { telephone: false, email: false, address: false },
	};
}

export const viewport: Viewport = {
	colorScheme: "light dark",
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#f3f7f4" },
		{ media: "(prefers-color-scheme: dark)", color: "#06171a" },
	],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
	const [locale, { theme }] = await Promise.all([getLocale(), readPreferences()]);
	const messages = await loadMessages(locale, ["common", "shell", "failure"]);
	return (
		<html lang={locale} data-theme={theme}>
			<body>
				<IntlRoot locale={locale} messages={messages}>
					{children}
					<ToastHost />
				</IntlRoot>
			</body>
		</html>
	);
}
