import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { readCommandLine } from "./process-info";

/** A server process found running on a cluster, by whomever it was started. */
export type Postmaster = {
	pid: number;
	port: number;
	/** Asks for a fast shutdown: sessions end, data is safe. */
	interrupt(): void;
	/** Fast shutdown, waited for; an immediate one (recovered from at the next start) after `patienceMs`. */
	stop(patienceMs?: number): Promise<void>;
};

/** The server running on `cluster` according to its postmaster.pid; a stale file is removed. */
export function findPostmaster(cluster: string): Postmaster | undefined {
	const file = join(cluster, "postmaster.pid");
	const lines = readLines(file);
	if (!lines) return undefined;
	// Empty for the instant in which another start is writing it.
	if (!lines[0]) return undefined;
	const pid = Number(lines[0]);
	if (!serves(pid, cluster)) {
		// PostgreSQL itself would refuse to start when another process has inherited the number.
		rmSync(file, { force: true });
		return undefined;
	}
	return describe(pid, Number(lines[3] ?? 0), cluster);
}

function describe(pid: number, port: number, cluster: string): Postmaster {
	const interrupt = () => signal(pid, "SIGINT");
	return {
		pid,
		port,
		interrupt,
		async stop(patienceMs = 60_000) {
			interrupt();
			if (await waitUntilGone(pid, cluster, patienceMs)) return;
			signal(pid, "SIGQUIT");
			await waitUntilGone(pid, cluster, 10_000);
		},
	};
}

async function waitUntilGone(pid: number, cluster: string, patienceMs: number): Promise<boolean> {
	for (const end = Date.now() + patienceMs; Date.now() < end; await sleep(50)) {
		if (!serves(pid, cluster)) return true;
	}
	return false;
}

/** Whether process `pid` is a server on `cluster`: its command line names the cluster. */
function serves(pid: number, cluster: string): boolean {
	if (!Number.isInteger(pid) || pid <= 1) return false;
	return readCommandLine(pid).includes(cluster);
}

function signal(pid: number, name: NodeJS.Signals): void {
	try {
		process.kill(pid, name);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
	}
}

function readLines(file: string): string[] | undefined {
	try {
		return readFileSync(file, "utf8").split("\n");
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
		throw error;
	}
}
