"use client";

import { Languages } from "lucide-react";
import { useTransition } from "react";
import { useLocale, useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { setLocale } from "@/lib/platform/preferences/actions";

/** Two languages, so one button: it names the other one, in that language. */
export function LanguageSwitch({ className }: { className?: string }) {
	const t = useTranslations("shell.language");
	const locale = useLocale();
	const [pending, startTransition] = useTransition();
	const other = locale === "en" ? "zh-CN" : "en";
	function change() {
		startTransition(async () => {
			await setLocale({ locale: other });
		});
	}
	return (
		<button
			type="button"
			onClick={change}
			disabled={pending}
			lang={other}
			className={cn(
				"inline-flex h-9 items-center gap-1.5 rounded-md px-2 font-medium text-ink-soft text-xs hover:bg-sunken hover:text-ink disabled:opacity-50",
				className,
			)}
		>
			<Languages aria-hidden="true" className="size-4.5" />
			{t("switch")}
		</button>
	);
}
