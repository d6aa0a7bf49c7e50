import { beforeEach, describe, expect, test, vi } from "vitest";
import { loadReview } from "@/lib/domains/admission/loaders/review";
import { claimApplication } from "@/lib/domains/admission/mutations/assign-application";
import { decideApplication } from "@/lib/domains/admission/mutations/decide-application";
import type { ReviewDecision } from "@/lib/domains/admission/schema/review";
import type { ReviewPage } from "@/lib/domains/admission/types";
import type { PlatformScope } from "@/lib/platform/session/scope";
import {
	createApplicant,
	createApplicationInReview,
	createDraftApplication,
	createReviewer,
	fourEyesDraft,
	now,
	passingScores,
	readApplication,
} from "@/tests/factories/admission";

const reader = vi.hoisted(() => ({ scope: null as PlatformScope | null }));
vi.mock("@/lib/platform/session/session", () => ({ requireScope: async () => reader.scope }));

function openAs(scope: PlatformScope, applicationId: string): Promise<ReviewPage> {
	reader.scope = scope;
	return loadReview(applicationId);
}

const approve: ReviewDecision = { decision: "APPROVE", scores: passingScores, comment: "意见甲" };
const reject: ReviewDecision = {
	decision: "REJECT",
	scores: { traffic: 0, livestream: 1, incubation: 2, fulfilment: 1, supply: 5 },
	reasonCodes: ["FORCES_BELOW_LINE", "EVIDENCE_INSUFFICIENT"],
	comment: "意见乙",
};

async function claim(scope: PlatformScope, applicationId: string) {
	const { version } = await readApplication(applicationId);
	const claimed = await claimApplication(scope, { applicationId, version });
	if (!claimed.ok) throw new Error(claimed.reason);
	return { applicationId, version: claimed.version };
}

/** An application of the same words each time, with the opinion of a first reviewer on it. */
async function withFirstOpinion(review: ReviewDecision) {
	const first = await createReviewer();
	const target = await createApplicationInReview(await createApplicant(), first, fourEyesDraft());
	const given = await decideApplication(first, { ...target, review, now });
	expect(given).toMatchObject({ ok: true, course: "TO_SECOND" });
	return { first, applicationId: target.applicationId };
}

/** The page as text, without what names this one row: its ids, numbers, codes, people and moments. */
function textOf({ neighbours: _, related: __, ...page }: ReviewPage): string {
	const own = new Set(["uscc", "number", "submittedAt", "createdAt", "updatedAt", "at", "submitKey"]);
	return JSON.stringify(page, (key, value) => {
		if (own.has(key) || /^id$|Id$|Name$/.test(key)) return value === null ? null : "*";
		return typeof value === "bigint" ? String(value) : value;
	});
}

beforeEach(() => {
	reader.scope = null;
});

describe("the second reviewer's page", () => {
	test("is the same whatever the first one thought: nothing on it depends on the sealed opinion", async () => {
		const second = await createReviewer();
		const pages: string[] = [];
		for (const opinion of [approve, reject]) {
			const { applicationId } = await withFirstOpinion(opinion);
			await claim(second, applicationId);
			const page = await openAs(second, applicationId);
			expect(page.reviews).toEqual([]);
			expect(page.application.reviewStage).toBe("SECOND");
			pages.push(textOf(page));
		}
		expect(pages[1]).toBe(pages[0]);
		expect(pages[0]).toContain("give_opinion");
	});

	test("is as blank for a lead, who may yet be asked, and shows the first one their own words", async () => {
		const { first, applicationId } = await withFirstOpinion(reject);
		const lead = await openAs(await createReviewer("ops_lead"), applicationId);
		expect(lead.reviews).toEqual([]);
		const own = await openAs(first, applicationId);
		expect(own.reviews).toMatchObject([{ comment: "意见乙", reviewerId: first.userId }]);
		expect(own.involvement.hasOpined).toBe(true);
	});

	test("shows both once both are in", async () => {
		const { applicationId } = await withFirstOpinion(approve);
		const second = await createReviewer();
		const target = await claim(second, applicationId);
		expect(await decideApplication(second, { ...target, review: reject, now })).toMatchObject({
			ok: true,
			course: "TO_LEAD",
		});
		const { reviews } = await openAs(second, applicationId);
		expect(reviews.map((review) => review.comment).toSorted()).toEqual(["意见乙", "意见甲"].toSorted());
	});
});

test("an application that was never submitted does not exist for a reviewer", async () => {
	const { applicationId } = await createDraftApplication(await createApplicant());
	await expect(openAs(await createReviewer(), applicationId)).rejects.toThrow("NEXT_HTTP_ERROR_FALLBACK;404");
});
