import type { DriverScore } from "@/lib/domains/playbook/rules/steps/drivers";
import type { CriterionMove, CriterionSeries } from "@/lib/domains/playbook/rules/steps/series";
import type { DatedStepPolicy } from "@/lib/domains/playbook/types/step-policy";
import type {
	CriterionCode,
	StepChange,
	StepInputs,
	StepPolicy,
	StepStanding,
	StepVerdict,
} from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

export type BrandInputs = StepInputs & { readonly brandId: string };

/** A day as it is stored: with the version of the policy it was judged under, whose lengths its windows have. */
export type StoredInputs = BrandInputs & { readonly policyVersion: number };

export type StepResult = StepStanding & {
	readonly step: Step;
	readonly verdict: StepVerdict;
	/** How every criterion moved in seven days; null without a value on both days. */
	readonly trends: Readonly<Partial<Record<CriterionCode, number | null>>>;
	/** Newest first. */
	readonly changes: readonly (StepChange & { readonly missing: readonly CriterionCode[] })[];
};

export type BrandSteps = {
	readonly day: Day;
	readonly steps: readonly StepResult[];
	readonly drivers: readonly DriverScore[];
	/** The stored days, oldest first, the one shown being the last. */
	readonly days: readonly StoredInputs[];
	/** The version the last day was judged under, and all there are. */
	readonly policy: StepPolicy;
	readonly policies: readonly DatedStepPolicy[];
};

/** How the steps stand now. */
export type StepsGlance = Pick<BrandSteps, "day" | "steps" | "drivers" | "policy"> & {
	/** What moved since the day before the last one judged. */
	readonly moves: readonly CriterionMove[];
};

/** What a page of the steps shows. */
export type StepsView = StepsGlance & {
	/** The first day judged under this version, when that is among the days shown. */
	readonly policySince: Day | null;
	/** The last 28 days of every criterion. */
	readonly series: CriterionSeries;
	/** What the product with the best coefficient is called. */
	readonly burstName: string | null;
};
