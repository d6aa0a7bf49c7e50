import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** What a partner did for a brand, its own organisation's work only. */
export type ServiceRecord = {
	readonly brandId: string;
	readonly name: string;
	readonly category: string;
	/** The first day of its service, and the day it ended; null while it serves. */
	readonly from: Day;
	readonly to: Day | null;
	/** Hand-ins, each counted as often as it was made, and what became of them. */
	readonly handedIn: number;
	readonly accepted: number;
	readonly sentBack: number;
	readonly waiting: number;
	/** Items that are done by a hand-in of this partner, and those of them it handed in by the day they were due. */
	readonly done: number;
	readonly onTime: number;
	/** Steps that closed on a day of its service, with those that stand open again. */
	readonly closed: readonly { readonly step: Step; readonly day: Day; readonly isReopened: boolean }[];
};
