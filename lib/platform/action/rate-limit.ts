import "server-only";

export type RateLimit = (key: string, nowMs: number) => boolean;

/**
 * A limit for questions that are cheap to ask and ought not to be asked by the thousand: true while `key` has asked
 * fewer than `count` times within the last `windowMs`. Held by this process alone; what must never be exceeded belongs
 * into the database.
 */
export function createRateLimit({ count, windowMs }: { count: number; windowMs: number }): RateLimit {
	const asked = new Map<string, number[]>();
	return (key, nowMs) => {
		const since = nowMs - windowMs;
		if (asked.size > 10_000) {
			for (const [other, times] of asked) if ((times.at(-1) ?? 0) <= since) asked.delete(other);
		}
		const recent = (asked.get(key) ?? []).filter((time) => time > since);
		const isAllowed = recent.length < count;
		asked.set(key, isAllowed ? [...recent, nowMs] : recent);
		return isAllowed;
	};
}
