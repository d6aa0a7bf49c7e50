import "server-only";
import { readEnv } from "./env";

const reached = new Map<string, number>();

/**
 * A place where tests end the process as `kill -9` would: `PORTAL_FAULT=<point>` at the first time, `<point>:3` at the
 * third. Does nothing unless NODE_ENV is `test`.
 */
export function passFaultPoint(point: string): void {
	const { NODE_ENV, PORTAL_FAULT } = readEnv();
	if (NODE_ENV !== "test" || !PORTAL_FAULT) return;
	const [wanted, time = "1"] = PORTAL_FAULT.split(":");
	if (wanted !== point) return;
	const times = (reached.get(point) ?? 0) + 1;
	reached.set(point, times);
	if (times === Number(time)) process.kill(process.pid, "SIGKILL");
}
