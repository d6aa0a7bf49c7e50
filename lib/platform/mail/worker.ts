import "server-only";
import { logError } from "@/lib/platform/log/log";
import { deliverDueMail } from "./deliver";

const PAUSE_MS = 2_000;
const PAUSE_AFTER_ERROR_MS = 15_000;

const shared = globalThis as typeof globalThis & { portalMailWorker?: { stop: () => void } };

/** Empties the outbox every two seconds, one round at a time per process, until the process is told to stop. */
export function startMailWorker(): void {
	if (shared.portalMailWorker) return;
	let stopped = false;
	let timer: NodeJS.Timeout;
	// Not waited for: the timer must never keep a process alive that has nothing else to do.
	const again = (pause: number) => {
		timer = setTimeout(round, pause);
		timer.unref();
	};
	async function round(): Promise<void> {
		let pause = PAUSE_MS;
		try {
			await deliverDueMail();
		} catch (error) {
			pause = PAUSE_AFTER_ERROR_MS;
			if (!stopped) logError("mail worker", { error });
		}
		if (!stopped) again(pause);
	}
	const stop = () => {
		stopped = true;
		clearTimeout(timer);
	};
	shared.portalMailWorker = { stop };
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
	again(PAUSE_MS);
}
