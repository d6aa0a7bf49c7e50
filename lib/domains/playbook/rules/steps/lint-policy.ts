import { haveSameLengths } from "@/lib/domains/playbook/rules/steps/policy-on";
import type { StepFigureCode, StepFinding, StepFindingCode } from "@/lib/domains/playbook/types/step-policy";

type Figures = Readonly<Record<StepFigureCode, number>>;

const WHOLE = 10_000;
const MINUTES_OF_DAY = 24 * 60;

const faults: readonly (readonly [StepFindingCode, (figures: Figures) => boolean])[] = [
	["LIVE_DAYS_OVER_WINDOW", ({ liveDays, windowDays }) => liveDays > windowDays],
	["LIVE_HOURS_OVER_WINDOW", ({ liveMinutes, windowDays }) => liveMinutes > windowDays * MINUTES_OF_DAY],
	[
		"SHARES_OVER_WHOLE",
		({ selfLiveShareBps, privateShareBps }) => selfLiveShareBps + privateShareBps > WHOLE,
	],
];

const surprises: readonly (readonly [StepFindingCode, (figures: Figures) => boolean])[] = [
	[
		"ALL_SHARES_OVER_WHOLE",
		({ publicShareBps, selfLiveShareBps, privateShareBps }) =>
			selfLiveShareBps + privateShareBps <= WHOLE &&
			publicShareBps + selfLiveShareBps + privateShareBps > WHOLE,
	],
	["BURST_NO_RISE", ({ burstHundredths }) => burstHundredths <= 100],
	["GROWTH_NO_RISE", ({ growthHundredths }) => growthHundredths <= 100],
	["WINDOW_NOT_WEEKS", ({ windowDays }) => windowDays % 7 !== 0],
	["REOPENS_FAST", ({ reopenAfterDays }) => reopenAfterDays < 7],
];

/**
 * Contradictions of a policy, which keep it from being published, and what its author should have meant. Other lengths than
 * those in force are told of: the windows of the days before stay as they were counted, and lines begin anew.
 */
export function lintStepPolicy(policy: Figures, inForce: Figures): StepFinding[] {
	const found = (rows: typeof faults, severity: StepFinding["severity"]) =>
		rows.filter(([, holds]) => holds(policy)).map(([code]) => ({ code, severity }));
	const lengths = haveSameLengths(policy, inForce)
		? []
		: [{ code: "LENGTHS_CHANGED", severity: "warning" } as const];
	return [...found(faults, "error"), ...lengths, ...found(surprises, "warning")];
}

export function mayPublish(findings: readonly StepFinding[]): boolean {
	return findings.every(({ severity }) => severity !== "error");
}
