import { expect, test, vi } from "vitest";
import { AnswerKeeper, isStillNewest, type Pending, type SendAnswer } from "./answer-keeper";

const at = new Date("2026-08-01T01:00:00Z");
const saved = (pending: Pending): SendAnswer => ({ kind: "saved", revision: pending.revision, savedAt: at });
const answer = (position: number, revision: number): Pending => ({
	position,
	revision,
	answer: [[0]],
	isFlagged: false,
});

test("only the newest answer of a question is sent, one at a time", async () => {
	const sent: string[] = [];
	let release: (() => void) | undefined;
	const keeper = new AnswerKeeper(
		{
			send: async (pending) => {
				sent.push(`${pending.position}:${pending.revision}`);
				if (sent.length === 1) await new Promise<void>((done) => (release = done));
				return saved(pending);
			},
			keep: () => undefined,
		},
		null,
	);
	keeper.put(answer(1, 1));
	keeper.put(answer(1, 2));
	keeper.put(answer(1, 3));
	expect(keeper.read()).toMatchObject({ status: "saving", waiting: [1] });
	release?.();
	expect(await keeper.flush()).toBe(true);
	expect(sent).toEqual(["1:1", "1:3"]);
	expect(keeper.read()).toMatchObject({ status: "saved", waiting: [], savedAt: at });
});

test("without a network it says so, keeps what waits and tries again by itself", async () => {
	vi.useFakeTimers();
	let isUp = false;
	const kept: number[][] = [];
	const keeper = new AnswerKeeper(
		{
			send: async (pending) => (isUp ? saved(pending) : { kind: "unreachable" }),
			keep: (waiting) => kept.push(waiting.map(({ position }) => position)),
			retryDelayMs: 1_000,
		},
		null,
	);
	keeper.put(answer(2, 1));
	expect(await keeper.flush()).toBe(false);
	expect(keeper.read()).toMatchObject({ status: "unreachable", waiting: [2], savedAt: null });
	expect(kept.at(-1)).toEqual([2]);
	isUp = true;
	await vi.advanceTimersByTimeAsync(1_000);
	expect(keeper.read()).toMatchObject({ status: "saved", waiting: [] });
	expect(kept.at(-1)).toEqual([]);
	vi.useRealTimers();
});

test("a device that was closed takes nothing more and keeps what it could not bring", async () => {
	const keeper = new AnswerKeeper(
		{ send: async () => ({ kind: "closed", reason: "DEVICE_OTHER" }), keep: () => undefined },
		null,
	);
	keeper.put(answer(1, 1));
	expect(await keeper.flush()).toBe(false);
	keeper.put(answer(2, 1));
	expect(keeper.read()).toMatchObject({ status: "closed", reason: "DEVICE_OTHER", waiting: [1] });
});

test("what waited offline is newest unless the server is as far, or another device took over and answered since", () => {
	const kept = { ...answer(1, 8), base: 3, takeovers: 1 };
	expect(isStillNewest(kept, { revision: 3, takeovers: 1 })).toBe(true);
	expect(isStillNewest(kept, { revision: 5, takeovers: 1 }), "its own, whose receipt was lost").toBe(true);
	expect(isStillNewest(kept, { revision: 8, takeovers: 1 })).toBe(false);
	expect(isStillNewest(kept, { revision: 3, takeovers: 3 }), "the other left this question alone").toBe(true);
	expect(isStillNewest(kept, { revision: 4, takeovers: 3 }), "the other answered it").toBe(false);
});
