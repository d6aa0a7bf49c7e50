import { z } from "zod";
import type { MonthTotals, ShopTotals, Totals } from "@/lib/domains/gmv/data/totals";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { fenToDecimal } from "@/lib/platform/money";
import { defineCommand } from "../define-command";
import type { Result } from "../output";
import { withDatabase } from "../with-database";

const views = ["total", "month", "shop", "partner"] as const;
const TOP_SHOPS = 20;

export const registerGmv = defineCommand({
	usage: "gmv",
	summary: "成交总额，直接由订单事实计算 · GMV totals, computed from the facts themselves",
	declare: (command) =>
		command
			.option(
				"--by <view>",
				"total 总计，month 按月，shop 按店铺，partner 按服务商与月 · total, month, shop or partner",
				"total",
			)
			.option(
				"--as-known-on <time>",
				"截至某一时刻已知的数字，如 2026-10-01T00:00:00+08:00 · the figures as they were known at an instant",
			)
			.option("--source <code>", "只看一个来源 · of one source only"),
	options: z.object({
		by: z.enum(views, "total | month | shop | partner"),
		source: z.string().min(1).optional(),
		asKnownOn: z.iso
			.datetime({
				offset: true,
				error: "2026-10-01T00:00:00+08:00 这样的时刻 · an instant such as 2026-10-01T00:00:00+08:00",
			})
			.optional(),
	}),
	run: ({ options, output }) =>
		withDatabase("portal gmv", output, async () => {
			const totals = await import("@/lib/domains/gmv/data/totals");
			const source = options.source ?? null;
			if (options.asKnownOn) return showKnown(options.by, source, readPast(options.asKnownOn));
			if (options.by === "partner") return showKnown("partner", source, new Date());
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

function readPast(text: string): Date {
	const at = new Date(text);
	if (at.getTime() <= Date.now()) return at;
	throw new OperatorError(`${text} 还没有到来。`, `${text} has not come yet.`);
}

/** Paid, refunded and net as known at an instant, from rollups and what became known since. */
async function showKnown(by: (typeof views)[number], source: string | null, at: Date): Promise<Result> {
	const known = await import("@/lib/domains/gmv/data/known-on");
	const { sourceIdOf } = await import("@/lib/domains/gmv/data/totals");
	const sourceId = await sourceIdOf(source);
	if (by === "partner" && source)
		throw new OperatorError(
			"归属不分来源：请去掉 --source。",
			"Attribution knows no sources: leave --source out.",
		);
	const figures = { paid_amount: 0n, refund_amount: 0n };
	const amounts = ({ paidFen, refundedFen }: { paidFen: bigint; refundedFen: bigint }) => ({
		sale_amount: fenToDecimal(paidFen),
		refund_amount: fenToDecimal(refundedFen),
		net_amount: fenToDecimal(paidFen - refundedFen),
	});
	const months = by === "month" || by === "total" ? await known.readMonthsKnownOn(at, sourceId) : [];
	for (const month of months) {
		figures.paid_amount += month.paidFen;
		figures.refund_amount += month.refundedFen;
	}
	const rows =
		by === "total"
			? [amounts({ paidFen: figures.paid_amount, refundedFen: figures.refund_amount })]
			: by === "month"
				? months.map((row) => ({ month: row.month, ...amounts(row) }))
				: by === "shop"
					? (await known.readShopsKnownOn(at, sourceId)).map((row) => ({
							shop_id: row.shopCode,
							...amounts(row),
						}))
					: (await known.readPartnersKnownOn(at)).map((row) => ({
							partner_id: row.partnerId,
							month: row.month,
							...amounts(row),
						}));
	const head = Object.keys(rows[0] ?? amounts({ paidFen: 0n, refundedFen: 0n }));
	return {
		data: { source, as_known_on: at.toISOString(), [`by_${by}`]: rows },
		text: table([head, ...rows.map((row) => Object.values(row))]),
	};
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
