import { expect, test } from "vitest";
import { fundStages } from "@/lib/domains/fund/constants";
import { fundRightsOf } from "@/lib/domains/fund/policy";
import { objectionToDeciding, tallyVotes } from "@/lib/domains/fund/rules/tally";
import { findEdge, fundEdges, isOpenStage, movesFrom } from "@/lib/domains/fund/rules/transitions";
import type { FundChoice } from "@/lib/domains/fund/types";

const policy = { quorum: 3, majorityBps: 5_000 };
const votes = (text: string) =>
	[...text].map((sign) => ({
		choice: ({ "+": "FOR", "-": "AGAINST", "0": "ABSTAIN" } as const satisfies Record<string, FundChoice>)[
			sign as "+"
		],
	}));

test.each([
	["", 3, false, false],
	["++", 1, false, false],
	["+++", 0, true, true],
	["+-0", 0, true, false],
	["++-", 0, true, true],
	["++--", 0, true, false],
	["+00", 0, true, true],
	["000", 0, true, false],
	["---", 0, true, false],
])("%s: missing %i, quorum %s, carried %s", (text, missing, hasQuorum, isCarried) => {
	expect(tallyVotes(votes(text), policy)).toMatchObject({ missing, hasQuorum, isCarried });
});

test("two thirds and nothing less where the policy says so", () => {
	const twoThirds = { quorum: 3, majorityBps: 6_666 };
	expect(tallyVotes(votes("++-"), twoThirds).isCarried).toBe(true);
	expect(tallyVotes(votes("+++--"), twoThirds).isCarried).toBe(false);
});

test("a lead records what the committee resolved, and nothing before it has", () => {
	const decide = (text: string) => [
		objectionToDeciding("INVESTED", tallyVotes(votes(text), policy)),
		objectionToDeciding("DECLINED", tallyVotes(votes(text), policy)),
	];
	expect(decide("++")).toEqual(["NO_QUORUM", "NO_QUORUM"]);
	expect(decide("++-")).toEqual([null, "CARRIED"]);
	expect(decide("+--")).toEqual(["NOT_CARRIED", null]);
});

test("what is closed goes nowhere, and only the committee's case is invested in", () => {
	expect(fundStages.filter((stage) => !isOpenStage(stage))).toEqual(["INVESTED", "DECLINED", "WITHDRAWN"]);
	expect(fundEdges.filter((edge) => edge.to === "INVESTED").map((edge) => edge.from)).toEqual(["COMMITTEE"]);
	expect(findEdge("APPLIED", "COMMITTEE")).toBeNull();
	expect(movesFrom("DUE_DILIGENCE", ["work"])).toEqual(["SCREENING"]);
	expect(movesFrom("COMMITTEE", ["work", "decide"])).toEqual(["DUE_DILIGENCE", "DECLINED"]);
	// Whatever goes against the applicant says why, and it reads it.
	expect(
		fundEdges.filter((edge) => edge.to === "DECLINED").every((edge) => edge.needsReason && edge.isShared),
	).toBe(true);
});

test("whoever is bound to the company only reads", () => {
	const standing = { stage: "COMMITTEE", isMember: true } as const;
	expect(fundRightsOf("ops_lead", { ...standing, isBound: false })).toMatchObject({
		canVote: true,
		canDecide: true,
		moves: ["DUE_DILIGENCE", "DECLINED"],
	});
	expect(fundRightsOf("ops_lead", { ...standing, isBound: true })).toMatchObject({
		canWork: false,
		canVote: false,
		canDecide: false,
		canAssign: false,
		moves: [],
	});
	expect(fundRightsOf("ops_reviewer", { ...standing, isMember: false, isBound: false }).canVote).toBe(false);
	expect(fundRightsOf("auditor", { ...standing, isBound: false })).toMatchObject({
		canWork: false,
		moves: [],
	});
});
