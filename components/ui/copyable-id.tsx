"use client";

import { Check, Copy } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { cn } from "./cn";

export type CopyableIdProps = {
	value: string;
	/** What the value is, such as 统一社会信用代码; read with the button. */
	label: string;
	/** Shows only the last characters of a long id; the whole is copied. */
	shortened?: boolean;
	className?: string;
};

export function CopyableId({ value, label, shortened, className }: CopyableIdProps) {
	const t = useTranslations("common");
	const [copied, setCopied] = useState(false);
	useEffect(() => {
		if (!copied) return;
		const timer = setTimeout(() => setCopied(false), 1600);
		return () => clearTimeout(timer);
	}, [copied]);
	async function copy() {
		await navigator.clipboard.writeText(value);
		setCopied(true);
	}
	const Icon = copied ? Check : Copy;
	return (
		<span className={cn("inline-flex items-center gap-1 font-mono text-ink-soft text-xs", className)}>
			<span title={value}>{shortened && value.length > 10 ? `…${value.slice(-8)}` : value}</span>
			<button
				type="button"
				onClick={copy}
				aria-label={t("copy.action", { label })}
				className="rounded-sm p-1.5 text-ink-faint hover:bg-sunken hover:text-ink"
			>
				<Icon aria-hidden="true" className={cn("size-3.5", copied && "text-success")} />
			</button>
			<span role="status" className="sr-only">
				{copied ? t("copy.done") : ""}
			</span>
		</span>
	);
}
