import type { ComplaintKind, SaleChannel } from "@/lib/domains/gmv/types";

/** What a file may call a feed's columns beside their own names; the first is the one the template uses. */
export const columnNames: Readonly<Record<string, readonly string[]>> = {
	event_id: ["订单号", "事件号", "订单编号"],
	line_no: ["行号", "订单行号"],
	type: ["类型", "业务类型"],
	occurred_at: ["时间", "发生时间", "成交时间"],
	shop_id: ["店铺", "店铺编号", "店铺代码"],
	product_id: ["商品编号", "商品代码"],
	product_name: ["商品名称"],
	buyer_id: ["买家", "买家编号"],
	quantity: ["数量", "件数"],
	amount: ["金额", "金额(元)"],
	channel: ["渠道"],
	streamer_id: ["主播", "主播编号"],
	exclusive: ["渠道专供", "是否渠道专供"],
	sale_event_id: ["原订单号", "原事件号"],
	day: ["日期", "业务日"],
	paid: ["成交额", "成交额(元)"],
	refunded: ["退款额", "退款额(元)"],
	sale_orders: ["订单数"],
	partner_id: ["服务商", "统一社会信用代码", "服务商编号"],
	month: ["月份"],
	traffic_spend: ["投流花费", "投流花费(元)"],
	traffic_gmv: ["投流成交额", "投流成交额(元)"],
	content_views: ["内容观看次数"],
	content_gmv: ["内容成交额", "内容成交额(元)"],
	live_minutes: ["直播时长(分钟)"],
	active_shops: ["动销店铺数"],
	live_gmv: ["直播成交额", "直播成交额(元)"],
	signed_streamers: ["签约主播数"],
	qualified_streamers: ["达标主播数"],
	orders_due: ["应发货订单数"],
	orders_shipped_on_time: ["按时发货订单数"],
	after_sales_cases_due: ["应处理售后单数"],
	after_sales_cases_in_sla: ["时效内处理售后单数"],
	paid_orders: ["支付订单数"],
	disputes: ["纠纷单数"],
	active_skus: ["在售单品数", "在售sku数"],
	exclusive_skus: ["专供单品数", "专供sku数"],
	sku_days: ["在售单品天数", "在售sku天数"],
	stockout_sku_days: ["缺货单品天数", "缺货sku天数"],
	c2m_orders: ["反向定制订单数", "c2m订单数"],
	revision: ["修订号"],
	session_id: ["场次号", "场次编号", "直播场次"],
	started_at: ["开播时间", "直播开始时间"],
	ended_at: ["下播时间", "直播结束时间"],
	withdrawn: ["作废", "是否作废"],
	complaint_kind: ["投诉类型", "投诉类别"],
	complaints: ["投诉数", "投诉件数"],
};

export const typeNames = { sale: ["销售", "成交"], refund: ["退款"] } as const satisfies Record<
	"sale" | "refund",
	readonly string[]
>;

export const channelNames = {
	distribution: ["达人分销"],
	public: ["公域"],
	self_live: ["品牌自播"],
	private: ["私域"],
	other: ["其他"],
} as const satisfies Record<SaleChannel, readonly string[]>;

export const complaintNames = {
	content: ["内容", "内容投诉"],
	price: ["价格", "价格争议", "价格投诉"],
} as const satisfies Record<ComplaintKind, readonly string[]>;

function byName<Key extends string>(names: Record<Key, readonly string[]>): ReadonlyMap<string, Key> {
	const keys = Object.keys(names) as Key[];
	return new Map(keys.flatMap((key) => [key, ...names[key]].map((name): [string, Key] => [name, key])));
}

const types = byName(typeNames);
const channels = byName(channelNames);
const complaints = byName(complaintNames);

export function readSaleType(text: string): "sale" | "refund" | null {
	return types.get(text) ?? null;
}

export function readSaleChannel(text: string): SaleChannel | null {
	return channels.get(text) ?? null;
}

export function readComplaintKind(text: string): ComplaintKind | null {
	return complaints.get(text) ?? null;
}

/** Headers are compared without regard to width, case and surrounding blanks. */
export function foldName(name: string): string {
	return name.normalize("NFKC").trim().toLowerCase();
}

/** "amount / 金额", for a message. */
export function showColumn(column: string): string {
	return [column, ...(columnNames[column] ?? []).slice(0, 1)].join(" / ");
}
