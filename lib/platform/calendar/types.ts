import type { Day } from "@/lib/platform/time";

/** A day that differs from Monday–Friday. */
export type SpecialDay = {
	readonly day: Day;
	readonly isWorkday: boolean;
	readonly nameZh: string;
	readonly nameEn: string;
};

export type CalendarChange = {
	readonly set: readonly SpecialDay[];
	/** Days that become ordinary again. */
	readonly remove: readonly Day[];
};

export const clockKinds = [
	"application",
	"appeal",
	"exit",
	"tier_appeal",
	"trust_claim",
	"trust_claim_appeal",
	"trust_suspension",
] as const;
export type ClockKind = (typeof clockKinds)[number];

/** What a change does to the running clocks of a kind. */
export type ClockMoves = {
	readonly kind: ClockKind;
	/** Clocks that are running. */
	readonly running: number;
	readonly moved: number;
	/** From which last day to which, with how many cases. */
	readonly moves: readonly { readonly from: Day; readonly to: Day; readonly count: number }[];
};

export type ChangePreview = {
	readonly added: number;
	readonly changed: number;
	readonly removed: number;
	readonly unchanged: number;
	readonly clocks: readonly ClockMoves[];
};

/** What is wrong with a line of a pasted list; `row` counts from 1. */
export type RowError = {
	readonly row: number;
	readonly column: "day" | "kind" | "nameZh" | "nameEn";
	readonly code: string;
	readonly text: string;
};

export type CalendarPage = {
	readonly year: number;
	readonly today: Day;
	readonly days: readonly (SpecialDay & { readonly updatedBy: string | null })[];
	/** Years with at least one day entered, oldest first. */
	readonly years: readonly number[];
	/** The year somebody should enter now, if any: this one, or in its last two months the next. */
	readonly missingYear: number | null;
	readonly canManage: boolean;
};
