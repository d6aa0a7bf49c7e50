import type {
	amountUnits,
	complaintKinds,
	failureCodes,
	feedGrains,
	rejectionCodes,
	saleChannels,
	timeFormats,
} from "@/lib/domains/gmv/constants";
import type { Delimiter } from "@/lib/domains/gmv/rules/detect-delimiter";
import type { Encoding } from "@/lib/domains/gmv/rules/detect-encoding";
import type { Day, Month } from "@/lib/platform/time";

export type SaleChannel = (typeof saleChannels)[number];
export type ComplaintKind = (typeof complaintKinds)[number];
export type RejectionCode = (typeof rejectionCodes)[number];
export type FailureCode = (typeof failureCodes)[number];
export type FeedGrain = (typeof feedGrains)[number];

export type TimeFormat = (typeof timeFormats)[number];
export type AmountUnit = (typeof amountUnits)[number];

/** Why one line was refused. `line` is physical, the header being line 1. */
export type Rejection = { line: number; column: string; value: string; code: RejectionCode };

/** What every feed's rows have. */
export type FactRow = {
	/** Business day, or the first day of the month, counted from 2000-01-01. */
	dayNumber: number;
};

/** What a shop sold. Fen are numbers: no line exceeds `maxLineFen`, so they are exact. */
export type SaleRow = FactRow & {
	shopCode: string;
	channel: SaleChannel;
	paidFen: number;
	refundedFen: number;
};

export type OrderLineRow = SaleRow & {
	eventId: string;
	lineNo: number;
	type: "sale" | "refund";
	/** Seconds since 2000-01-01 00:00 UTC. */
	second: number;
	quantity: number;
	amountFen: number;
	productId: string;
	productName: string;
	/** Empty where the feed names no buyer. */
	buyerId: string;
	/** Empty where the feed names no streamer. */
	streamerId: string;
	isExclusive: boolean | null;
	/** The event of the sale that a refund belongs to; empty where the feed does not name it. */
	saleEventId: string;
};

export type ShopDayRow = SaleRow & { saleOrders: number };

/** A partner's counts of a month, in the order of `forceMetrics`; amounts in fen. */
export type ForceMonthRow = FactRow & { partnerId: string; revision: number; values: readonly number[] };

/** A live session of a shop, or what corrects it: the highest revision counts. */
export type LiveSessionRow = FactRow & {
	shopCode: string;
	sessionId: string;
	revision: number;
	channel: SaleChannel;
	/** Seconds since 2000-01-01 00:00 UTC. */
	startSecond: number;
	endSecond: number;
	paidFen: number;
	/** Empty where the feed names no streamer. */
	streamerId: string;
	isWithdrawn: boolean;
};

/** A shop's complaints of a kind on a day, or what corrects them: the highest revision counts. */
export type ComplaintDayRow = FactRow & {
	shopCode: string;
	kind: ComplaintKind;
	complaints: number;
	revision: number;
};

/** Partners by whatever a file may call them: their id, or their 统一社会信用代码 in capitals. */
export type PartnerIds = ReadonlyMap<string, string>;

export type Refused = { code: RejectionCode; column: string; value: string };
export type CheckedLine<Row extends FactRow = FactRow> = { ok: true; row: Row } | ({ ok: false } & Refused);
export type LineCheck<Row extends FactRow = FactRow> = (fields: readonly string[]) => CheckedLine<Row>;

/**
 * A header matched to a feed: what the file calls each of its columns, and where it stands in a record, -1 where an
 * optional one is absent.
 */
export type Layout = {
	columns: readonly string[];
	titles: readonly string[];
	positions: readonly number[];
	width: number;
};

export type ImportCounts = {
	lines: number;
	accepted: number;
	duplicate: number;
	conflict: number;
	rejected: number;
};

export type ImportPhase = "waiting" | "reading" | "totals" | "done";
export type ImportProgress = ImportCounts & { phase: ImportPhase; bytes: number; elapsedMs: number };

export type ImportResult = ImportCounts & { batchId: string; elapsedMs: number };

/** Inclusive on both ends. */
export type DaySpan = { fromDay: Day; toDay: Day };

/** One record at the beginning of a file; `line` is physical. */
export type OpeningRow = { line: number; fields: readonly string[] };

/** What the beginning of a file says of it, for whoever maps its columns. */
export type FileOpening = {
	encoding: Encoding;
	delimiter: Delimiter;
	header: readonly string[];
	rows: readonly OpeningRow[];
	/** By column: what it holds in the lines looked at, most frequent first; null where that is too much to choose from. */
	values: readonly (readonly string[] | null)[];
	/** Lines looked at. */
	lines: number;
};

/** What an import of a file would do; amounts in fen as text. */
export type RehearsalResult = ImportCounts & {
	elapsedMs: number;
	paidFen: string;
	refundedFen: string;
	shops: number;
	newShops: number;
	/** The first of them. */
	newShopCodes: readonly string[];
	fromDay: Day | null;
	toDay: Day | null;
	reasons: readonly { code: RejectionCode; count: number }[];
	/** The first of them. */
	errors: readonly Rejection[];
	/** Of monthly metrics: whose months they are, and how many of them replace a former revision. */
	metrics?: { partners: number; fromMonth: Month | null; toMonth: Month | null; corrections: number };
	/** Of live sessions: what they come to on air, and what of them corrects or overlaps another. */
	sessions?: {
		count: number;
		minutes: number;
		corrections: number;
		withdrawn: number;
		overlapping: number;
		overnight: number;
	};
	/** Of complaints: how many of each kind, and how many counts correct a former revision. */
	complaints?: { content: number; price: number; corrections: number };
};
