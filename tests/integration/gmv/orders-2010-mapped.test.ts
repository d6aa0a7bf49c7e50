import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { expect, test } from "vitest";
import { computeMonthTotals, computeShopTotals, computeTotals } from "@/lib/domains/gmv/data/totals";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { foreignHeader, foreignMapping, toForeign } from "@/tests/factories/mapping";

const folder = new URL("../../../../shared/data/", import.meta.url);
const orders = fileURLToPath(new URL("orders-2010.csv.gz", folder));
const expectedFile = new URL("orders-2010.expected.json", folder);

/** The year as another system would send it: its own Chinese names, semicolons, DD/MM/YYYY, fen. */
async function* foreignYear(): AsyncGenerator<Buffer> {
	const lines = createInterface({ input: createReadStream(orders).pipe(createGunzip()) });
	let isHeader = true;
	let held = "";
	for await (const line of lines) {
		held += isHeader ? foreignHeader : toForeign(line);
		isHeader = false;
		if (held.length < 1 << 16) continue;
		yield Buffer.from(held);
		held = "";
	}
	yield Buffer.from(held);
}

test.skipIf(!existsSync(orders))(
	"the whole year by a mapping: the dry run says it and writes nothing, the import does it to the fen",
	async () => {
		const { source: _, by_month, top_shops, ...totals } = JSON.parse(readFileSync(expectedFile, "utf8"));
		const request = () => ({
			stream: Readable.from(foreignYear()),
			sourceCode: "uci",
			fileName: "台账.csv",
			actor: systemActor("test"),
			mapping: { name: "台账", version: 1, definition: foreignMapping().definition },
		});
		const counts = {
			ok: true,
			lines: 525_461,
			accepted: 521_756,
			rejected: 3_705,
			conflict: 0,
			duplicate: 0,
		};
		const dry = await rehearseFile({ ...request(), grain: "ORDER_LINE" });
		expect(dry).toMatchObject(counts);
		// Not even the source is there.
		await expect(computeTotals("uci")).rejects.toThrow("SOURCE_UNKNOWN");
		expect(await importOrders(request())).toMatchObject(counts);
		expect(await computeTotals("uci")).toEqual(totals);
		expect(await computeMonthTotals("uci")).toEqual(by_month);
		expect((await computeShopTotals("uci")).slice(0, 20)).toEqual(top_shops);
		await emptyGmv();
	},
	300_000,
);
