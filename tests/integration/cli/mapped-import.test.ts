import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createMapping } from "@/lib/domains/intake/mutations/mappings";
import { db } from "@/lib/platform/db/client";
import { childEnv } from "@/lib/platform/env/env";
import { readPlatformTotal, sampleExpected } from "@/tests/factories/gmv";
import { createMember } from "@/tests/factories/identity";
import { foreignMapping, foreignSample } from "@/tests/factories/mapping";

const folder = mkdtempSync(join(tmpdir(), "windmaker-mapped-"));
const path = join(folder, "台账.csv");
writeFileSync(path, foreignSample());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
	const { scope } = await createMember({ role: "ops_lead" });
	await createMapping(scope, { name: "总账 导出", mapping: foreignMapping() }, new Date());
});

/** A portal command in a process of its own, as an operator runs it. */
function portal(...command: string[]): Promise<{ code: number | null; out: string; err: string }> {
	const node = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import", "tsx"];
	const child = spawn(process.execPath, [...node, "lib/cli/portal.ts", ...command], {
		env: childEnv({ NODE_ENV: "test", PORTAL_DATA: folder, VITEST: undefined }),
		stdio: ["ignore", "pipe", "pipe"],
	});
	let [out, err] = ["", ""];
	child.stdout.on("data", (piece) => (out += piece));
	child.stderr.on("data", (piece) => (err += piece));
	return new Promise((resolve) => child.on("close", (code) => resolve({ code, out, err })));
}

const fen = (amount: string) => BigInt(amount.replace(".", ""));
const { accepted: expected, rejected, rows } = sampleExpected;
const good = Number(expected.sale_lines) + Number(expected.refund_lines);
const bad = Object.values<number>(rejected).reduce((sum, count) => sum + count, 0);
const order = ["import", path, "--source", "ledger", "--mapping", "总账 导出"];

test("mappings are listed; one that does not exist, or is for other content, is refused", async () => {
	const list = await portal("mappings", "--json");
	expect(JSON.parse(list.out).mappings).toMatchObject([{ name: "总账 导出", grain: "orders", version: 1 }]);
	const unknown = await portal("import", path, "--source", "ledger", "--mapping", "总账");
	expect([unknown.code, unknown.err]).toEqual([
		1,
		expect.stringContaining('There is no mapping named "总账"'),
	]);
	const other = await portal(...order, "--grain", "shop-days");
	expect([other.code, other.err]).toEqual([1, expect.stringContaining("is for orders")]);
}, 120_000);

test("a dry run says what the import then does, to the fen, and writes nothing", async () => {
	const errors = join(folder, "refused.csv");
	const dry = await portal(...order, "--dry-run", "--errors", errors, "--locale", "en", "--json");
	expect(dry.err).not.toContain("Error");
	expect(JSON.parse(dry.out)).toMatchObject({
		dryRun: true,
		lines: rows,
		accepted: good,
		rejected: bad,
		newShops: Number(expected.shops),
		paidFen: String(fen(expected.sale_amount)),
		refundedFen: String(fen(expected.refund_amount)),
		errorFile: errors,
	});
	expect(readFileSync(errors, "utf8").trim().split("\r\n")).toHaveLength(bad + 1);
	expect(await db().importBatch.count()).toBe(0);
	expect(await readPlatformTotal()).toMatchObject({ paid: 0n, refunded: 0n });

	const done = await portal(...order, "--json");
	const answer = JSON.parse(done.out);
	expect(answer).toMatchObject({ lines: rows, accepted: good, rejected: bad, conflict: 0 });
	expect(existsSync(answer.errorFile)).toBe(true);
	expect(readFileSync(answer.errorFile, "utf8")).toContain("发生额(分)");
	expect(await readPlatformTotal()).toMatchObject({
		paid: fen(expected.sale_amount),
		refunded: fen(expected.refund_amount),
	});
	const batch = await db().importBatch.findUniqueOrThrow({ where: { id: answer.batchId } });
	expect(batch.mapping).toMatchObject({ name: "总账 导出", version: 1 });
}, 180_000);
