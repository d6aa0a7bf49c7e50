import type { TrackName } from "@/lib/domains/admission/types";
import type { Day, Month } from "@/lib/platform/time";
import type { AgreementMonth, AgreementRow } from "./agreement-statistics-by-reviewer";
import type { AgeBucket, DecisionNumbers } from "./decision-times";
import type { NumbersPeriod } from "./decision-times-period";
import type { Period } from "./queue-query-presets";

export type NamedNumbers = { readonly id: string; readonly numbers: DecisionNumbers };

/** The lead's page. A reader who may not know who did what gets their own rows only, and `showsEverybody` false. */
export type AdmissionNumbers = {
	readonly period: NumbersPeriod;
	readonly days: Period;
	readonly today: Day;
	readonly tracks: readonly TrackName[];
	readonly overall: DecisionNumbers;
	readonly byTrack: readonly NamedNumbers[];
	readonly byReviewer: readonly NamedNumbers[];
	readonly byMonth: readonly { readonly month: Month; readonly numbers: DecisionNumbers }[];
	readonly ages: readonly { readonly key: AgeBucket; readonly count: number }[];
	readonly agreement: readonly AgreementRow[];
	readonly agreementByMonth: readonly AgreementMonth[];
	/** Names of the reviewers that occur. */
	readonly names: ReadonlyMap<string, string>;
	readonly showsEverybody: boolean;
};
