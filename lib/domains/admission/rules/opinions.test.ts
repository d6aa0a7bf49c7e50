import { expect, test } from "vitest";
import { carryingOpinions, forApplicant, forReviewers } from "./opinions";

type Row = Parameters<typeof forApplicant>[0][number];
const row = (stage: Row["stage"], decision: Row["decision"], reviewerId: string, submissionNo = 1): Row => ({
	stage,
	decision,
	reviewerId,
	submissionNo,
});
const standing = (
	state: "IN_REVIEW" | "APPROVED" | "REJECTED" | "CHANGES_REQUESTED" | "SUBMITTED",
	submissionNo = 1,
) => ({
	state,
	submissionNo,
	appealedSubmissions: [] as number[],
});
const second = { userId: "second", takesPart: true };

test("the first opinion is sealed to everybody but its author and internal control until the second is in", () => {
	const rows = [row("FIRST", "APPROVE", "first")];
	expect(forReviewers(rows, standing("IN_REVIEW"), second)).toEqual([]);
	expect(forReviewers(rows, standing("IN_REVIEW"), { userId: "first", takesPart: true })).toEqual(rows);
	expect(forReviewers(rows, standing("IN_REVIEW"), { userId: "control", takesPart: false })).toEqual(rows);
	const both = [...rows, row("SECOND", "REJECT", "second")];
	expect(forReviewers(both, standing("IN_REVIEW"), { userId: "lead", takesPart: true })).toEqual(both);
});

test("a request for changes breaks no seal: the next submission's reviewers start without the old opinion", () => {
	const request = row("SECOND", "REQUEST_CHANGES", "second");
	const rows = [row("FIRST", "APPROVE", "first"), request];
	expect(forReviewers(rows, standing("CHANGES_REQUESTED"), second)).toEqual([request]);
	expect(forReviewers(rows, standing("IN_REVIEW", 2), second)).toEqual([request]);
	expect(forReviewers(rows, standing("APPROVED", 2), second)).toEqual(rows);
});

test("the applicant reads those who carry the decision, and no overruled opinion", () => {
	const first = row("FIRST", "APPROVE", "first");
	const other = row("SECOND", "REJECT", "second");
	const lead = row("LEAD", "REJECT", "lead");
	expect(forApplicant([first], standing("IN_REVIEW"))).toEqual([]);
	expect(forApplicant([first, other], standing("IN_REVIEW"))).toEqual([]);
	expect(forApplicant([first, other, lead], standing("REJECTED"))).toEqual([lead]);
	const agreed = [row("FIRST", "REJECT", "first"), other];
	expect(forApplicant(agreed, standing("REJECTED"))).toEqual(agreed);
});

test("what an appeal overturned stays readable after the review has begun anew", () => {
	const rows = [row("FIRST", "REJECT", "first")];
	const reopened = { ...standing("SUBMITTED", 2), appealedSubmissions: [1] };
	expect(carryingOpinions(rows, reopened, 1)).toEqual(rows);
	expect(forApplicant(rows, reopened)).toEqual(rows);
	expect(forReviewers(rows, reopened, second)).toEqual(rows);
});
