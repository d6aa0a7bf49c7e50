import type { z } from "zod";

/** What a handler may use beside its input. */
export type JobRun = {
	/** Told when the process is stopping or the job has run out of time. */
	readonly signal: AbortSignal;
};

export type Job = {
	readonly name: string;
	/** When it starts by itself, as cron in Asia/Shanghai; absent where only somebody else's change starts it. */
	readonly cron?: string;
	/** Seconds after which a run counts as lost and is tried again. */
	readonly expireInSeconds: number;
	readonly retryLimit: number;
	/** Runs of this job at once, in one process. */
	readonly concurrency: number;
	/** @throws ZodError when `input` is not what the job takes */
	readonly run: (input: unknown, run: JobRun) => Promise<void>;
};

/**
 * Work done without a person: it survives a restart, is tried again when it fails, and may therefore run twice, so a
 * handler must not mind. Names are `<domain>.<what>`.
 */
export function defineJob<S extends z.ZodType>(definition: {
	name: `${string}.${string}`;
	input: S;
	handler: (input: z.output<S>, run: JobRun) => Promise<unknown>;
	cron?: string;
	expireInSeconds?: number;
	retryLimit?: number;
	concurrency?: number;
}): Job {
	const { name, input, handler, cron, expireInSeconds = 900, retryLimit = 3, concurrency = 1 } = definition;
	return {
		name,
		cron,
		expireInSeconds,
		retryLimit,
		concurrency,
		run: async (given, run) => {
			await handler(input.parse(given ?? {}), run);
		},
	};
}
