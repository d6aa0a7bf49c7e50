import { createReadStream, existsSync, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { fileURLToPath } from "node:url";
import { createGunzip } from "node:zlib";
import { expect, test } from "vitest";
import { computeMonthTotals, computeTotals } from "@/lib/domains/gmv/data/totals";
import { importOrders } from "@/lib/domains/gmv/mutations/import-file";
import { rehearseFile } from "@/lib/domains/gmv/mutations/rehearse-file";
import { systemActor } from "@/lib/platform/audit/actor";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { foreignHeader, foreignMapping, toForeign } from "@/tests/factories/mapping";

const folder = new URL("../../../../shared/data/", import.meta.url);
const orders = fileURLToPath(new URL("orders-2010.csv.gz", folder));
const expectedFile = new URL("orders-2010.expected.json", folder);

const months = ["2009-12", "2010-01", "2010-02"];

/** The first months of the year as another system would send them: its own Chinese names, semicolons, DD/MM/YYYY, fen. */
async function* foreignMonths(): AsyncGenerator<Buffer> {
	const lines = createInterface({ input: createReadStream(orders).pipe(createGunzip()) });
	let isHeader = true;
	let held = "";
	for await (const line of lines) {
		// Lines are in the order of time; the fourth column is when it happened.
		if (!isHeader && !months.includes((line.split(",")[3] ?? "").slice(0, 7))) break;
		held += isHeader ? foreignHeader : toForeign(line);
		isHeader = false;
		if (held.length < 1 << 16) continue;
		yield Buffer.from(held);
		held = "";
	}
	yield Buffer.from(held);
}

test.skipIf(!existsSync(orders))(
	"real months by a mapping: the dry run says it and writes nothing, the import does it to the fen",
	async () => {
		const { by_month } = JSON.parse(readFileSync(expectedFile, "utf8"));
		const request = () => ({
			stream: Readable.from(foreignMonths()),
			sourceCode: "uci",
			fileName: "台账.csv",
			actor: systemActor("test"),
			mapping: { name: "台账", version: 1, definition: foreignMapping().definition },
		});
		const dry = await rehearseFile({ ...request(), grain: "ORDER_LINE" });
		expect(dry).toMatchObject({ ok: true, lines: 106_171, conflict: 0, duplicate: 0 });
		if (!dry.ok) return;
		const { lines, accepted, rejected } = dry;
		expect(accepted + rejected).toBe(lines);
		// Not even the source is there.
		await expect(computeTotals("uci")).rejects.toThrow("SOURCE_UNKNOWN");
		const done = await importOrders(request());
		expect(done).toMatchObject({ ok: true, lines, accepted, rejected, conflict: 0, duplicate: 0 });
		expect(await computeMonthTotals("uci")).toEqual(by_month.slice(0, months.length));
		await emptyGmv();
	},
	120_000,
);
