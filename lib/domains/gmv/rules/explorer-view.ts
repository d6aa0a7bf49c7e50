import type { ComingBuyers } from "@/lib/domains/gmv/rules/buyer-figures";
import type { ComparedPoint } from "@/lib/domains/gmv/rules/compare-series";
import type { Amounts, ExplorerTable } from "@/lib/domains/gmv/rules/explorer-table";
import type { BindingSide } from "@/lib/domains/gmv/rules/proposal-sides";
import type { ExplorerFilter, Grain, Grouping, Measure } from "@/lib/domains/gmv/schema/explorer";
import type { ProposalState } from "@/lib/domains/gmv/schema/proposals";
import type { SaleChannel } from "@/lib/domains/gmv/types";
import type { Day, DayRange, Month } from "@/lib/platform/time";

/** A point of a series: `key` is a group, null for unattributed, `otherKey` for all groups not named. */
export type SeriesPoint = Amounts & { bucket: Day; key: string | null };
export const otherKey = "*";

export type GroupLabel = { name: string; code: string | null; shopId: number | null };
type TrackName = { code: string; nameZh: string; nameEn: string };

/** Everything the explorer's page shows. */
export type Explored = {
	filter: ExplorerFilter;
	range: DayRange;
	before: DayRange;
	yearBefore: DayRange;
	grain: Grain;
	grains: Grain[];
	group: Grouping;
	/** The figures are as they were known at this instant; null as they are now. */
	knownOn: Date | null;
	/** A moment was named that is still to come. */
	isAhead: boolean;
	/** The one partner or shop that was named. */
	named: { partner: string | null; shop: string | null };
	table: ExplorerTable;
	series: SeriesPoint[];
	/** Groups with a line of their own. */
	charted: string[];
	/** The whole against another period, where the chart is asked for it. */
	compared: ComparedPoint[] | null;
	labels: Map<string, GroupLabel>;
	tracks: TrackName[];
	regions: string[];
	/** Of the one partner the question is about; null where it is about more, or about an earlier moment. */
	buyers: ComingBuyers | null;
	today: Day;
};

export type ShopFacts = {
	id: number;
	code: string;
	name: string | null;
	region: string | null;
	category: string | null;
	brand: string | null;
	/** The first and the last day with GMV that may be seen; null without any. */
	firstDay: Day | null;
	lastDay: Day | null;
};

export type DayCell = Amounts & { day: Day; channel: SaleChannel };

export type ShopSpan = {
	id: string;
	partnerId: string;
	partnerName: string;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
};

/** A month of a shop: its cells and who had it. */
export type ShopMonth = {
	shop: ShopFacts;
	month: Month;
	measure: Measure;
	cells: DayCell[];
	spans: ShopSpan[];
	tracks: TrackName[];
	/** Of twelve months up to the one shown. */
	buyers: ComingBuyers;
	today: Day;
};

export type ShopEvent = {
	id: string;
	action: string;
	at: Date;
	actor: string;
	reason: string | null;
	partnerName: string | null;
	before: { fromDay?: Day; toDay?: Day | null } | null;
	after: { fromDay?: Day; toDay?: Day | null } | null;
};

export type CellLine = {
	source: string;
	eventId: string;
	lineNo: number;
	type: "sale" | "refund";
	channel: SaleChannel;
	occurredAt: Date;
	productId: string;
	productName: string;
	/** Masked; null where the feed names no buyer. */
	buyer: string | null;
	quantity: number;
	amountFen: bigint;
};

/** A summary of the shop's day as a coarse feed sends it: there are no lines behind it. */
export type DaySummary = Amounts & { source: string; channel: SaleChannel; saleOrders: number };

export type CellTotals = Amounts & { lines: number };

/** What stands behind a shop's day, or one channel of it. */
export type ShopDay = {
	shop: ShopFacts;
	day: Day;
	channel: SaleChannel | null;
	after: string;
	totals: CellTotals;
	lines: CellLine[];
	next: string | null;
	summaries: DaySummary[];
};

export type ProposalRow = {
	id: string;
	shopId: number;
	shopCode: string;
	shopName: string | null;
	brand: string | null;
	partnerId: string;
	partnerName: string;
	trackCode: string;
	fromDay: Day;
	toDay: Day | null;
	status: ProposalState;
	proposedBy: BindingSide;
	note: string | null;
	proposedAt: Date;
	decidedAt: Date | null;
	decidedBy: string | null;
	decisionReason: string | null;
};

export type BrandShop = {
	code: string;
	name: string | null;
	region: string | null;
	/** Who has the shop today, by track. */
	holders: { partner: string; trackCode: string; since: Day }[];
};
