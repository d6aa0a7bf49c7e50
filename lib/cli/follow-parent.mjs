// Preloaded into every child process: when the parent is gone, however it went, so is the child.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.connected) {
	// For this process only: workers it forks have a channel they live by.
	const at = process.execArgv.indexOf(import.meta.url);
	if (at > 0) process.execArgv.splice(at - 1, 2);
	process.once("disconnect", () => {
		process.kill(process.pid, "SIGTERM");
		setTimeout(() => process.exit(1), 20_000).unref();
	});
	// The channel is there to be lost; it must not keep a finished process alive.
	process.channel?.unref();
}
