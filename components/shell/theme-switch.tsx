"use client";

import { Moon, Sun } from "lucide-react";
import { lazy } from "react";
import { useTranslations } from "use-intl";
import { OnDemand } from "@/components/ui/on-demand";

export type ThemeChoice = "system" | "light" | "dark";

const load = () => import("./theme-switch-opened");
const ThemeSwitchOpened = lazy(load);

/** Changes the page at once and keeps the choice in a cookie, so that the next page is rendered in it. */
export function ThemeSwitch({ theme }: { theme: ThemeChoice }) {
	const t = useTranslations("shell.theme");
	const face = {
		label: t("label"),
		className:
			"inline-flex size-9 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink",
		children: (
			<>
				<Sun aria-hidden="true" className="size-4.5 dark:hidden" />
				<Moon aria-hidden="true" className="hidden size-4.5 dark:block" />
			</>
		),
	};
	const opened = <ThemeSwitchOpened face={face} theme={theme} />;
	return <OnDemand opens="menu" load={load} face={face} opened={opened} />;
}
