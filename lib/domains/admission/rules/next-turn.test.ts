import { describe, expect, test } from "vitest";
import { openSteps, standingOf } from "@/lib/domains/admission/rules/next-turn";

const nothing = { acceptance: null, deposit: null, admittedOn: null, exitedOn: null };
const signed = { ...nothing, acceptance: {} };
const paid = (state: string) => ({ state });

describe("standingOf", () => {
	test("an approval waits for the company until both its steps are taken, then for the platform", () => {
		const of = (activation: Parameters<typeof standingOf>[1]) => standingOf("APPROVED", activation, []);
		expect(of(nothing)).toEqual({ standing: "ACTIVATE", turn: "company" });
		expect(of(signed)).toEqual({ standing: "ACTIVATE", turn: "company" });
		expect(of({ ...nothing, deposit: paid("REPORTED") })).toEqual({ standing: "ACTIVATE", turn: "company" });
		expect(of({ ...signed, deposit: paid("REPORTED") })).toEqual({
			standing: "DEPOSIT_CHECK",
			turn: "platform",
		});
		expect(of({ ...signed, deposit: paid("RETURNED") })).toEqual({ standing: "ACTIVATE", turn: "company" });
		expect(of({ ...signed, deposit: paid("CONFIRMED"), admittedOn: "2026-11-20" })).toEqual({
			standing: "APPROVED",
			turn: "none",
		});
		const over = { ...signed, deposit: paid("REFUNDED"), admittedOn: "2026-01-20", exitedOn: "2026-11-01" };
		expect(of(over)).toEqual({ standing: "EXITED", turn: "none" });
	});

	test("a rejection waits for the platform while its appeal is open", () => {
		expect(standingOf("REJECTED", null, [])).toEqual({ standing: "REJECTED", turn: "none" });
		expect(standingOf("REJECTED", null, [{ state: "DISMISSED" }])).toMatchObject({ standing: "REJECTED" });
		expect(standingOf("REJECTED", null, [{ state: "OPEN" }])).toEqual({
			standing: "APPEAL_OPEN",
			turn: "platform",
		});
	});
});

test("openSteps names what the company has not done: a returned report counts as not paid", () => {
	expect(openSteps(nothing)).toEqual(["agreement", "deposit"]);
	expect(openSteps({ ...signed, deposit: paid("RETURNED") })).toEqual(["deposit"]);
	expect(openSteps({ ...nothing, deposit: paid("CONFIRMED") })).toEqual(["agreement"]);
	expect(openSteps({ ...signed, deposit: paid("REPORTED") })).toEqual([]);
});
