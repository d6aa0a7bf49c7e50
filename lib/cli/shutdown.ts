import type { Output } from "./output";

/** What must happen before the process may end, latest first; each step once. */
const steps: (() => Promise<void>)[] = [];

let underWay: Promise<void> | undefined;
let requestedAt = 0;

/** Registers a step; the function returned takes it back when it has been done in the ordinary way. */
export function beforeExit(step: () => Promise<void>): () => void {
	steps.push(step);
	return () => {
		const index = steps.indexOf(step);
		if (index >= 0) steps.splice(index, 1);
	};
}

/** Runs the steps; a failing one does not keep the others from running. */
export function shutDown(): Promise<void> {
	underWay ??= (async () => {
		for (let step = steps.pop(); step; step = steps.pop()) await step().catch(() => undefined);
	})();
	return underWay;
}

/**
 * Ends the process in good order on Ctrl-C, SIGTERM and a closed terminal. Ctrl-C reaches this process twice, from the
 * terminal and from the launcher; only a second one typed by a person ends it at once.
 * @param expected for a process that runs until it is stopped: it exits with 0, an interrupted one with 128 plus the
 * signal's number
 */
export function endOnSignals(output: Output, expected = false): void {
	const codes = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const;
	for (const signal of ["SIGHUP", "SIGINT", "SIGTERM"] as const) {
		process.removeAllListeners(signal);
		process.on(signal, () => {
			const now = performance.now();
			if (requestedAt && signal === "SIGINT" && now - requestedAt > 1500) process.exit(130);
			requestedAt ||= now;
			void shutDown().then(() => {
				if (expected) output.note("已停止。", "Stopped.");
				else output.note("已中断。", "Interrupted.");
				process.exit(expected ? 0 : codes[signal]);
			});
		});
	}
}
