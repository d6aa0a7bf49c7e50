"use client";

import { Check, CircleAlert } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import { Progress } from "@/components/ui/progress";
import type { FormProgress, SectionProgress } from "@/lib/domains/admission/rules/form-progress";
import type { ApplicationSection } from "@/lib/domains/admission/types";
import { formatBps } from "@/lib/platform/format";

export type StepNavProps = {
	progress: FormProgress;
	current: ApplicationSection;
	/** Sections a reviewer asked to have mended. */
	asked: readonly ApplicationSection[];
	onGo: (section: ApplicationSection) => void;
};

/** The steps, each with what it lacks; every one can be entered at any time. On a phone they scroll sideways. */
export function StepNav({ progress, current, asked, onGo }: StepNavProps) {
	const t = useTranslations("admission");
	const valueText = t("form.progress", { done: progress.done, total: progress.total });
	return (
		<div className="lg:sticky lg:top-20">
			<div className="mb-3 lg:mb-5">
				<div className="mb-1.5 flex items-baseline justify-between gap-3">
					<span className="figure text-ink-soft text-xs">{valueText}</span>
					<span className="figure font-semibold text-ink text-lg">
						{formatBps(Math.floor((progress.done * 100) / Math.max(1, progress.total)) * 100)}
					</span>
				</div>
				<Progress label={t("apply.title")} value={progress.done} max={progress.total} valueText={valueText} />
			</div>
			<nav
				aria-label={t("form.stepsLabel")}
				className="-mx-4 overflow-x-auto px-4 lg:mx-0 lg:overflow-visible lg:px-0"
			>
				<ol className="flex gap-2 lg:flex-col lg:gap-1">
					{progress.sections.map((row, index) => (
						<li key={row.section} className="shrink-0">
							<StepButton
								row={row}
								number={index + 1}
								isCurrent={row.section === current}
								isAsked={asked.includes(row.section)}
								onGo={() => onGo(row.section)}
							/>
						</li>
					))}
				</ol>
			</nav>
		</div>
	);
}

type StepButtonProps = {
	row: SectionProgress;
	number: number;
	isCurrent: boolean;
	isAsked: boolean;
	onGo: () => void;
};

function StepButton({ row, number, isCurrent, isAsked, onGo }: StepButtonProps) {
	const t = useTranslations("admission");
	const button = useRef<HTMLButtonElement>(null);
	useEffect(() => {
		if (isCurrent) button.current?.scrollIntoView({ inline: "center", block: "nearest" });
	}, [isCurrent]);
	const isDone = row.missing.length === 0 && row.faulty.length === 0;
	const note =
		row.faulty.length > 0
			? t("form.stepFaulty", { count: row.faulty.length })
			: isDone
				? t("form.stepDone")
				: t("form.stepOpen", { count: row.missing.length });
	return (
		<button
			ref={button}
			type="button"
			aria-current={isCurrent ? "step" : undefined}
			onClick={onGo}
			className={cn(
				"flex w-full items-center gap-3 rounded-md border border-transparent px-3 py-2 text-left transition-colors",
				isCurrent ? "border-line bg-surface shadow-xs" : "hover:bg-surface/70 max-lg:border-line",
			)}
		>
			<span
				aria-hidden="true"
				className={cn(
					"figure flex size-7 shrink-0 items-center justify-center rounded-full border text-xs",
					isDone ? "border-brand bg-brand text-on-brand" : "border-line-strong bg-surface text-ink-soft",
					row.faulty.length > 0 && "border-danger bg-danger-soft text-danger-ink",
					isAsked && "border-warning bg-warning-soft text-warning-ink",
				)}
			>
				{isAsked ? <CircleAlert className="size-4" /> : isDone ? <Check className="size-4" /> : number}
			</span>
			<span className="min-w-0">
				<span
					className={cn(
						"block whitespace-nowrap text-sm",
						isCurrent ? "font-semibold text-ink" : "text-ink-soft",
					)}
				>
					{t(`sections.${row.section}`)}
				</span>
				<span
					className={cn(
						"figure block whitespace-nowrap text-xs",
						row.faulty.length > 0 ? "text-danger-ink" : "text-ink-faint",
					)}
				>
					{note}
				</span>
			</span>
		</button>
	);
}
