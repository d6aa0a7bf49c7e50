import { type Change, compareFen } from "@/lib/domains/gmv/rules/compare";
import { fewDaysBefore } from "@/lib/domains/playbook/constants/portfolio";

export type YearOnYear =
	| { readonly kind: "CHANGE"; readonly change: Change }
	/** Sold on too few of the days before for a growth that means anything. */
	| { readonly kind: "FEW_DAYS"; readonly days: number }
	| { readonly kind: "NONE" };

type Nets = { netFen: bigint; beforeFen: bigint | null; beforeDays: number };

/** The portfolio's days against the same days a year before; a growth needs `fewDaysBefore` days with sales among those. */
export function compareYear({ netFen, beforeFen, beforeDays }: Nets): YearOnYear {
	if (beforeFen === null || (beforeDays === 0 && beforeFen === 0n)) return { kind: "NONE" };
	if (beforeDays < fewDaysBefore) return { kind: "FEW_DAYS", days: beforeDays };
	return { kind: "CHANGE", change: compareFen(netFen, beforeFen) };
}
