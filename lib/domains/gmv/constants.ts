/**
 * What a source sends: lines and sums of sales (domain.md §3.4), monthly metrics of the five forces (§3.2), live sessions
 * (§3.7), complaints (§3.8).
 */
export const feedGrains = ["ORDER_LINE", "SHOP_DAY", "FORCE_MONTH", "LIVE_SESSION", "COMPLAINT_DAY"] as const;
/** What commands, the API's addresses and file names call them. */
export const feedNames = {
	ORDER_LINE: "orders",
	SHOP_DAY: "shop-days",
	FORCE_MONTH: "force-metrics",
	LIVE_SESSION: "live-sessions",
	COMPLAINT_DAY: "complaints",
} as const satisfies Record<(typeof feedGrains)[number], string>;

/** Channels of a sale, domain.md §3.4. */
export const saleChannels = ["distribution", "public", "self_live", "private", "other"] as const;
export const defaultChannel = "other";

/** What a complaint is about, domain.md §3.8. */
export const complaintKinds = ["content", "price"] as const;

/** Every way a line or a file can be refused; each has a sentence under messages `gmv.rejection`. */
export const rejectionCodes = [
	"FIELDS_TOO_FEW",
	"FIELDS_TOO_MANY",
	"QUOTE_UNCLOSED",
	"QUOTE_MISPLACED",
	"LINE_TOO_LONG",
	"ENCODING_BROKEN",
	"VALUE_MISSING",
	"TEXT_TOO_LONG",
	"TYPE_UNKNOWN",
	"CHANNEL_UNKNOWN",
	"NUMBER_INVALID",
	"NUMBER_TOO_LARGE",
	"AMOUNT_INVALID",
	"AMOUNT_TOO_PRECISE",
	"AMOUNT_TOO_LARGE",
	"DATE_INVALID",
	"DATE_OUT_OF_RANGE",
	"LINE_NO_NOT_POSITIVE",
	"QUANTITY_NOT_POSITIVE",
	"AMOUNT_NOT_POSITIVE",
	"AMOUNT_NEGATIVE",
	"NUMBER_NEGATIVE",
	"FLAG_INVALID",
	"DATE_UNREADABLE",
	"FEN_INVALID",
	"CONFLICT",
	"PARTNER_UNKNOWN",
	"MONTH_INVALID",
	"MONTH_NOT_ENDED",
	"REVISION_NOT_POSITIVE",
	"STREAMERS_EXCEED_SIGNED",
	"SHIPPED_EXCEEDS_DUE",
	"IN_SLA_EXCEEDS_DUE",
	"DISPUTES_EXCEED_ORDERS",
	"EXCLUSIVE_EXCEEDS_ACTIVE",
	"STOCKOUT_EXCEEDS_SKU_DAYS",
	"SKU_DAYS_EXCEED_MONTH",
	"SESSION_ENDS_BEFORE_START",
	"SESSION_TOO_SHORT",
	"SESSION_TOO_LONG",
	"COMPLAINT_KIND_UNKNOWN",
] as const;

/** Why a whole file was refused; sentences under messages `gmv.failure`. */
export const failureCodes = [
	"FILE_EMPTY",
	"FILE_NOT_TEXT",
	"HEADER_COLUMN_MISSING",
	"HEADER_COLUMN_TWICE",
	"GZIP_DAMAGED",
	"STREAM_BROKEN",
	"SOURCE_CODE_INVALID",
	"SOURCE_OTHER_GRAIN",
	"MONTH_RETIRED",
	"DATABASE_LOST",
	"INTERRUPTED",
	"UNEXPECTED",
] as const;

export const maxText = {
	eventId: 64,
	shopCode: 64,
	partner: 64,
	productId: 64,
	productName: 300,
	buyerId: 64,
	streamerId: 64,
	sessionId: 64,
} as const;
/** A record longer than this is refused instead of filling the memory; the file goes on with the next line. */
export const maxRecordChars = 65_536;
/** What is kept of a refused value. */
export const maxRejectedValueChars = 200;
/** ¥9,999,999,999,999.99: far above any order, and every sum of one chunk stays exact. */
export const maxLineFen = 999_999_999_999_999;
export const maxInteger = 2_147_483_647;
/** Views of a month: more than an integer holds, and exact all the same. */
export const maxBigCount = 999_999_999_999_999;
/** A month that is corrected more often has other troubles. */
export const maxRevision = 9_999;
/** A live session counts from its first whole minute, and nobody is on air for longer than a day. */
export const sessionSeconds = { least: 60, most: 86_400 } as const;
export const earliestDay = "2000-01-01";
/** Lines that travel to the database together: about 5 MB. */
export const chunkLines = 32_768;
/** The first lines go at once: until they come the database has nothing to do. */
export const firstChunkLines = 4_096;

/** How a mapped file writes its times: `ymd` 2026/3/1 14:05, `compact` 20260301, `unix` seconds or milliseconds. */
export const timeFormats = ["iso", "ymd", "compact", "dmy", "mdy", "unix", "unix-ms"] as const;
export const amountUnits = ["yuan", "fen"] as const;

export const sourceCodePattern = /^[a-z0-9][a-z0-9_-]{0,31}$/;
export const pageSize = 20;
