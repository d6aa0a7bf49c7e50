import "server-only";
import type { Job } from "./define-job";
import { startQueue } from "./queue";

/** A run whose process died is noticed after so long, and tried again. */
const HEARTBEAT_SECONDS = 60;
const RETRY_DELAY_SECONDS = 30;

/** Brings the queue's own tables up to date and makes a queue for every job; what is as it should be stays. */
export async function installJobs(jobs: readonly Job[]): Promise<void> {
	const queue = await startQueue({ supervise: false, schedule: false, migrate: true, max: 1 });
	try {
		for (const { name, expireInSeconds, retryLimit } of jobs) {
			const options = {
				expireInSeconds,
				retryLimit,
				retryDelay: RETRY_DELAY_SECONDS,
				retryBackoff: true,
				heartbeatSeconds: HEARTBEAT_SECONDS,
			};
			if (await queue.getQueue(name)) await queue.updateQueue(name, options);
			else await queue.createQueue(name, { ...options, policy: "exclusive" });
		}
	} finally {
		await queue.stop({ graceful: false });
	}
}
