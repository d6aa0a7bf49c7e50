import "server-only";
import { setTimeout as wait } from "node:timers/promises";

const LEAST_MS = 600;

/** Answers no sooner than `LEAST_MS`, so that the time taken does not tell whether an address has an account. */
export async function inSteadyTime<T>(work: Promise<T>): Promise<T> {
	const [result] = await Promise.allSettled([work, wait(LEAST_MS)]);
	if (result.status === "rejected") throw result.reason;
	return result.value;
}
