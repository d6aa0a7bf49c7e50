import { expect, test } from "vitest";
import { sumRecord } from "./sum-record";

const row = (over: object) => ({
	...{ brandId: "b", name: "b", category: "c", from: "2026-01-01", to: null },
	...{ handedIn: 0, accepted: 0, sentBack: 0, waiting: 0, done: 0, onTime: 0, closed: [] },
	...over,
});

test("rates are of what was answered and of what is done; without any there is no rate", () => {
	expect(sumRecord([])).toMatchObject({ handedIn: 0, acceptedBps: null, onTimeBps: null });
	const rows = [
		row({ handedIn: 4, accepted: 2, sentBack: 1, waiting: 1, done: 2, onTime: 1 }),
		row({ handedIn: 1, accepted: 0, sentBack: 0, waiting: 1, closed: [{ step: 1 }] }),
	];
	expect(sumRecord(rows)).toEqual({
		...{ handedIn: 5, accepted: 2, sentBack: 1, waiting: 2, done: 2, onTime: 1, closed: 1 },
		...{ acceptedBps: 6666, onTimeBps: 5000 },
	});
});
