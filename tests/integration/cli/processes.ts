import { spawnSync } from "node:child_process";
import { setTimeout as sleep } from "node:timers/promises";

/** Whether a process is there and not a zombie. */
export function isRunning(pid: number): boolean {
	const { stdout } = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" });
	const state = stdout.trim();
	return state !== "" && !state.startsWith("Z");
}

/** Kills without warning; a process that ended meanwhile, a worker of the server for one, is as dead. */
export function killHard(pids: number[]): void {
	for (const pid of pids) {
		try {
			process.kill(pid, "SIGKILL");
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
		}
	}
}

export async function untilGone(pids: number[]): Promise<void> {
	while (pids.some(isRunning)) await sleep(50);
}

/** The process ids of a tree, from parent to child. */
export function listTree(pid: number): number[] {
	const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" });
	const pairs = stdout
		.trim()
		.split("\n")
		.map((line) => line.trim().split(/\s+/).map(Number));
	const below = (parent: number): number[] =>
		pairs.flatMap(([child = 0, itsParent]) => (itsParent === parent ? [child, ...below(child)] : []));
	return [pid, ...below(pid)];
}
