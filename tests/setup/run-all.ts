import { spawn } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "@/lib/platform/postgres/free-port";

type Counts = { passed: number; failed: number; skipped: number };

const reports = mkdtempSync(join(tmpdir(), "windmaker-test-"));
// The database's own account passes through it when the tests run as root.
chmodSync(reports, 0o711);
const bin = (name: string) => join("node_modules", ".bin", name);

function run(
	title: string,
	command: string,
	args: string[],
	env: Record<string, string> = {},
): Promise<boolean> {
	const began = Date.now();
	console.log(`\n── ${title}`);
	return new Promise((done) => {
		const child = spawn(command, args, {
			stdio: ["ignore", "inherit", "inherit"],
			env: { ...process.env, ...env },
		});
		child.on("error", () => done(false));
		child.on("exit", (code) => {
			console.log(
				`── ${title}: ${code === 0 ? "ok" : `failed (${code})`}, ${Math.round((Date.now() - began) / 1000)} s`,
			);
			done(code === 0);
		});
	});
}

/** A check without tests of its own counts as one. */
async function check(title: string, command: string, args: string[]): Promise<Counts> {
	const ok = await run(title, command, args);
	return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

async function vitest(project: string): Promise<Counts> {
	const report = join(reports, `${project}.json`);
	const ok = await run(`vitest ${project}`, bin("vitest"), [
		"run",
		`--project=${project}`,
		"--reporter=default",
		"--reporter=json",
		`--outputFile.json=${report}`,
	]);
	return readCounts(ok, () => {
		const result = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
		return {
			passed: result.numPassedTests ?? 0,
			failed: result.numFailedTests ?? 0,
			skipped: (result.numPendingTests ?? 0) + (result.numTodoTests ?? 0),
		};
	});
}

async function browser(): Promise<Counts> {
	const port = await findFreePort();
	const ok = await run("browser", bin("playwright"), ["test"], {
		E2E_PORT: String(port),
		E2E_DATA: join(reports, "data"),
	});
	return readCounts(ok, () => {
		const { stats } = JSON.parse(readFileSync("test-results/e2e.json", "utf8")) as {
			stats: { expected: number; unexpected: number; flaky: number; skipped: number };
		};
		return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
	});
}

/** A runner that failed without naming a failed test (a crash, an unhandled error) is a failure all the same. */
function readCounts(ok: boolean, read: () => Counts): Counts {
	try {
		const counts = read();
		return ok || counts.failed > 0 ? counts : { ...counts, failed: 1 };
	} catch {
		return { passed: 0, failed: 1, skipped: 0 };
	}
}

const results = [
	await check("format and lint", bin("biome"), ["ci", "--error-on-warnings", "."]),
	await check("types", bin("tsc"), ["--noEmit", "-p", "."]),
	await vitest("unit"),
	await vitest("integration"),
	await browser(),
];
rmSync(reports, { recursive: true, force: true });

const total = (part: keyof Counts) => results.reduce((sum, counts) => sum + counts[part], 0);
console.log(`\n${total("passed")} passed, ${total("failed")} failed, ${total("skipped")} skipped`);
process.exit(total("failed") > 0 || total("passed") === 0 ? 1 : 0);
