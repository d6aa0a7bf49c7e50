import fc from "fast-check";
import { expect, test } from "vitest";
import { claimApplication, releaseApplication } from "@/lib/domains/admission/mutations/assign-application";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
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
