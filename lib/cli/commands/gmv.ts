import { z } from "zod";
import type { MonthTotals, ShopTotals, Totals } from "@/lib/domains/gmv/data/totals";
import { defineCommand } from "../define-command";
import type { Result } from "../output";
import { withDatabase } from "../with-database";

const views = ["total", "month", "shop"] as const;
const TOP_SHOPS = 20;

export const registerGmv = defineCommand({
	usage: "gmv",
	summary: "成交总额，直接由订单事实计算 · GMV totals, computed from the facts themselves",
	declare: (command) =>
		command
			.option("--by <view>", "total 总计，month 按月，shop 按店铺 · total, month or shop", "total")
			.option("--source <code>", "只看一个来源 · of one source only"),
	options: z.object({ by: z.enum(views, "total | month | shop"), source: z.string().min(1).optional() }),
	run: ({ options, output }) =>
		withDatabase("portal gmv", output, async () => {
			const totals = await import("@/lib/domains/gmv/data/totals");
			const source = options.source ?? null;
			if (options.by === "month") return showMonths(source, await totals.computeMonthTotals(source));
			if (options.by === "shop") return showShops(source, await totals.computeShopTotals(source));
			return showTotals(source, await totals.computeTotals(source));
		}),
});

function table(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	return rows
		.map((row) =>
			row
				.map((cell, column) =>
					column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
				)
				.join("  "),
		)
		.join("\n");
}

function showTotals(source: string | null, totals: Totals): Result {
	const rows = [
		["rows", String(totals.rows)],
		...Object.entries(totals.rejected).map(([code, count]) => [`rejected ${code}`, String(count)]),
		...Object.entries(totals.accepted).map(([name, value]) => [name, value ?? "–"]),
		["repeat_buyers", String(totals.repeat_buyers)],
	];
	return { data: { source, ...totals }, text: table(rows) };
}

function showMonths(source: string | null, months: MonthTotals[]): Result {
	const rows = months.map((row) => [row.month, row.sale_amount, row.refund_amount, row.sale_orders]);
	return {
		data: { source, by_month: months },
		text: table([["month", "sale_amount", "refund_amount", "sale_orders"], ...rows]),
	};
}

/** `top_shops` are the biggest twenty, `shops` all of them. */
function showShops(source: string | null, shops: ShopTotals[]): Result {
	const rows = shops.map((row) => [
		row.shop_id,
		row.sale_amount,
		row.refund_amount,
		row.sale_orders,
		row.buyers,
	]);
	return {
		data: { source, top_shops: shops.slice(0, TOP_SHOPS), shops },
		text: table([["shop_id", "sale_amount", "refund_amount", "sale_orders", "buyers"], ...rows]),
	};
}
