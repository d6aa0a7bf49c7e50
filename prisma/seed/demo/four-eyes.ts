import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { scoreReview } from "@/lib/domains/admission/rules/score-review";
import type { ForceScores, ReviewStage } from "@/lib/domains/admission/types";
import { forceCodes } from "@/lib/domains/forces/constants";
import { addDays, businessDayOf } from "@/lib/platform/time";
import type { ApplicationPlan, EventPlan } from "./applications";
import { demoId } from "./identifiers";
import type { Random } from "./random";
import type { ReviewPlan } from "./reviews";
import { instantOn } from "./timeline";
import type { UserPlan } from "./users";

type Planned = Omit<ApplicationPlan, "organisationId" | "partnerId" | "activation" | "isAppealed">;
type Decision = "APPROVE" | "REJECT";

const { fourEyes, forceWeightsBps, standards } = admissionPolicyV1;
const line = standards.find((standard) => standard.kind === "force_composite")?.minBps ?? 0;

/** Where the standards ask for a second person: in some tracks, or close to the line. */
function asksForTwo(application: Planned): boolean {
	if (fourEyes.tracks.includes(application.form.tracks.primary)) return true;
	const composite = application.reviews.at(-1)?.compositeBps;
	return composite != null && Math.abs(composite - line) <= fourEyes.marginBps;
}

/** The same company in somebody else's eyes: mostly the same, sometimes a point off. */
function seenByAnother(random: Random, scores: ForceScores, decision: Decision): ForceScores {
	const lowest = decision === "APPROVE" ? 3 : 0;
	const seen = (score: number) => Math.min(5, Math.max(lowest, score + random.pick([-1, 0, 0, 0, 0, 1])));
	return Object.fromEntries(forceCodes.map((force) => [force, seen(scores[force])])) as ForceScores;
}

const words: Record<Decision, string> = {
	APPROVE: "材料与现场资料相符，五力均衡，建议准入。",
	REJECT: "供应与履约的证明材料偏弱，建议暂不准入。",
};

function opinion(
	random: Random,
	reviewer: UserPlan,
	at: Date,
	decision: Decision,
	scores: ForceScores,
	stage: ReviewStage,
): ReviewPlan {
	return {
		id: demoId("rev", at, random),
		stage,
		reviewer,
		scores,
		compositeBps: scoreReview(forceWeightsBps, scores).compositeBps,
		decision,
		reasonCodes: decision === "REJECT" ? ["EVIDENCE_INSUFFICIENT"] : [],
		comment: words[decision],
		requests: [],
		decidedAt: at,
	};
}

const given = (actor: UserPlan, at: Date): EventPlan => ({
	event: "give_opinion",
	from: "IN_REVIEW",
	to: "IN_REVIEW",
	actor,
	note: null,
	at,
});

/** A decision two people came to, or a lead where the two differed. */
function decidedByTwo(random: Random, application: Planned, reviewers: readonly UserPlan[]): Planned {
	const { events, reviews } = application;
	const final = reviews.at(-1);
	const [claim, end] = events.slice(-2);
	if (!final?.scores || final.decision === "REQUEST_CHANGES" || claim?.event !== "claim" || !end)
		return application;
	const { scores, decision } = final;
	const others = random.shuffle(
		reviewers.filter(({ id, role }) => id !== final.reviewer.id && role === "ops_reviewer"),
	);
	const [first, second] = others;
	if (!first || !second) return application;
	const between = (share: number) =>
		new Date(Math.round(claim.at.getTime() + (end.at.getTime() - claim.at.getTime()) * share));
	const isRuling = final.reviewer.role === "ops_lead" && random.chance(0.6);
	const opposite = decision === "APPROVE" ? ("REJECT" as const) : ("APPROVE" as const);
	const opinions = isRuling
		? [
				opinion(random, first, between(0.4), decision, seenByAnother(random, scores, decision), "FIRST"),
				opinion(random, second, between(0.7), opposite, seenByAnother(random, scores, opposite), "SECOND"),
			]
		: [opinion(random, first, between(0.5), decision, seenByAnother(random, scores, decision), "FIRST")];
	const stage = isRuling ? ("LEAD" as const) : ("SECOND" as const);
	return {
		...application,
		reviewStage: stage,
		version: application.version + opinions.length,
		events: [
			...events.slice(0, -2),
			{ ...claim, actor: first },
			...opinions.map(({ reviewer, decidedAt }) => given(reviewer, decidedAt)),
			end,
		],
		reviews: [...reviews.slice(0, -1), ...opinions, { ...final, stage }],
	};
}

/** An open application with its first opinion in: it waits for a second person, or for a lead to rule. */
function waitingForMore(random: Random, application: Planned, reviewers: readonly UserPlan[]): Planned {
	const claim = application.events.at(-1);
	const first = application.assignee;
	if (claim?.event !== "claim" || !first) return application;
	const day = addDays(businessDayOf(claim.at), 1);
	const at = (hour: number) => instantOn(day, hour);
	const scores: ForceScores = { traffic: 4, livestream: 3, incubation: 3, fulfilment: 4, supply: 3 };
	const opinions = [opinion(random, first, at(10.5), "APPROVE", scores, "FIRST")];
	const others = random.shuffle(
		reviewers.filter(({ id, role }) => id !== first.id && role === "ops_reviewer"),
	);
	const second = others[0];
	const isDisputed = second !== undefined && random.chance(0.3);
	if (isDisputed)
		opinions.push(
			opinion(random, second, at(15.5), "REJECT", seenByAnother(random, scores, "REJECT"), "SECOND"),
		);
	return {
		...application,
		reviewStage: isDisputed ? "LEAD" : "SECOND",
		assignee: isDisputed || random.chance(0.5) ? null : (second ?? null),
		version: application.version + opinions.length,
		events: [...application.events, ...opinions.map((one) => given(one.reviewer, one.decidedAt))],
		reviews: [...application.reviews, ...opinions],
		updatedAt: opinions.at(-1)?.decidedAt ?? application.updatedAt,
	};
}

/** Four eyes where the standards ask for them. */
export function addSecondEyes<Plan extends Planned>(
	random: Random,
	application: Plan,
	reviewers: readonly UserPlan[],
): Plan {
	if (!asksForTwo(application)) return application;
	if (application.state === "IN_REVIEW")
		return { ...application, ...waitingForMore(random, application, reviewers) };
	if (application.state !== "APPROVED" && application.state !== "REJECTED") return application;
	return { ...application, ...decidedByTwo(random, application, reviewers) };
}
