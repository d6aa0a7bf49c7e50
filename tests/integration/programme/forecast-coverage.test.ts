import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { expect, test } from "vitest";
import {
	assumptions,
	BACKTEST_PATHS,
	forecastSeed,
} from "@/lib/domains/programme/rules/forecast/assumptions";
import {
	type BacktestRow,
	backtest,
	type DailyHistory,
	quantileLines,
} from "@/lib/domains/programme/rules/forecast/backtest";
import { coverageInterval } from "@/lib/domains/programme/rules/forecast/coverage-interval";
import { ordersBacktest } from "@/lib/domains/programme/rules/forecast/orders-backtest";
import { addDays, type Day, daysBetween } from "@/lib/platform/time";

const orders = fileURLToPath(new URL("../../../../shared/data/orders-2010.csv.gz", import.meta.url));

function sharesOf(row: BacktestRow | undefined) {
	if (row?.horizon !== null) throw new Error("not the row of all horizons");
	return { sums: row.sums.covered / row.sums.of, counts: row.countsFair / row.counts.of };
}

/** Daily net per shop of the accepted lines, as the import takes them. */
async function orderHistories(from: Day, to: Day): Promise<DailyHistory[]> {
	const days = daysBetween(from, to) + 1;
	const index = new Map(Array.from({ length: days }, (_, at) => [addDays(from, at), at]));
	const byShop = new Map<string, Float64Array>();
	const lines = createInterface({ input: createReadStream(orders).pipe(createGunzip()) });
	for await (const line of lines) {
		const cells = line.split(",");
		const [, , type, at = "", shop = ""] = cells;
		const [quantity, amount] = [Number(cells.at(-2)), Number(cells.at(-1))];
		const day = index.get(at.slice(0, 10));
		if (day === undefined || !(quantity > 0) || !(amount > 0)) continue;
		const own = byShop.get(shop) ?? new Float64Array(days);
		own[day] = (own[day] ?? 0) + Math.round(amount * 100) * (type === "refund" ? -1 : 1);
		byShop.set(shop, own);
	}
	return [...byShop]
		.map(([partnerId, nets]) => ({ partnerId, nets }))
		.sort((a, b) => (a.partnerId < b.partnerId ? -1 : 1));
}

// The whole year lies beside the repository and not in it.
test.skipIf(!existsSync(orders))(
	"80% intervals hold 75–85% of orders-2010 per shop; of its bands a little more, and the page states these figures",
	async () => {
		const from = "2009-12-01";
		const histories = await orderHistories(from, "2010-12-09");
		const result = backtest({
			seed: forecastSeed,
			from,
			histories,
			lines: quantileLines(histories),
			assumptions: { ...assumptions, paths: BACKTEST_PATHS },
		});
		const all = sharesOf(result.rows.at(-1));
		console.info("orders-2010", result.origins.length, "origins", all);
		expect(all.sums).toBeGreaterThan(0.75);
		expect(all.sums).toBeLessThan(0.85);
		// 180 counts of five lines on one path of the market: 85.6%, above the band, and said so on the page with how sure it is.
		expect(all.counts).toBeGreaterThan(0.75);
		expect(all.counts).toBeLessThan(0.87);
		const sure = coverageInterval(result.byOrigin, ({ counts }) => counts);
		expect(sure?.share).toBeCloseTo(all.counts, 9);
		expect(sure?.low).toBeLessThan(0.8);
		expect(sure?.high).toBeGreaterThan(0.85);
		expect(ordersBacktest.byOrigin?.map(({ sums }) => sums)).toEqual(
			result.byOrigin?.map(({ sums }) => sums),
		);
		ordersBacktest.byOrigin?.forEach(({ counts }, at) => {
			expect(counts.covered).toBeCloseTo(result.byOrigin?.[at]?.counts.covered ?? 0, 1);
		});
		expect(sharesOf(ordersBacktest.rows.at(-1)).sums).toBeCloseTo(all.sums, 6);
		expect(ordersBacktest.origins).toEqual(result.origins);
		result.rows.forEach((row, at) => {
			expect(ordersBacktest.rows[at]).toMatchObject({
				horizon: row.horizon,
				sums: { of: row.sums.of, covered: row.sums.covered },
				counts: { of: row.counts.of, covered: row.counts.covered },
			});
		});
	},
	60_000,
);
