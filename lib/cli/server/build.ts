import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { closeSync, existsSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { childEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { diskFull, isDiskFull } from "@/lib/platform/postgres/failures";
import { beforeExit } from "../shutdown";
import { nextProgram, nodeFlags } from "./next-program";

const stamp = ".next/windmaker.json";

/** What the pages are made of. Tests, the command line and migrations are not; they come and go without a build. */
const folders = ["app", "components", "lib", "public", "prisma"];
const topFiles =
	/^(next\.config|postcss\.config|proxy|instrumentation|instrumentation-client)\.\w+$|^(tsconfig|package-lock)\.json$/;
const leftOut = /^lib\/cli\/|^prisma\/migrations\/|\.test\.tsx?$/;

/** Whether the pages in `.next` were built from what is on disk. */
export function isBuilt(): boolean {
	return existsSync(stamp) && readFileSync(stamp, "utf8") === hashSources();
}

/** Builds the pages; the build's own words go to `log`. */
export async function build(log: string): Promise<void> {
	const hash = hashSources();
	rmSync(stamp, { force: true });
	const output = openSync(log, "w", 0o600);
	const child = spawn(process.execPath, [...nodeFlags, nextProgram, "build"], {
		env: childEnv({ NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", DATABASE_URL: undefined }),
		detached: true,
		stdio: ["ignore", output, output, "ipc"],
	});
	closeSync(output);
	const forget = beforeExit(async () => void process.kill(-(child.pid ?? 0), "SIGKILL"));
	const code = await new Promise<number | null>((resolve, reject) => {
		child.once("error", reject);
		child.once("exit", resolve);
	});
	forget();
	if (code !== 0) throw explainBuildFailure(log);
	writeFileSync(stamp, hash);
}

function explainBuildFailure(log: string): OperatorError {
	const output = readFileSync(log, "utf8");
	if (/ENOSPC|EDQUOT/.test(output) || isDiskFull(output)) return diskFull(join(process.cwd(), ".next"));
	const tail = output.trimEnd().split("\n").slice(-30).join("\n");
	return new OperatorError(`构建页面失败，详见 ${log}：`, `Building the pages failed, see ${log}:\n${tail}`);
}

function hashSources(): string {
	const sum = createHash("sha256").update(process.version);
	for (const path of listSources()) sum.update(path).update("\0").update(readFileSync(path)).update("\0");
	return sum.digest("hex");
}

function listSources(): string[] {
	const files = folders
		.filter((folder) => existsSync(folder))
		.flatMap((folder) =>
			readdirSync(folder, { recursive: true, withFileTypes: true })
				.filter((entry) => entry.isFile())
				.map((entry) => join(entry.parentPath, entry.name)),
		);
	const top = readdirSync(".").filter((name) => topFiles.test(name));
	return [...files, ...top].filter((path) => !leftOut.test(path)).sort();
}
