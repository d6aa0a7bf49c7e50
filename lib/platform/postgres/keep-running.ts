import { setTimeout as sleep } from "node:timers/promises";
import { OperatorError } from "@/lib/platform/env/operator-error";
import { explainServerFailure, isDiskFull } from "./failures";
import { connectOwnership, type Ownership } from "./ownership";
import type { Place } from "./place";
import { adminConfig } from "./roles";
import type { Server } from "./server";
import { startServerAt } from "./server-at";

type Held = { server: Server; ownership: Ownership };

export type Kept = {
	now(): Held;
	/** Resolves with the reason when the server cannot be kept running. */
	lost: Promise<OperatorError>;
	stop(): Promise<void>;
};

/** A server that is killed more often than that has a reason a start does not mend. */
const STARTS = 3;
const WITHIN_MS = 300_000;

/** Whether a server ended because somebody asked it to. */
const ENDED_IN_ORDER = /database system is shut down/;

/**
 * Keeps a server running until `stop`: one that was killed is started again on its port, so that whoever is connected finds
 * it where it was. After a crash the server gets over by itself the lock is taken again, without which other commands would
 * take it for an orphan. One that ended in good order, or for want of room, stays ended.
 */
export function keepRunning(
	place: Place,
	first: Held,
	{ purpose, onRestart }: { purpose: string; onRestart?(): void },
): Kept {
	let held = first;
	let isStopping = false;
	const falls: number[] = [];
	const never = new Promise<OperatorError>(() => undefined);

	async function takeOwnership(): Promise<boolean> {
		const ownership = await connectOwnership(adminConfig(place, held.server.port), purpose);
		if (!ownership) return false;
		while (!isStopping && !(await ownership.tryOwn())) await sleep(50);
		held = { ...held, ownership };
		return true;
	}

	async function startAgain(): Promise<OperatorError | null> {
		const log = held.server.readLog();
		const now = performance.now();
		falls.push(now);
		const often = falls.filter((at) => now - at < WITHIN_MS).length > STARTS;
		if (often || isDiskFull(log) || ENDED_IN_ORDER.test(log)) return explainServerFailure(log, place.log);
		const server = await startServerAt(place, false, held.server.port);
		held = { ...held, server };
		if (isStopping) await server.stop();
		else if (await takeOwnership()) onRestart?.();
		return null;
	}

	async function watch(): Promise<OperatorError> {
		for (;;) {
			const { server, ownership } = held;
			await Promise.race([server.ended, ownership.ended]);
			if (isStopping) return never;
			try {
				const hasEnded = await Promise.race([server.ended.then(() => true), sleep(200).then(() => false)]);
				if (!hasEnded && (await takeOwnership())) continue;
				await server.ended;
				const reason = isStopping ? null : await startAgain();
				if (reason) return reason;
			} catch (error) {
				if (isStopping) return never;
				if (error instanceof OperatorError) return error;
				return explainServerFailure(held.server.readLog(), place.log);
			}
			if (isStopping) return never;
		}
	}

	return {
		now: () => held,
		lost: watch(),
		async stop() {
			isStopping = true;
			await held.ownership.release();
			await held.server.stop();
		},
	};
}
