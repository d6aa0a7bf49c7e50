import type { stepFigures } from "@/lib/domains/playbook/constants/step-policy";
import type { StepPolicy } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** What stands in a policy row of the kind `steps`. */
export type StepPolicyDocument = { readonly schemaVersion: 1 } & Omit<StepPolicy, "version">;

export type StepFigure = (typeof stepFigures)[number];
export type StepFigureCode = StepFigure["code"];

/** A policy draft as a person types it, by figure. */
export type StepPolicyForm = Readonly<Record<StepFigureCode, string>>;

/** A version and the first business day it is in force on. */
export type DatedStepPolicy = { readonly effectiveFrom: Day; readonly policy: StepPolicy };

export type StepPolicyChange = {
	readonly figure: StepFigureCode;
	readonly direction: "stricter" | "easier" | "other";
	readonly before: number;
	readonly after: number;
};

export type StepFindingCode =
	| "LIVE_DAYS_OVER_WINDOW"
	| "LIVE_HOURS_OVER_WINDOW"
	| "SHARES_OVER_WHOLE"
	| "ALL_SHARES_OVER_WHOLE"
	| "BURST_NO_RISE"
	| "GROWTH_NO_RISE"
	| "WINDOW_NOT_WEEKS"
	| "REOPENS_FAST"
	| "LENGTHS_CHANGED";

export type StepFinding = { readonly code: StepFindingCode; readonly severity: "error" | "warning" };

/** What a policy would do to one step of all brands, on the last day judged. */
export type StepTrial = {
	readonly step: Step;
	/** Brands whose data hold it, by the policy in force and by the one tried. */
	readonly metNow: number;
	readonly metThen: number;
	/** Open ones, items done, that would close on the first day; closed ones that would begin to fall below. */
	readonly wouldClose: number;
	readonly wouldFall: number;
};

export type BrandTrial = {
	readonly brandId: string;
	readonly name: string;
	readonly gained: readonly Step[];
	readonly lost: readonly Step[];
};

export type PolicyTrial = {
	readonly day: Day;
	readonly brands: number;
	readonly steps: readonly StepTrial[];
	/** Brands with a step that holds by one policy only. */
	readonly changed: number;
	/** Some of them, those that lose most first. */
	readonly examples: readonly BrandTrial[];
	/** Whether the day had to be computed anew, as the policy has other lengths than the day is stored with. */
	readonly isComputed: boolean;
};
