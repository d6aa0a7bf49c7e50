import { Check, X } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { cn } from "./cn";

export const stepStates = ["done", "current", "todo", "error"] as const;
export type StepState = (typeof stepStates)[number];
export type Step = { id: string; label: string; state: StepState; hint?: ReactNode; href?: string };

export type StepperProps = {
	steps: readonly Step[];
	label: string;
	/** The states in the reader's language, read before each step. */
	stateLabels: Record<StepState, string>;
};

/** The parts of a long form. On a phone only the current part's name is written out. */
export function Stepper({ steps, label, stateLabels }: StepperProps) {
	return (
		<nav aria-label={label}>
			<ol className="flex items-start">
				{steps.map((step, index) => (
					<li key={step.id} className="relative flex min-w-0 flex-1 flex-col items-center px-1 text-center">
						{index > 0 && (
							<span
								aria-hidden="true"
								className={cn(
									"absolute top-4 right-[calc(50%+1.25rem)] left-[calc(-50%+1.25rem)] h-px bg-line-strong/50",
									(step.state === "done" || step.state === "current") && "bg-brand",
								)}
							/>
						)}
						<StepBody step={step} number={index + 1} stateLabel={stateLabels[step.state]} />
					</li>
				))}
			</ol>
		</nav>
	);
}

function StepBody({ step, number, stateLabel }: { step: Step; number: number; stateLabel: string }) {
	const body = (
		<>
			<span className="sr-only">{stateLabel}</span>
			<span
				className={cn(
					"figure flex size-8 items-center justify-center rounded-full border border-line-strong bg-surface text-ink-faint text-sm",
					step.state === "done" && "border-brand bg-brand-soft text-brand-ink",
					step.state === "current" && "border-brand bg-brand text-on-brand",
					step.state === "error" && "border-danger bg-danger-soft text-danger-ink",
				)}
			>
				<StepSign state={step.state} number={number} />
			</span>
			<span
				className={cn(
					"mt-1.5 text-xs max-sm:sr-only",
					step.state === "current" ? "font-semibold text-ink max-sm:not-sr-only" : "text-ink-soft",
				)}
			>
				{step.label}
			</span>
			{step.hint && <span className="text-2xs text-ink-faint max-sm:hidden">{step.hint}</span>}
		</>
	);
	const shared = "flex flex-col items-center rounded-md";
	if (!step.href) {
		return (
			<span aria-current={step.state === "current" ? "step" : undefined} className={shared}>
				{body}
			</span>
		);
	}
	return (
		<Link href={step.href} aria-current={step.state === "current" ? "step" : undefined} className={shared}>
			{body}
		</Link>
	);
}

function StepSign({ state, number }: { state: StepState; number: number }) {
	if (state === "done") return <Check aria-hidden="true" className="size-4" />;
	if (state === "error") return <X aria-hidden="true" className="size-4" />;
	return number;
}
