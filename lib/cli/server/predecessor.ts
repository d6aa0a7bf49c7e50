import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readEnv } from "@/lib/platform/env/env";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { isAlive, readCommandLine } from "@/lib/platform/postgres/process-info";

/** What a running portal leaves in the data folder for the next one to read. */
type Trace = { pid: number; launcher: number; address: string; phase: Phase };
type Phase = "running" | "stopping";

/**
 * Refuses a second portal on a data folder. One that is stopping, or lost its launcher and therefore will, is waited
 * for; returns whether there was one, whose web server may still be letting go of its port.
 */
export async function awaitPredecessor(onWait: () => void): Promise<boolean> {
	if (!existsSync(traceFile())) return false;
	for (let waited = 0; ; waited += 250) {
		const trace = readTrace();
		if (!trace || !isPortal(trace.pid)) return true;
		const stays = trace.phase === "running" && isAlive(trace.launcher);
		if (stays || waited > 60_000) throw alreadyRunning(trace);
		if (waited === 0) onWait();
		await sleep(250);
	}
}

export function leaveTrace(phase: Phase): void {
	const trace: Trace = { pid: process.pid, launcher: process.ppid, address: readEnv().PORTAL_URL, phase };
	writeFileSync(traceFile(), JSON.stringify(trace), { mode: 0o600 });
}

export function removeTrace(): void {
	rmSync(traceFile(), { force: true });
}

function isPortal(pid: number): boolean {
	return pid !== process.pid && readCommandLine(pid).some((part) => part.includes("lib/cli/portal.ts"));
}

function traceFile(): string {
	return join(readEnv().PORTAL_DATA, "portal.json");
}

function readTrace(): Trace | undefined {
	if (!existsSync(traceFile())) return undefined;
	try {
		return JSON.parse(readFileSync(traceFile(), "utf8")) as Trace;
	} catch {
		// Caught in the middle of being written or cut short by a crash: the database's lock has the last word.
		return undefined;
	}
}

function alreadyRunning({ pid, address }: Trace): OperatorError {
	const dataDir = readEnv().PORTAL_DATA;
	return new OperatorError(
		`门户已在运行：${address}（进程 ${pid}，数据目录 ${dataDir}）；请先停止它，或用 PORTAL_DATA 指定其他目录。`,
		`The portal is already running at ${address} (process ${pid}, data folder ${dataDir}); stop it first, or choose another folder with PORTAL_DATA.`,
	);
}
