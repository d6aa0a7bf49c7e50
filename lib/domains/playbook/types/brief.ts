import type { CriterionMove } from "@/lib/domains/playbook/rules/steps/series";
import type { CriterionCode } from "@/lib/domains/playbook/types/steps";
import type { Step } from "@/lib/domains/playbook/types/template";
import type { Day } from "@/lib/platform/time";

/** What a week brought a brand. Amounts are fen as text, because it is kept as JSON. */
export type Brief = {
	/** The week's Monday. */
	readonly week: Day;
	readonly netFen: string;
	readonly beforeFen: string;
	readonly moves: readonly CriterionMove[];
	/** The version of the step policy the week's last day was judged by; null where it was not judged, absent in briefs of before. */
	readonly policyVersion?: number | null;
	readonly changes: readonly {
		readonly step: Step;
		readonly day: Day;
		readonly to: "CLOSED" | "REOPENED";
		readonly missing: readonly CriterionCode[];
	}[];
	readonly items: { readonly done: number; readonly overdue: number; readonly due: number };
	/** The product with the most distribution GMV of the week. */
	readonly product: {
		readonly shopId: number;
		readonly productId: string;
		readonly name: string;
		readonly fen: string;
		readonly sales: number;
		/** The week against the product's baseline. */
		readonly hundredths: number | null;
	} | null;
	readonly streamers: {
		readonly count: number;
		readonly before: number;
		readonly top: readonly { readonly streamerId: string; readonly fen: string; readonly sales: number }[];
	};
};
