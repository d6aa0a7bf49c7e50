import { forceMetrics } from "@/lib/domains/forces/rules/month-metrics";
import { feedForms } from "@/lib/domains/gmv/rules/feed-forms";
import type { FeedGrain } from "@/lib/domains/gmv/types";

export type FieldKind =
	| "text"
	| "integer"
	| "amount"
	| "time"
	| "day"
	| "month"
	| "type"
	| "channel"
	| "flag"
	| "partner"
	| "revision"
	| "complaint"
	| "count"
	| "big";

/** A field of the import's own form, as a mapping sees it. */
export type MappingField = {
	name: string;
	kind: FieldKind;
	/** Must have a column or a constant. */
	isRequired: boolean;
	/** One value for every line makes sense. */
	takesConstant: boolean;
};

const kinds: Readonly<Record<string, FieldKind>> = {
	line_no: "integer",
	type: "type",
	occurred_at: "time",
	quantity: "integer",
	amount: "amount",
	channel: "channel",
	exclusive: "flag",
	day: "day",
	paid: "amount",
	refunded: "amount",
	sale_orders: "integer",
	partner_id: "partner",
	month: "month",
	revision: "revision",
	started_at: "time",
	ended_at: "time",
	withdrawn: "flag",
	complaint_kind: "complaint",
	complaints: "count",
	...Object.fromEntries(forceMetrics.map(({ name, kind }) => [name, kind])),
};

/** Columns a file of our own form has, whose values may all be empty. */
const mayBeEmpty = new Set(["product_name", "buyer_id"]);
/** The same on every line they would make every line the same, or count it wrongly. */
const needsColumn = new Set([
	"event_id",
	"amount",
	"paid",
	"session_id",
	"started_at",
	"ended_at",
	"complaints",
]);

function describe(columns: {
	required: readonly string[];
	optional: readonly string[];
}): readonly MappingField[] {
	return [...columns.required, ...columns.optional].map((name, index) => ({
		name,
		kind: kinds[name] ?? "text",
		isRequired: index < columns.required.length && !mayBeEmpty.has(name),
		takesConstant: !needsColumn.has(name),
	}));
}

const fields: Readonly<Record<FeedGrain, readonly MappingField[]>> = {
	ORDER_LINE: describe(feedForms.ORDER_LINE.columns),
	SHOP_DAY: describe(feedForms.SHOP_DAY.columns),
	FORCE_MONTH: describe(feedForms.FORCE_MONTH.columns),
	LIVE_SESSION: describe(feedForms.LIVE_SESSION.columns),
	COMPLAINT_DAY: describe(feedForms.COMPLAINT_DAY.columns),
};

/** Kinds that are numbers to the eye. */
export function isNumeric(kind: FieldKind): boolean {
	return ["amount", "integer", "count", "big", "revision"].includes(kind);
}

/** The fields of a grain, in the order of its columns. */
export function mappingFields(grain: FeedGrain): readonly MappingField[] {
	return fields[grain];
}
