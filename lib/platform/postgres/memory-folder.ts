import { accessSync, constants, statfsSync } from "node:fs";

const folder = "/dev/shm";

/** Linux's folder in memory, where it has room for so much and the machine can spare it. */
export function findMemoryFolder(megabytes: number): string | undefined {
	if (process.platform !== "linux") return undefined;
	try {
		accessSync(folder, constants.W_OK);
		const { bsize, bavail } = statfsSync(folder);
		const available = Math.min(bsize * bavail, process.availableMemory());
		return available >= megabytes * 1024 * 1024 ? folder : undefined;
	} catch {
		return undefined;
	}
}
