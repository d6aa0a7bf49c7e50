import { complaintDayColumns, makeComplaintDayCheck } from "@/lib/domains/gmv/rules/check-complaint-day";
import { forceMonthColumns, makeForceMonthCheck } from "@/lib/domains/gmv/rules/check-force-month";
import { liveSessionColumns, makeLiveSessionCheck } from "@/lib/domains/gmv/rules/check-live-session";
import { makeOrderLineCheck, orderLineColumns } from "@/lib/domains/gmv/rules/check-order-line";
import { makeShopDayCheck, shopDayColumns } from "@/lib/domains/gmv/rules/check-shop-day";
import type { FeedColumns } from "@/lib/domains/gmv/rules/match-header";
import type { FeedGrain, Layout, LineCheck, PartnerIds } from "@/lib/domains/gmv/types";
import type { Day } from "@/lib/platform/time";

/** The file's side of every feed, without the table's: what a browser needs too. */
export type FeedForm = {
	columns: FeedColumns;
	makeCheck: (layout: Layout, latest: Day, partners: PartnerIds | null) => LineCheck;
};

export const feedForms: Readonly<Record<FeedGrain, FeedForm>> = {
	ORDER_LINE: { columns: orderLineColumns, makeCheck: makeOrderLineCheck },
	SHOP_DAY: { columns: shopDayColumns, makeCheck: makeShopDayCheck },
	FORCE_MONTH: { columns: forceMonthColumns, makeCheck: makeForceMonthCheck },
	LIVE_SESSION: { columns: liveSessionColumns, makeCheck: makeLiveSessionCheck },
	COMPLAINT_DAY: { columns: complaintDayColumns, makeCheck: makeComplaintDayCheck },
};

/** Every column of a feed in its order, the optional ones last. */
export function columnsOf(grain: FeedGrain): readonly string[] {
	const { required, optional } = feedForms[grain].columns;
	return [...required, ...optional];
}
