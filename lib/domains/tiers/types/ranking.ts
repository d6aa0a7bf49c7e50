import type { TierLevel } from "@/lib/domains/tiers/constants";
import type { TrackTierPolicy } from "@/lib/domains/tiers/schema";
import type { RaceField, TrackName } from "@/lib/domains/tiers/types";
import type { Month } from "@/lib/platform/time";

/** A place whose holder is known: the reader's own, or of a partner that chose to be named. No id, no figure. */
export type NamedPlace = { rank: number; tier: TierLevel; name: string; isOwn: boolean };

/** The last final ranking of the reader's own track. */
export type PublicRanking = {
	period: Month;
	track: TrackName;
	field: RaceField;
	rules: TrackTierPolicy;
	/** Null: over a red line, so not in the race. */
	ownRank: number | null;
	/** Best first; never more than a page. */
	places: readonly NamedPlace[];
	/** Named partners of the whole track, the reader's own left out. */
	named: number;
	/** Ranks the page begins with and ends before. */
	from: number;
	next: number | null;
};

export type RankingChoice = { isPublic: boolean; chosenAt: Date | null };
