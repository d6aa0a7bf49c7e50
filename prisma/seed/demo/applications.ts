import { admissionPolicyV1 } from "@/lib/domains/admission/constants";
import { checkStandards } from "@/lib/domains/admission/rules/check-standards";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import type {
	ApplicationEvent,
	ApplicationFacts,
	ApplicationState,
	ReviewStage,
	StandardsVerdict,
} from "@/lib/domains/admission/types";
import { addDays, type Day } from "@/lib/platform/time";
import type { ActivationStep, ApplicantPlan } from "./applicants";
import { type Candidate, fillForm, leaveUnfinished } from "./application-forms";
import { addSecondEyes } from "./four-eyes";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import { planReview, type ReviewPlan } from "./reviews";
import { instantOn } from "./timeline";
import type { PartnerPlan } from "./types";
import type { UserPlan } from "./users";

export type EventPlan = {
	event: ApplicationEvent | "start";
	/** Null for the start. */
	from: ApplicationState | null;
	to: ApplicationState;
	actor: UserPlan;
	note: string | null;
	at: Date;
};

export type ApplicationPlan = {
	id: string;
	organisationId: string;
	/** Set when the application was approved and the partner admitted. */
	partnerId: string | null;
	/** How far an approved company has come that is no partner yet. */
	activation: ActivationStep | null;
	isAppealed: boolean;
	state: ApplicationState;
	version: number;
	form: ApplicationDraft;
	checks: StandardsVerdict | null;
	owner: UserPlan;
	assignee: UserPlan | null;
	reviewStage: ReviewStage;
	submittedAt: Date | null;
	decidedAt: Date | null;
	createdAt: Date;
	updatedAt: Date;
	events: EventPlan[];
	reviews: ReviewPlan[];
};

type Step = { event: EventPlan["event"]; to: ApplicationState; day: Day };
type Course = { registeredOn: Day; steps: readonly Step[]; state: ApplicationState };

/** Days between the steps of an application; each step is on a later day than the one before. */
function courseOf(random: Random, applicant: ApplicantPlan): Course {
	const { registeredOn, state } = applicant;
	const submit = addDays(registeredOn, random.int(1, 2));
	const claim = addDays(submit, random.int(1, 2));
	const decide = addDays(claim, random.int(1, 3));
	const steps: Record<ApplicantPlan["state"], Step[]> = {
		DRAFT: [],
		SUBMITTED: [{ event: "submit", to: "SUBMITTED", day: submit }],
		IN_REVIEW: [
			{ event: "submit", to: "SUBMITTED", day: submit },
			{ event: "claim", to: "IN_REVIEW", day: claim },
		],
		CHANGES_REQUESTED: [
			{ event: "submit", to: "SUBMITTED", day: submit },
			{ event: "claim", to: "IN_REVIEW", day: claim },
			{ event: "request_changes", to: "CHANGES_REQUESTED", day: decide },
		],
		APPROVED: [
			{ event: "submit", to: "SUBMITTED", day: submit },
			{ event: "claim", to: "IN_REVIEW", day: claim },
			{ event: "approve", to: "APPROVED", day: decide },
		],
		REJECTED: [
			{ event: "submit", to: "SUBMITTED", day: submit },
			{ event: "claim", to: "IN_REVIEW", day: claim },
			{ event: "reject", to: "REJECTED", day: decide },
		],
		WITHDRAWN: [
			{ event: "submit", to: "SUBMITTED", day: submit },
			...(random.chance(0.5) ? [{ event: "claim", to: "IN_REVIEW", day: claim } as const] : []),
			{ event: "withdraw", to: "WITHDRAWN", day: decide },
		],
	};
	return { registeredOn, steps: steps[state], state };
}

function courseOfPartner(random: Random, { admittedOn }: PartnerPlan): Course {
	const claim = addDays(admittedOn, -random.int(1, 3));
	const submit = addDays(claim, -random.int(1, 3));
	const firstRequest = addDays(submit, -random.int(3, 6));
	const firstClaim = addDays(firstRequest, -random.int(1, 2));
	const detour: Step[] = random.chance(0.22)
		? [
				{ event: "submit", to: "SUBMITTED", day: addDays(firstClaim, -1) },
				{ event: "claim", to: "IN_REVIEW", day: firstClaim },
				{ event: "request_changes", to: "CHANGES_REQUESTED", day: firstRequest },
			]
		: [];
	const steps: Step[] = [
		...detour,
		{ event: "submit", to: "SUBMITTED", day: submit },
		{ event: "claim", to: "IN_REVIEW", day: claim },
		{ event: "approve", to: "APPROVED", day: admittedOn },
	];
	return { registeredOn: addDays(admittedOn, -30), steps, state: "APPROVED" };
}

type Person = { owner: UserPlan; reviewer: UserPlan };

function eventsOf(random: Random, course: Course, { owner, reviewer }: Person): EventPlan[] {
	const start: Step = { event: "start", to: "DRAFT", day: course.registeredOn };
	let from: ApplicationState | null = null;
	return [start, ...course.steps].map(({ event, to, day }) => {
		const byOwner = event === "start" || event === "submit" || event === "withdraw";
		const at = instantOn(day, event === "approve" ? 10 : random.between(9.2, 17.8));
		const note = event === "withdraw" ? "公司业务调整，暂缓申请。" : null;
		const step = { event, from, to, actor: byOwner ? owner : reviewer, note, at };
		from = to;
		return step;
	});
}

/** The standards as they were last checked: on submission, or with the reviewer's scores on the decision. */
function lastVerdict(
	facts: ApplicationFacts,
	course: Course,
	reviews: readonly ReviewPlan[],
): StandardsVerdict | null {
	const asOf = course.steps.findLast(({ event }) => ["submit", "approve", "reject"].includes(event))?.day;
	if (!asOf) return null;
	const scores = reviews.at(-1)?.scores ?? null;
	return { asOf, policyVersion: 1, results: checkStandards(admissionPolicyV1, { ...facts, scores }, asOf) };
}

function planApplication(random: Random, candidate: Candidate, course: Course, person: Person) {
	const { form, facts } = fillForm(random, candidate);
	const events = eventsOf(random, course, person);
	const reviews = events.flatMap((event) => planReview(random, event, candidate, person.reviewer));
	const lastOf = (...names: readonly EventPlan["event"][]) =>
		events.findLast(({ event }) => names.includes(event));
	const createdAt = events[0]?.at ?? instantOn(course.registeredOn, 9);
	return {
		id: demoId("app", createdAt, random),
		state: course.state,
		version: events.length + random.int(1, 6),
		form: course.state === "DRAFT" ? leaveUnfinished(random, form) : form,
		checks: lastVerdict(facts, course, reviews),
		owner: person.owner,
		assignee: lastOf("claim") ? person.reviewer : null,
		reviewStage: "FIRST" as const,
		submittedAt: lastOf("submit")?.at ?? null,
		decidedAt: lastOf("approve", "reject")?.at ?? null,
		createdAt,
		updatedAt: events.at(-1)?.at ?? createdAt,
		events,
		reviews,
	};
}

/** An approved application for every partner, and those of the companies that are not there yet. By age. */
export function planApplications(
	partners: readonly PartnerPlan[],
	applicants: readonly ApplicantPlan[],
	users: readonly UserPlan[],
): ApplicationPlan[] {
	const random = createRandom("applications");
	const ownerOf = new Map(
		users.flatMap((user) => (user.role === "partner_owner" ? [[user.organisationId, user] as const] : [])),
	);
	const reviewers = users.filter((user) => user.role === "ops_reviewer" || user.role === "ops_lead");
	const personFor = (organisationId: string): Person => {
		const owner = ownerOf.get(organisationId);
		if (!owner) throw new Error("COMPANY_WITHOUT_OWNER");
		return { owner, reviewer: random.pick(reviewers) };
	};
	const approved = partners.map((partner) => {
		const person = personFor(partner.organisationId);
		const candidate = {
			...partner,
			contactName: person.owner.name,
			contactEmail: person.owner.email,
			shortcoming: null,
			strength: random.between(0.66, 0.96),
		};
		const course = courseOfPartner(random, partner);
		const { organisationId } = partner;
		const rest = { organisationId, partnerId: partner.id, activation: null, isAppealed: false };
		return { ...planApplication(random, candidate, course, person), ...rest };
	});
	const pending = applicants.map((applicant) => {
		const person = personFor(applicant.organisationId);
		const candidate = { ...applicant, contactName: person.owner.name, contactEmail: person.owner.email };
		const course = courseOf(random, applicant);
		const { organisationId, activation, isAppealed } = applicant;
		const rest = { organisationId, partnerId: null, activation, isAppealed };
		return { ...planApplication(random, candidate, course, person), ...rest };
	});
	const second = createRandom("four-eyes");
	return [...approved, ...pending]
		.map((application) => addSecondEyes<ApplicationPlan>(second, application, reviewers))
		.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}
