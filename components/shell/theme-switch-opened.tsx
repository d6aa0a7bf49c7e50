"use client";

import { Monitor, Moon, Sun } from "lucide-react";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import {
	DropdownMenu,
	DropdownMenuContent,
	DropdownMenuFace,
	DropdownMenuRadioGroup,
	DropdownMenuRadioItem,
} from "@/components/ui/dropdown-menu";
import type { Face } from "@/components/ui/on-demand";
import { setTheme } from "@/lib/platform/preferences/actions";
import type { ThemeChoice } from "./theme-switch";

const choices = [
	{ value: "system", Icon: Monitor },
	{ value: "light", Icon: Sun },
	{ value: "dark", Icon: Moon },
] as const satisfies readonly { value: ThemeChoice; Icon: typeof Sun }[];

export default function ThemeSwitchOpened({ face, theme }: { face: Face; theme: ThemeChoice }) {
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
		<DropdownMenu defaultOpen>
			<DropdownMenuFace {...face} />
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
