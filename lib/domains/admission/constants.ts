import type { AdmissionPolicy } from "@/lib/domains/admission/schema/policy";

export const applicationStates = [
	"DRAFT",
	"SUBMITTED",
	"IN_REVIEW",
	"CHANGES_REQUESTED",
	"APPROVED",
	"REJECTED",
	"WITHDRAWN",
] as const;

export const applicationEvents = [
	"submit",
	"claim",
	"give_opinion",
	"request_changes",
	"approve",
	"reject",
	"reopen",
	"withdraw",
] as const;

/** Whose turn it is while an application is in review. */
export const reviewStages = ["FIRST", "SECOND", "LEAD"] as const;

export const partnerStatuses = ["ACTIVE", "PROBATION", "EXIT_NOTICE", "EXITED"] as const;

export const partnerEvents = [
	"warn",
	"recover",
	"give_notice",
	"request_exit",
	"cancel_notice",
	"return_to_probation",
	"exit",
] as const;

/** Who may cause a transition: the company itself, a reviewer or a lead of the platform, or the portal on a rule. */
export const transitionSides = ["company", "reviewer", "lead", "system"] as const;

/** The steps of the application form, in order. */
export const applicationSections = ["company", "tracks", "people", "forces", "agreement"] as const;

/** Facts only some tracks ask for. */
export const trackFacts = ["facilityProofs", "contractedStreamers", "brandAuthorisations"] as const;

export const rejectionReasons = [
	"STANDARD_NOT_MET",
	"FORCES_BELOW_LINE",
	"EVIDENCE_INSUFFICIENT",
	"FALSE_STATEMENT",
	"RED_LINE_HISTORY",
	"OTHER",
] as const;

/** Scores a reviewer gives per force; five is the best. */
export const RUBRIC_MAX = 5;

/**
 * Standards v1 of domain.md §3.1 as the first row of the policy table: seed data, never read at run time.
 * The days a first decision may take are our default; the domain names none.
 */
export const admissionPolicyV1: AdmissionPolicy = {
	schemaVersion: 1,
	standards: [
		{ id: "uscc_valid", kind: "uscc_valid", tracks: null },
		{ id: "not_admitted", kind: "not_admitted", tracks: null },
		{ id: "company_age", kind: "company_age", tracks: null, minMonths: 12 },
		{ id: "registered_capital", kind: "registered_capital", tracks: null, minFen: "100000000" },
		{ id: "staff_count", kind: "staff_count", tracks: null, min: 10 },
		{
			id: "no_red_line",
			kind: "no_red_line",
			tracks: null,
			months: 12,
			recordKinds: ["FORGED_CREDENTIALS", "FABRICATED_TRADES"],
		},
		{ id: "facility_proofs", kind: "track_fact", tracks: ["supply_chain"], fact: "facilityProofs", min: 1 },
		{
			id: "contracted_streamers",
			kind: "track_fact",
			tracks: ["streamer_agency"],
			fact: "contractedStreamers",
			min: 10,
		},
		{
			id: "brand_authorisations",
			kind: "track_fact",
			tracks: ["brand_operation"],
			fact: "brandAuthorisations",
			min: 3,
		},
		{ id: "force_composite", kind: "force_composite", tracks: null, minBps: 6000 },
		{ id: "force_floor", kind: "force_floor", tracks: null, minBps: 4000 },
	],
	forceWeightsBps: { traffic: 2000, livestream: 2000, incubation: 2000, fulfilment: 2000, supply: 2000 },
	reviewWorkingDays: 5,
	appealWindowDays: 15,
	appealAnswerWorkingDays: 3,
	changeNoticeDays: 7,
	changeNoticeDaysWhenMany: 15,
	manyOpenApplications: 50,
	fourEyes: { tracks: ["supply_chain"], marginBps: 500 },
	reapplyAfterDays: 30,
	reapplyAfterDaysWhenFalse: 365,
	depositFen: "5000000",
	verifyEveryMonths: 6,
	verifyWithinDays: 15,
	probationDays: 60,
};
