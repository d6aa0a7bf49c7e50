"use client";

import { type KeyboardEvent, useId } from "react";
import { useTranslations } from "use-intl";
import { cn } from "@/components/ui/cn";
import type { ForceCode } from "@/lib/domains/forces/constants";

export const rubricScores = [0, 1, 2, 3, 4, 5] as const;
export type RubricScore = (typeof rubricScores)[number];

export function toRubricScore(value: number | null): RubricScore | null {
	return rubricScores.find((score) => score === value) ?? null;
}

export type ScoreScaleProps = {
	force: ForceCode;
	/** What is scored, for those who do not see the heading. */
	label: string;
	score: RubricScore | null;
	onScore: (score: RubricScore) => void;
	/** Shown where the anchor's words will stand. */
	hint: string;
	/** Scores below it are shown as below the line. */
	passScore?: number;
	disabled?: boolean;
	/** Called after a digit key has scored, with the control it was pressed in. */
	onKeyScore?: (from: HTMLElement) => void;
	describedBy?: string;
	invalid?: boolean;
};

/** 0–5 side by side, with the chosen anchor in words: one scale for the applicant and the reviewer. Digit keys score. */
export function ScoreScale({ force, label, score, onScore, hint, passScore = 0, ...props }: ScoreScaleProps) {
	const t = useTranslations("admission");
	const name = useId();
	function takeKey(event: KeyboardEvent<HTMLInputElement>) {
		if (event.ctrlKey || event.metaKey || event.altKey) return;
		const chosen = rubricScores.find((value) => String(value) === event.key);
		if (chosen === undefined) return;
		event.preventDefault();
		onScore(chosen);
		props.onKeyScore?.(event.currentTarget);
	}
	return (
		<div
			role="radiogroup"
			aria-label={label}
			aria-describedby={props.describedBy}
			aria-invalid={props.invalid || undefined}
			className="min-w-0"
		>
			<div className="grid grid-cols-6 gap-1">
				{rubricScores.map((value) => (
					<label
						key={value}
						className={cn(
							"flex h-10 cursor-pointer items-center justify-center rounded-md border border-line-strong/60 bg-surface text-ink-soft text-sm transition-colors has-focus-visible:outline-2 has-focus-visible:outline-focus has-focus-visible:outline-offset-2",
							score === null && props.invalid && "border-danger",
							score === value && value >= passScore && "border-brand bg-brand font-semibold text-on-brand",
							score === value && value < passScore && "border-danger bg-danger font-semibold text-on-danger",
							score !== value && !props.disabled && "hover:border-brand hover:text-ink",
							props.disabled && "cursor-not-allowed opacity-60",
						)}
					>
						<input
							type="radio"
							name={name}
							value={value}
							checked={score === value}
							disabled={props.disabled}
							onChange={() => onScore(value)}
							onKeyDown={takeKey}
							aria-label={`${value} · ${t(`rubric.${force}.${value}`)}`}
							className="sr-only"
						/>
						<span aria-hidden="true" className="figure">
							{value}
						</span>
					</label>
				))}
			</div>
			<p className="mt-2 min-h-9 text-xs">
				{score === null ? (
					<span className="text-ink-faint">{hint}</span>
				) : (
					<>
						<span className="font-medium text-ink">{t(`rubric.scale.${score}`)}</span>
						<span className="mx-1.5 text-ink-faint">·</span>
						<span className="text-ink-soft">{t(`rubric.${force}.${score}`)}</span>
					</>
				)}
			</p>
		</div>
	);
}
