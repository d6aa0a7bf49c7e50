/** Runs once when the server starts, before it answers anybody. */
export async function register(): Promise<void> {
	if (process.env.NEXT_RUNTIME !== "nodejs") return;
	const { markAddresses } = await import("@/lib/platform/session/mark-address");
	const { startMailWorker } = await import("@/lib/platform/mail/worker");
	const { startJobWorkers } = await import("@/lib/platform/jobs/worker");
	const { portalJobs } = await import("@/lib/cli/jobs");
	markAddresses();
	startJobWorkers(portalJobs);
	startMailWorker();
}
