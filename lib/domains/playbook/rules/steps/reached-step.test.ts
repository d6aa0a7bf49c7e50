import { expect, test } from "vitest";
import { reachedStep } from "./reached-step";

const at = (...states: ("OPEN" | "CLOSED" | "REOPENED")[]) =>
	reachedStep(states.map((state, index) => ({ step: index + 1, state })).reverse());

test("a brand has reached as many steps as are closed from the first on", () => {
	expect(reachedStep([])).toBe(0);
	expect(at("OPEN", "CLOSED", "CLOSED", "OPEN", "CLOSED")).toBe(0);
	expect(at("CLOSED", "CLOSED", "OPEN", "OPEN", "CLOSED")).toBe(2);
	expect(at("CLOSED", "REOPENED", "CLOSED", "OPEN", "OPEN")).toBe(1);
	expect(at("CLOSED", "CLOSED", "CLOSED", "CLOSED", "CLOSED")).toBe(5);
});
