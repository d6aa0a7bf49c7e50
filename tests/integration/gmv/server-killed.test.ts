import { spawn } from "node:child_process";
import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { importUpload } from "@/lib/domains/intake/mutations/import-upload";
import { receiveUpload } from "@/lib/domains/intake/mutations/receive-upload";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { childEnv } from "@/lib/platform/env/env";
import { orderFile, orderLine } from "@/tests/factories/gmv";
import { emptyGmv } from "@/tests/factories/gmv-reset";
import { createMember } from "@/tests/factories/identity";

const LINES = 12_000;
const file = orderFile(
	Array.from({ length: LINES }, (_, index) => orderLine({ event: `E${index}`, shop: `S-${index % 9}` })),
);

beforeEach(async () => {
	await db().importUpload.deleteMany();
	await emptyGmv();
});

/** Imports an upload as a server's worker does, in a process that dies at the point named. */
function importAndDie(id: string, fault: string): Promise<NodeJS.Signals | null> {
	const args = ["--conditions=react-server", "--disable-warning=ExperimentalWarning", "--import", "tsx"];
	const child = spawn(process.execPath, [...args, "tests/setup/run-upload.ts", id], {
		env: childEnv({ NODE_ENV: "test", PORTAL_FAULT: fault, VITEST: undefined }),
		stdio: ["ignore", "inherit", "inherit"],
	});
	return new Promise((resolve) => child.on("close", (_code, signal) => resolve(signal)));
}

const countFacts = async () =>
	(await pool().query<{ n: number }>("SELECT count(*)::int AS n FROM order_lines")).rows[0]?.n;

test.each([
	["staging", 0],
	["rollup", 0],
	["before-commit", 0],
	["after-commit", LINES],
])(
	"a server killed at %s has all of an upload or nothing, and the next one finishes it",
	async (fault, isThere) => {
		const { scope } = await createMember({ role: "ops_lead" });
		const query = { name: "订单.csv", source: "killed", grain: "ORDER_LINE" as const, mapping: "" };
		const received = await receiveUpload(scope, query, Readable.from([Buffer.from(file)]));
		if (!received.ok) throw new Error(received.reason);
		expect(await importAndDie(received.id, fault)).toBe("SIGKILL");
		expect(await countFacts()).toBe(isThere);
		expect(await db().importUpload.findUnique({ where: { id: received.id } })).toMatchObject({
			state: "RUNNING",
		});

		await importUpload(received.id, new AbortController().signal);
		expect(await countFacts()).toBe(LINES);
		expect(await db().importUpload.findUnique({ where: { id: received.id } })).toMatchObject({
			state: "DONE",
			lines: LINES,
		});
		const batches = await db().importBatch.findMany({ orderBy: { startedAt: "asc" } });
		expect(batches.map(({ state, accepted, duplicate }) => [state, accepted, duplicate])).toEqual(
			isThere
				? [
						["DONE", LINES, 0],
						["DONE", 0, LINES],
					]
				: [
						["FAILED", 0, 0],
						["DONE", LINES, 0],
					],
		);
	},
	120_000,
);
