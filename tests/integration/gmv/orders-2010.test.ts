import { createReadStream, existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { computeMonthTotals, computeShopTotals, computeTotals } from "@/lib/domains/gmv/data/totals";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { emptyGmv } from "@/tests/factories/gmv-reset";

const folder = new URL("../../../../shared/data/", import.meta.url);
const orders = fileURLToPath(new URL("orders-2010.csv.gz", folder));
const expectedFile = new URL("orders-2010.expected.json", folder);

// The whole year lies beside the repository and not in it; import.test.ts holds a sample of it everywhere.
test.skipIf(!existsSync(orders))(
	"the whole year, 525,461 lines: every figure to the fen, and nothing the second time",
	async () => {
		const {
			source: _source,
			by_month,
			top_shops,
			...totals
		} = JSON.parse(readFileSync(expectedFile, "utf8"));
		const importYear = () =>
			importOrders({
				stream: createReadStream(orders),
				sourceCode: "uci",
				fileName: "orders-2010.csv.gz",
				actor: systemActor("test"),
			});
		expect(await importYear()).toMatchObject({
			ok: true,
			lines: 525_461,
			accepted: 521_756,
			rejected: 3_705,
		});
		expect(await computeTotals("uci")).toEqual(totals);
		expect(await computeMonthTotals("uci")).toEqual(by_month);
		expect((await computeShopTotals("uci")).slice(0, 20)).toEqual(top_shops);
		expect(await importYear()).toMatchObject({
			ok: true,
			accepted: 0,
			duplicate: 521_756,
			conflict: 0,
			rejected: 3_705,
		});
		expect(await computeTotals("uci")).toEqual(totals);
		await emptyGmv();
	},
	300_000,
);
