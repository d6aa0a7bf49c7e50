"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuRadioGroup,
	DropdownMenuRadioItem,
	DropdownMenuTrigger,
} from "@/components/ui/dropdown-menu";
import { setTheme } from "@/lib/platform/preferences/actions";

const choices = [
	{ value: "system", Icon: Monitor },
	{ value: "light", Icon: Sun },
	{ value: "dark", Icon: Moon },
] as const;

export type ThemeChoice = (typeof choices)[number]["value"];

/** Changes the page at once and keeps the choice in a cookie, so that the next page is rendered in it. */
export function ThemeSwitch({ theme }: { theme: ThemeChoice }) {
	const t = useTranslations("shell.theme");
	const [chosen, setChosen] = useState<ThemeChoice>(theme);
	const [, startTransition] = useTransition();
	function change(value: string) {
		const choice = choices.find((candidate) => candidate.value === value)?.value;
		if (!choice) return;
		setChosen(choice);
		document.documentElement.dataset.theme = choice;
		startTransition(async () => {
			await setTheme({ theme: choice });
		});
	}
	return (
		<DropdownMenu>
			<DropdownMenuTrigger
				aria-label={t("label")}
				className="inline-flex size-9 items-center justify-center rounded-md text-ink-soft hover:bg-sunken hover:text-ink"
			>
				<Sun aria-hidden="true" className="size-4.5 dark:hidden" />
				<Moon aria-hidden="true" className="hidden size-4.5 dark:block" />
			</DropdownMenuTrigger>
			<DropdownMenuContent align="end" className="min-w-36">
				<DropdownMenuRadioGroup value={chosen} onValueChange={change}>
					{choices.map(({ value, Icon }) => (
						<DropdownMenuRadioItem key={value} value={value}>
							<Icon aria-hidden="true" />
							{t(value)}
						</DropdownMenuRadioItem>
					))}
				</DropdownMenuRadioGroup>
			</DropdownMenuContent>
		</DropdownMenu>
	);
}
