"use client";

import { Eye, EyeOff } from "lucide-react";
import { type ComponentProps, useState } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";

/** A password that can be looked at while it is typed. */
export function PasswordInput(props: ComponentProps<typeof Input>) {
	const t = useTranslations("identity.password");
	const [shown, setShown] = useState(false);
	const Icon = shown ? EyeOff : Eye;
	return (
		<span className="relative block">
			<Input
				{...props}
				type={shown ? "text" : "password"}
				autoCapitalize="none"
				spellCheck={false}
				className="pr-10"
			/>
			<button
				type="button"
				onClick={() => setShown(!shown)}
				aria-label={t(shown ? "hide" : "show")}
				aria-pressed={shown}
				className="absolute inset-y-0 right-0 flex w-10 items-center justify-center rounded-md text-ink-faint hover:text-ink"
			>
				<Icon aria-hidden="true" className="size-4" />
			</button>
		</span>
	);
}
