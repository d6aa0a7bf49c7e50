import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** Whether a process of this number exists. */
export function isAlive(pid: number): boolean {
	if (!Number.isInteger(pid) || pid <= 0) return false;
	try {
		return process.kill(pid, 0);
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === "EPERM";
	}
}

/** The program and arguments of a process; empty when there is none, or it has ended and nobody collected it. */
export function readCommandLine(pid: number): string[] {
	try {
		return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0");
	} catch {
		if (process.platform === "linux") return [];
	}
	// `-D <cluster>` is the last argument, so that a path with spaces stays whole.
	const { stdout } = spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" });
	return (stdout ?? "").trimEnd().split(" -D ");
}
