import { addDays, type Day } from "@/lib/platform/time";
import { type DefaultTrack, defaultTracks } from "../tracks";
import type { CompanyFactory, CompanyPlan } from "./companies";
import { demoId } from "./identifiers";
import { createRandom, type Random } from "./random";
import { instantOn, type Timeline } from "./timeline";

export const pendingStates = [
	"DRAFT",
	"SUBMITTED",
	"IN_REVIEW",
	"CHANGES_REQUESTED",
	"APPROVED",
	"REJECTED",
	"WITHDRAWN",
] as const;
export type PendingState = (typeof pendingStates)[number];

/** How far an approved company has come on its way to being a partner. */
export type ActivationStep = "unsigned" | "signed" | "reported" | "returned" | "confirmed";

/** What speaks against an applicant, found by machine on submission. */
export type Shortcoming = "young" | "poor" | "few-staff" | "track-fact" | null;

export type ApplicantPlan = CompanyPlan & {
	readonly organisationId: string;
	readonly state: PendingState;
	readonly tracks: readonly string[];
	readonly shortcoming: Shortcoming;
	/** How convincing it is, 0–1. */
	readonly strength: number;
	readonly registeredOn: Day;
	/** Of the approved. */
	readonly activation: ActivationStep | null;
	/** Whether the rejection was appealed and waits for its answer. */
	readonly isAppealed: boolean;
	/** The applicant of the demo account that was asked for changes. */
	readonly isOfAccount: boolean;
};

type Group = {
	state: PendingState;
	count: number;
	daysAgo: readonly [number, number];
	flawed: number;
	activation?: ActivationStep;
	isAppealed?: boolean;
};

/** How many stand where, when they registered, and how many of them miss a hard standard. */
const groups: readonly Group[] = [
	{ state: "DRAFT", count: 9, daysAgo: [1, 26], flawed: 0.2 },
	{ state: "SUBMITTED", count: 18, daysAgo: [3, 12], flawed: 0.22 },
	{ state: "IN_REVIEW", count: 14, daysAgo: [6, 18], flawed: 0.15 },
	{ state: "CHANGES_REQUESTED", count: 8, daysAgo: [14, 34], flawed: 0.3 },
	{ state: "REJECTED", count: 15, daysAgo: [30, 300], flawed: 0.55 },
	{ state: "WITHDRAWN", count: 6, daysAgo: [20, 200], flawed: 0.3 },
	{ state: "APPROVED", count: 3, daysAgo: [9, 14], flawed: 0, activation: "unsigned" },
	{ state: "APPROVED", count: 1, daysAgo: [9, 14], flawed: 0, activation: "signed" },
	{ state: "APPROVED", count: 4, daysAgo: [10, 16], flawed: 0, activation: "reported" },
	{ state: "APPROVED", count: 1, daysAgo: [12, 16], flawed: 0, activation: "returned" },
	{ state: "REJECTED", count: 2, daysAgo: [10, 12], flawed: 0, isAppealed: true },
];

function flaw(random: Random, company: CompanyPlan, shortcoming: Shortcoming, on: Day): CompanyPlan {
	if (shortcoming === "young") return { ...company, foundedOn: addDays(on, -random.int(70, 300)) };
	if (shortcoming === "poor")
		return { ...company, registeredCapitalCny: random.pick([100_000, 300_000, 500_000]) };
	if (shortcoming === "few-staff") return { ...company, staffCount: random.int(3, 9) };
	return company;
}

function planApplicant(
	random: Random,
	timeline: Timeline,
	company: CompanyFactory,
	group: Group,
): ApplicantPlan {
	const registeredOn = addDays(timeline.today, -random.int(...(group.daysAgo as [number, number])));
	const track = random.pick(defaultTracks).code as DefaultTrack;
	const isFlawed = random.chance(group.flawed);
	const shortcoming = isFlawed ? random.pick(["young", "poor", "few-staff", "track-fact"] as const) : null;
	const others = defaultTracks.map(({ code }) => code).filter((code) => code !== track);
	return {
		...flaw(random, company(track, random.pick([0, 0, 1, 1, 2]), registeredOn), shortcoming, registeredOn),
		organisationId: demoId("org", instantOn(registeredOn, random.between(9, 17)), random),
		state: group.state,
		tracks: [track, ...(random.chance(0.3) ? [random.pick(others)] : [])],
		shortcoming,
		strength: group.state === "REJECTED" ? random.between(0.1, 0.45) : random.between(0.45, 0.95),
		registeredOn,
		activation: group.activation ?? null,
		isAppealed: group.isAppealed ?? false,
		isOfAccount: false,
	};
}

/** Companies that have registered and are not admitted; the first of those asked for changes has a demo account. */
export function planApplicants(timeline: Timeline, company: CompanyFactory): ApplicantPlan[] {
	const random = createRandom("applicants");
	const applicants = groups.flatMap((group) =>
		Array.from({ length: group.count }, () => planApplicant(random, timeline, company, group)),
	);
	const first = applicants.findIndex((applicant) => applicant.state === "CHANGES_REQUESTED");
	return applicants.map((applicant, position) =>
		position === first
			? {
					...applicant,
					isOfAccount: true,
					shortcoming: null,
					strength: 0.7,
					registeredOn: addDays(timeline.today, -24),
				}
			: applicant,
	);
}
