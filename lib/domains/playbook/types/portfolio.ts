import type { stuckReasons } from "@/lib/domains/playbook/constants/portfolio";
import type { PortfolioCursor } from "@/lib/domains/playbook/rules/portfolio-query";
import type { DriverScore } from "@/lib/domains/playbook/rules/steps/drivers";
import type { StepStanding } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** What the data say of a step: its state and since when, and whether its criteria hold on the last day judged. */
export type StepMark = Pick<StepStanding, "state" | "since"> & {
	readonly step: Step;
	readonly isMet: boolean;
};

export type PortfolioRow = {
	readonly id: string;
	readonly name: string;
	readonly kind: "WELL_KNOWN" | "NEW_CONSUMPTION";
	readonly category: string;
	readonly managerName: string | null;
	readonly playbookVersion: number | null;
	/** The first step that is not closed or has a required item to do; null when all are, or nothing was begun. */
	readonly step: Step | null;
	/** Since when that step stands still, when that is long ago, and what holds it. */
	readonly stuckSince: Day | null;
	readonly stuckReason: (typeof stuckReasons)[number] | null;
	readonly overdue: number;
	/** Required items by step; null while the brand has no items. */
	readonly steps: readonly { readonly step: Step; readonly required: number; readonly done: number }[] | null;
	/** Net GMV of the last whole days, all shops and channels. */
	readonly netFen: bigint;
	/** Of the same days a year before, null where nothing was on record; and on how many of them something was sold. */
	readonly beforeFen: bigint | null;
	readonly beforeDays: number;
	/** Null until its steps were judged for the first time. */
	readonly marks: readonly StepMark[] | null;
	readonly drivers: readonly DriverScore[] | null;
	readonly cursor: PortfolioCursor;
};

export type PortfolioSums = {
	readonly total: number;
	readonly stuck: number;
	readonly unstarted: number;
	readonly unmanaged: number;
};

export type PortfolioPage = {
	readonly rows: readonly PortfolioRow[];
	/** All brands that match, whatever the page. */
	readonly total: number;
	readonly sums: PortfolioSums;
	readonly hasPrevious: boolean;
	readonly hasNext: boolean;
};

export type MonthJoins = {
	readonly month: string;
	readonly wellKnown: number;
	readonly newConsumption: number;
};
