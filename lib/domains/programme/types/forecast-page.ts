import type { PeerBin } from "@/lib/domains/programme/rules/forecast/peers";
import type { Band, BandMonth, Pace, ProgrammeWorld } from "@/lib/domains/programme/types/dashboard";
import type {
	BandOutlook,
	ForecastHead,
	ForecastState,
	PartnerOutlook,
	StoredBacktest,
} from "@/lib/domains/programme/types/forecast";
import type { Day, DayRange, Month } from "@/lib/platform/time";

/** What a forecast is made about. */
export type ForecastTerms = {
	readonly code: string;
	readonly range: DayRange;
	readonly bands: readonly Band[];
	/** The first and the last day with facts; of today, which is not over, nothing is taken. */
	readonly firstDay: Day;
	readonly asOf: Day;
};

export type LikelyPartner = PartnerOutlook & {
	readonly probability: number;
	readonly gapFen: bigint;
	readonly neededPer30DaysFen: bigint | null;
};
export type LikelyList = { readonly band: Band; readonly partners: readonly LikelyPartner[] };

export type ForecastPage = {
	world: ProgrammeWorld;
	state: ForecastState;
	head: ForecastHead | null;
	outlooks: BandOutlook[];
	/** What the bands counted at the month-ends so far. */
	history: readonly BandMonth[];
	/** Whether the last day is among those it knows: counts, no forecast. */
	isOver: boolean;
	likely: LikelyList[];
	backtest: StoredBacktest | null;
	/** The last day whose facts are whole. */
	knownThrough: Day | null;
};

export type OwnMonth = { readonly month: Month; readonly netFen: bigint };
export type OwnStanding = {
	readonly partnerId: string;
	readonly name: string;
	readonly hasLeft: boolean;
	readonly netFen: bigint;
	/** From the first month with sales of the last 24, oldest first. */
	readonly months: readonly OwnMonth[];
};

export type OwnTarget = {
	/** The next line above, or the highest once all are reached. */
	readonly band: Band;
	readonly isReached: boolean;
	readonly gapFen: bigint;
	readonly neededPer30DaysFen: bigint | null;
	/** Where a straight line to the target would be. */
	readonly expectedFen: bigint;
};

export type OwnProgramme = {
	terms: ForecastTerms;
	standing: OwnStanding;
	reached: Band | null;
	target: OwnTarget | null;
	pace: Pace;
	state: ForecastState;
	head: ForecastHead | null;
	outlook: PartnerOutlook | null;
	peers: { bins: readonly (PeerBin & { isOwn: boolean })[]; count: number };
};
