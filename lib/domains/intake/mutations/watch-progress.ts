import "server-only";
import type { Readable } from "node:stream";
import type { ImportProgress } from "@/lib/domains/gmv/types";

const TOLD_EVERY_MS = 500;

/** Counts as a stream that broke off. */
class Stopped extends Error {
	readonly code = "ERR_STREAM_PREMATURE_CLOSE";
}

/**
 * Writes how far reading a file is, twice a second, and stops it once somebody has cancelled it or the process ends.
 * `note` writes it and answers whether the work is still wanted.
 */
export function watchProgress(
	note: (progress: ImportProgress) => Promise<boolean>,
	stream: Readable,
	signal: AbortSignal,
) {
	let last = 0;
	let cancelled = false;
	let writing: Promise<unknown> = Promise.resolve();
	const stop = () => stream.destroy(new Stopped("the work on this file was stopped"));
	// Whoever reads the stream finds out; until then nobody has to.
	stream.on("error", () => undefined);
	if (signal.aborted) stop();
	signal.addEventListener("abort", stop, { once: true });
	async function tellNow(progress: ImportProgress): Promise<void> {
		if (await note(progress)) return;
		cancelled = true;
		stop();
	}
	return {
		tell(progress: ImportProgress) {
			const now = performance.now();
			if (now - last < TOLD_EVERY_MS) return;
			last = now;
			// A word about progress that is lost makes no import fail.
			writing = writing.then(() => tellNow(progress)).catch(() => undefined);
		},
		async end() {
			signal.removeEventListener("abort", stop);
			await writing;
		},
		isCancelled: () => cancelled,
	};
}
