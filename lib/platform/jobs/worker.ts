import "server-only";
import type { PgBoss } from "pg-boss";
import { logError } from "@/lib/platform/log/log";
import type { Job } from "./define-job";
import { startQueue } from "./queue";

const PAUSE_AFTER_ERROR_MS = 15_000;
const TIME_TO_FINISH_MS = 8_000;
const TIME_ZONE = "Asia/Shanghai";

const shared = globalThis as typeof globalThis & { portalJobWorkers?: { stop: () => Promise<void> } };

/** Runs due jobs in this process until it is told to stop; where the database cannot be reached, it keeps asking. */
export function startJobWorkers(jobs: readonly Job[]): { stop: () => Promise<void> } {
	if (shared.portalJobWorkers) return shared.portalJobWorkers;
	let queue: PgBoss | undefined;
	let stopped = false;
	async function begin(): Promise<void> {
		try {
			const started = await startQueue({ supervise: true, schedule: true, migrate: false, max: 3 });
			if (stopped) return started.stop({ graceful: false });
			queue = started;
			for (const job of jobs) await takeUp(started, job);
		} catch (error) {
			if (stopped) return;
			logError("job workers", { error });
			await queue?.stop({ graceful: false }).catch(() => undefined);
			setTimeout(begin, PAUSE_AFTER_ERROR_MS).unref();
		}
	}
	const stop = async () => {
		stopped = true;
		shared.portalJobWorkers = undefined;
		await queue?.stop({ graceful: true, timeout: TIME_TO_FINISH_MS }).catch(() => undefined);
	};
	shared.portalJobWorkers = { stop };
	process.once("SIGTERM", stop);
	process.once("SIGINT", stop);
	void begin();
	return shared.portalJobWorkers;
}

async function takeUp(queue: PgBoss, job: Job): Promise<void> {
	await queue.work(job.name, { localConcurrency: job.concurrency }, async ([one]) => {
		if (!one) return;
		try {
			await job.run(one.data, { signal: one.signal });
		} catch (error) {
			logError("job failed", { job: job.name, id: one.id, error });
			throw error;
		}
	});
	if (job.cron) await queue.schedule(job.name, job.cron, {}, { tz: TIME_ZONE });
	else await queue.unschedule(job.name);
}
