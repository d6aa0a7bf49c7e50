// Preloaded into every child process: when the parent is gone, however it went, so is the child.
import { isMainThread } from "node:worker_threads";

if (isMainThread && process.connected) {
	process.once("disconnect", () => {
		process.kill(process.pid, "SIGTERM");
		setTimeout(() => process.exit(1), 20_000).unref();
	});
	// The channel is there to be lost; it must not keep a finished process alive.
	process.channel?.unref();
}
