import type { Change } from "@/lib/domains/gmv/rules/compare";
import type { DriverScore } from "@/lib/domains/playbook/rules/steps/drivers";
import type { StepStanding } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";

/** What the data say of a step: its state and since when, and whether its criteria hold on the last day judged. */
export type StepMark = Pick<StepStanding, "state" | "since"> & {
	readonly step: Step;
	readonly isMet: boolean;
};

/** A brand's figures in the portfolio, beside its checklist. */
export type PortfolioFigures = {
	/** Null until its steps were judged for the first time. */
	readonly marks: readonly StepMark[] | null;
	readonly drivers: readonly DriverScore[] | null;
	/** Net GMV of the last whole days, all shops and channels. */
	readonly netFen: bigint;
	/** Against the same days a year before; null where nothing was sold then. */
	readonly yearOnYear: Change | null;
};

export type MonthJoins = {
	readonly month: string;
	readonly wellKnown: number;
	readonly newConsumption: number;
};
