import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
	applicationEvents,
	applicationStates,
	partnerEvents,
	partnerStatuses,
} from "@/lib/domains/admission/constants";
import {
	applicationTransitions,
	eventsFrom,
	isEditable,
	isFinal,
	isOpenApplication,
	mayCause,
	nextState,
	partnerTransitions,
} from "@/lib/domains/admission/rules/transitions";
import type { ApplicationState } from "@/lib/domains/admission/types";

describe("an application", () => {
	test("moves along the edges of domain.md §3.1 and no other", () => {
		const edges = applicationStates.flatMap((from) =>
			applicationEvents.flatMap((event) => {
				const to = nextState(applicationTransitions, from, event);
				return to ? [`${from}→${to}`] : [];
			}),
		);
		expect(new Set(edges)).toEqual(
			new Set([
				"DRAFT→SUBMITTED",
				"SUBMITTED→IN_REVIEW",
				"IN_REVIEW→IN_REVIEW",
				"REJECTED→SUBMITTED",
				"IN_REVIEW→CHANGES_REQUESTED",
				"CHANGES_REQUESTED→SUBMITTED",
				"IN_REVIEW→APPROVED",
				"IN_REVIEW→REJECTED",
				"DRAFT→WITHDRAWN",
				"SUBMITTED→WITHDRAWN",
				"IN_REVIEW→WITHDRAWN",
				"CHANGES_REQUESTED→WITHDRAWN",
			]),
		);
		expect(edges).toHaveLength(applicationTransitions.length);
	});

	test("is withdrawn from any open state and never from a final one", () => {
		for (const state of applicationStates) {
			const canWithdraw = mayCause(applicationTransitions, state, "withdraw", "company");
			expect([state, canWithdraw]).toEqual([state, isOpenApplication(state)]);
		}
		expect(applicationStates.filter((s) => isFinal(applicationTransitions, s))).toEqual([
			"APPROVED",
			"WITHDRAWN",
		]);
		expect(applicationStates.filter(isEditable)).toEqual(["DRAFT", "CHANGES_REQUESTED"]);
	});

	test("gives each side its own buttons", () => {
		expect(eventsFrom(applicationTransitions, "IN_REVIEW", "company")).toEqual(["withdraw"]);
		expect(eventsFrom(applicationTransitions, "IN_REVIEW", "reviewer")).toEqual([
			"give_opinion",
			"request_changes",
			"approve",
			"reject",
		]);
		expect(eventsFrom(applicationTransitions, "DRAFT", "reviewer")).toEqual([]);
	});

	test("reaches a decision only through review, on any walk", () => {
		fc.assert(
			fc.property(fc.array(fc.constantFrom(...applicationEvents), { maxLength: 30 }), (events) => {
				let state: ApplicationState = "DRAFT";
				const visited: ApplicationState[] = [state];
				for (const event of events) {
					state = nextState(applicationTransitions, state, event) ?? state;
					if (state !== visited.at(-1)) visited.push(state);
				}
				for (const [position, decided] of visited.entries())
					if (decided === "APPROVED" || decided === "REJECTED")
						expect(visited[position - 1]).toBe("IN_REVIEW");
				expect(visited.slice(0, -1)).not.toContain("APPROVED");
			}),
		);
	});
});

describe("a partner", () => {
	test("moves along the edges of its life and no other", () => {
		const edges = partnerStatuses.flatMap((from) =>
			partnerEvents.flatMap((event) => {
				const to = nextState(partnerTransitions, from, event);
				return to ? [`${from}→${to}`] : [];
			}),
		);
		expect(new Set(edges)).toEqual(
			new Set([
				"ACTIVE→PROBATION",
				"PROBATION→ACTIVE",
				"ACTIVE→EXIT_NOTICE",
				"PROBATION→EXIT_NOTICE",
				"EXIT_NOTICE→ACTIVE",
				"EXIT_NOTICE→PROBATION",
				"EXIT_NOTICE→EXITED",
			]),
		);
	});

	test("leaves only after a notice, may always ask to, and does not come back", () => {
		expect(nextState(partnerTransitions, "ACTIVE", "exit")).toBeNull();
		for (const status of ["ACTIVE", "PROBATION"] as const)
			expect(mayCause(partnerTransitions, status, "request_exit", "company")).toBe(true);
		expect(isFinal(partnerTransitions, "EXITED")).toBe(true);
	});
});
