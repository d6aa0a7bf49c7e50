import fc from "fast-check";
import { expect, test } from "vitest";
import { claimApplication, releaseApplication } from "@/lib/domains/admission/mutations/assign-application";
import { claimAppeal } from "@/lib/domains/admission/mutations/claim-appeal";
import { decideAppeal } from "@/lib/domains/admission/mutations/decide-appeal";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import { fileAppeal } from "@/lib/domains/admission/mutations/file-appeal";
import { submitApplication } from "@/lib/domains/admission/mutations/submit-application";
import { withdrawApplication } from "@/lib/domains/admission/mutations/withdraw-application";
import { applicationTransitions, nextState } from "@/lib/domains/admission/rules/transitions";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ApplicationEvent, ApplicationState } from "@/lib/domains/admission/types";
import { db } from "@/lib/platform/db/client";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { PartnerScope, PlatformScope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createDraftApplication,
	createReviewer,
	fourEyesDraft,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";

const reviews: Record<"approve" | "reject" | "request_changes", ReviewDecision> = {
	approve: { decision: "APPROVE", scores: passingScores, comment: "" },
	reject: { decision: "REJECT", scores: null, reasonCodes: ["OTHER"], comment: "不符" },
	request_changes: {
		decision: "REQUEST_CHANGES",
		requests: [{ section: "forces", fields: [], comment: "请补充" }],
		comment: "",
	},
};

type Step = { event: Exclude<ApplicationEvent, "give_opinion" | "reopen"> | "release"; reviewer: 0 | 1 };
type Model = { state: ApplicationState; holder: number | null };

const step: fc.Arbitrary<Step> = fc.record({
	event: fc.constantFrom("submit", "claim", "release", "withdraw", "approve", "reject", "request_changes"),
	reviewer: fc.constantFrom(0, 1),
});

/** What the table and the rule of who holds it allow; null where the step is illegal. */
function walk(model: Model, { event, reviewer }: Step): Model | null {
	const held = model.state === "IN_REVIEW" && model.holder === reviewer;
	if (event === "release") return held ? { ...model, holder: null } : null;
	if (event === "claim" && model.state === "IN_REVIEW") return held ? null : { ...model, holder: reviewer };
	const state = nextState(applicationTransitions, model.state, event);
	if (!state) return null;
	if (event === "claim") return { state, holder: reviewer };
	if (event === "submit" || event === "withdraw") return { ...model, state };
	return held ? { ...model, state } : null;
}

function take(
	applicant: PartnerScope,
	reviewer: PlatformScope,
	target: { applicationId: string; version: number },
	event: Step["event"],
): Promise<Outcome> {
	switch (event) {
		case "submit":
			return submitApplication(applicant, { ...target, now });
		case "withdraw":
			return withdrawApplication(applicant, target.applicationId);
		case "claim":
			return claimApplication(reviewer, target);
		case "release":
			return releaseApplication(reviewer, target);
		default:
			return decideApplication(reviewer, { ...target, review: reviews[event], now });
	}
}

/** A reviewer does not see what was never submitted. */
function missing(error: unknown): Outcome {
	if (error instanceof AppError && error.code === "NOT_FOUND") return refuse("NOT_FOUND");
	throw error;
}

test("random walks succeed where the table says so, and leave one line and one audit row a step", async () => {
	const reviewers = [await createReviewer(), await createReviewer()] as const;
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 12 }), async (steps) => {
			const applicant = await createApplicant();
			const { applicationId } = await createDraftApplication(applicant);
			let model: Model = { state: "DRAFT", holder: null };
			const taken: string[] = ["start"];
			for (const one of steps) {
				const before = await readApplication(applicationId);
				const expected = walk(model, one);
				const answer = await take(
					applicant,
					reviewers[one.reviewer],
					{ applicationId, version: before.version },
					one.event,
				).catch(missing);
				expect({ ...one, from: model, ok: answer.ok }).toEqual({
					...one,
					from: model,
					ok: expected !== null,
				});
				if (expected) {
					const isTakeOver = one.event === "claim" && model.state === "IN_REVIEW";
					taken.push(isTakeOver ? "take_over" : one.event);
					model = expected;
				}
				const after = await readApplication(applicationId);
				expect(after).toMatchObject({ state: model.state, version: before.version + (expected ? 1 : 0) });
			}
			const row = await readApplication(applicationId);
			expect(row.events.map((event) => event.event)).toEqual(taken);
			expect(row.partner).toBeNull();
			const moves = await db().auditEntry.findMany({
				where: { subjectId: applicationId, action: { not: "application.save-draft" } },
				orderBy: { id: "asc" },
			});
			expect(moves.map((entry) => entry.action)).toEqual(
				taken.map((event) => `application.${event.replace("_", "-")}`),
			);
		}),
		{ numRuns: 25 },
	);
});

type Opinion = "approve" | "reject";
type FourEyes = {
	state: ApplicationState;
	holder: number | null;
	opinions: { who: number; decision: Opinion }[];
	/** Whose decision an appeal overturned. */
	barred: number[];
	appealed: boolean;
};
type FourEyesStep = {
	event: "submit" | "claim" | "withdraw" | "approve" | "reject" | "request_changes" | "appeal" | "overturn";
	who: 0 | 1 | 2;
};

const fourEyesEvents = [
	"submit",
	"claim",
	"approve",
	"reject",
	"request_changes",
	"appeal",
	"overturn",
] as const;
const people = [0, 1, 2] as const;
const everyStep: FourEyesStep[] = fourEyesEvents.flatMap((event) => people.map((who) => ({ event, who })));

/** Mostly a step that is legal where the walk stands, so that it gets somewhere; else any, legal or not. */
type Draw = { pick: number; isWild: boolean };
const draw: fc.Arbitrary<Draw> = fc.record({
	pick: fc.nat(10_000),
	isWild: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
});

function drawStep({ pick, isWild }: Draw, model: FourEyes): FourEyesStep {
	const withdrawal: FourEyesStep = { event: "withdraw", who: 0 };
	if (isWild) return [...everyStep, withdrawal][pick % (everyStep.length + 1)] ?? withdrawal;
	const legal = everyStep.filter((one) => walkFourEyes(model, one) !== null);
	return legal[pick % Math.max(1, legal.length)] ?? withdrawal;
}

/** Persons 0 and 1 review, 2 leads. The model knows the rules of the issue and nothing of the code. */
function walkFourEyes(
	model: FourEyes,
	{ event, who }: FourEyesStep,
): { model: FourEyes; line: string | null } | null {
	const { state, holder, opinions, barred } = model;
	const isOpen = ["DRAFT", "SUBMITTED", "IN_REVIEW", "CHANGES_REQUESTED"].includes(state);
	switch (event) {
		case "submit":
			if (state !== "DRAFT" && state !== "CHANGES_REQUESTED") return null;
			return { model: { ...model, state: "SUBMITTED", opinions: [] }, line: "submit" };
		case "withdraw":
			return isOpen ? { model: { ...model, state: "WITHDRAWN" }, line: "withdraw" } : null;
		case "claim": {
			if (barred.includes(who)) return null;
			if (state === "SUBMITTED")
				return { model: { ...model, state: "IN_REVIEW", holder: who }, line: "claim" };
			if (state !== "IN_REVIEW" || holder === who || opinions.some((one) => one.who === who)) return null;
			if (opinions.length === 2 && who !== 2) return null;
			return { model: { ...model, holder: who }, line: "take_over" };
		}
		case "request_changes":
			if (state !== "IN_REVIEW" || holder !== who) return null;
			return { model: { ...model, state: "CHANGES_REQUESTED" }, line: "request_changes" };
		case "approve":
		case "reject": {
			if (state !== "IN_REVIEW" || holder !== who) return null;
			const given = [...opinions, { who, decision: event }];
			const agree = given.length === 2 && given[0]?.decision === event;
			if (given.length === 3 || agree) {
				const to = event === "approve" ? "APPROVED" : "REJECTED";
				return { model: { ...model, state: to, opinions: given }, line: event };
			}
			return { model: { ...model, holder: null, opinions: given }, line: "give_opinion" };
		}
		case "appeal":
			if (state !== "REJECTED" || model.appealed) return null;
			return { model: { ...model, appealed: true }, line: null };
		case "overturn": {
			if (state !== "REJECTED" || !model.appealed) return null;
			const out = [...barred, ...opinions.map((one) => one.who)];
			return {
				model: { state: "SUBMITTED", holder: null, opinions: [], barred: out, appealed: false },
				line: "reopen",
			};
		}
	}
}

test("random walks with opinions, an appeal and a judge follow the model; one line and one audit row a step", async () => {
	const staff = [await createReviewer(), await createReviewer(), await createReviewer("ops_lead")] as const;
	const judge = await createReviewer();
	const lines = new Set<string>();
	await fc.assert(
		fc.asyncProperty(fc.array(draw, { minLength: 12, maxLength: 24 }), async (draws) => {
			const applicant = await createApplicant();
			const { applicationId } = await createDraftApplication(applicant, fourEyesDraft());
			let model: FourEyes = { state: "DRAFT", holder: null, opinions: [], barred: [], appealed: false };
			const expectedLines = ["start"];
			for (const each of draws) {
				const one = drawStep(each, model);
				const { version } = await readApplication(applicationId);
				const next = walkFourEyes(model, one);
				const answer = await takeFourEyes(
					applicant,
					staff[one.who],
					judge,
					{ applicationId, version },
					one.event,
				);
				expect({ ...one, from: model, ok: answer.ok }).toEqual({ ...one, from: model, ok: next !== null });
				if (next) model = next.model;
				if (next?.line) expectedLines.push(next.line);
				expect((await readApplication(applicationId)).state).toBe(model.state);
			}
			const row = await readApplication(applicationId);
			expect(row.events.map((event) => event.event)).toEqual(expectedLines);
			const audits = await db().auditEntry.findMany({
				where: { subjectId: applicationId, action: { not: "application.save-draft" } },
				orderBy: { id: "asc" },
			});
			expect(audits.map((entry) => entry.action)).toEqual(
				expectedLines.map((line) => `application.${line.replaceAll("_", "-")}`),
			);
			for (const line of expectedLines) lines.add(line);
		}),
		{ numRuns: 14, seed: 20261122 },
	);
	expect([...lines].sort()).toEqual(expect.arrayContaining(["approve", "give_opinion", "reject", "reopen"]));
});

const opinionsOf: Record<Opinion, ReviewDecision> = {
	approve: reviews.approve,
	reject: { ...reviews.reject, scores: { ...passingScores, traffic: 1 } } as ReviewDecision,
};

async function takeFourEyes(
	applicant: PartnerScope,
	person: PlatformScope,
	judge: PlatformScope,
	target: { applicationId: string; version: number },
	event: FourEyesStep["event"],
): Promise<Outcome> {
	if (event === "appeal") {
		return fileAppeal(applicant, { applicationId: target.applicationId, grounds: "请复核", now });
	}
	if (event === "overturn") {
		const open = await db().appeal.findFirst({
			where: { applicationId: target.applicationId, state: "OPEN" },
		});
		if (!open) return refuse("NOT_FOUND");
		const claimed = await claimAppeal(judge, { appealId: open.id, version: open.version });
		if (!claimed.ok) return claimed;
		const verdict = { decision: "OVERTURNED", reason: "材料属实" } as const;
		return decideAppeal(judge, { appealId: open.id, version: claimed.version, verdict, now });
	}
	if (event === "approve" || event === "reject") {
		return decideApplication(person, { ...target, review: opinionsOf[event], now }).catch(missing);
	}
	return take(applicant, person, target, event).catch(missing);
}
