"use client";

import { CircleCheck, CircleDashed, CircleX } from "lucide-react";
import { useLocale, useTranslations } from "use-intl";
import { describeFigure, standardKey } from "@/components/admission/describe-figure";
import { cn } from "@/components/ui/cn";
import type { StandardResult } from "@/lib/domains/admission/types";

const looks = {
	passed: { Icon: CircleCheck, classes: "text-success" },
	failed: { Icon: CircleX, classes: "text-danger" },
	manual: { Icon: CircleDashed, classes: "text-ink-faint" },
} as const;

/** What the machine found, standard by standard, failures first. */
export function StandardsList({
	results,
	columns = 1,
}: {
	results: readonly StandardResult[];
	columns?: 1 | 2;
}) {
	const t = useTranslations("admission");
	const order = { failed: 0, manual: 1, passed: 2 } as const;
	const sorted = [...results].sort((a, b) => order[a.status] - order[b.status]);
	return (
		<ul aria-label={t("checks.label")} className={cn("grid gap-x-8", columns === 2 && "md:grid-cols-2")}>
			{sorted.map((result) => (
				<StandardRow key={result.standardId} result={result} />
			))}
		</ul>
	);
}

function StandardRow({ result }: { result: StandardResult }) {
	const t = useTranslations("admission");
	const locale = useLocale();
	const { Icon, classes } = looks[result.status];
	const key = standardKey(result.standardId);
	const threshold = result.threshold === null ? "" : describeFigure(result.threshold, result.unit, locale);
	return (
		<li className="flex items-start gap-2.5 border-line border-b py-2.5 text-sm last:border-b-0">
			<Icon aria-hidden="true" className={cn("mt-0.5 size-4.5 shrink-0", classes)} />
			<div className="flex min-w-0 grow flex-wrap items-baseline justify-between gap-x-4">
				<span className={cn("text-ink", result.status === "failed" && "font-medium")}>
					<span className="sr-only">{t(`checks.${result.status}`)} · </span>
					{t.has(key) ? t(key, { threshold }) : result.standardId}
				</span>
				<Finding result={result} />
			</div>
		</li>
	);
}

function Finding({ result }: { result: StandardResult }) {
	const t = useTranslations("admission");
	const locale = useLocale();
	const value =
		result.value !== null && result.kind !== "no_red_line" && result.unit
			? result.unit === "months"
				? t("checks.months", { count: Number(result.value) })
				: describeFigure(result.value, result.unit, locale)
			: null;
	const reason = result.status === "passed" ? null : t(`codes.standard.${result.reason}`);
	return (
		<span className={cn("figure text-xs", result.status === "failed" ? "text-danger-ink" : "text-ink-faint")}>
			{[reason, value && t("checks.actual", { value })].filter(Boolean).join(" · ")}
		</span>
	);
}
