import { renameSync, statSync } from "node:fs";

const largestLog = 20 * 1024 * 1024;

/** Keeps one older log; returns where this start's lines begin. */
export function rotateLog(path: string): number {
	const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
	if (size <= largestLog) return size;
	renameSync(path, `${path}.1`);
	return 0;
}
