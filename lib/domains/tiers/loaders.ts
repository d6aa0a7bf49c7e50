import "server-only";
import { notFound, redirect } from "next/navigation";
import { readVerdictProof } from "@/lib/domains/decisions/data/list-decisions";
import type { InclusionProof } from "@/lib/domains/decisions/types";
import {
	readOwnDraft,
	readOwnHistory,
	readOwnPartner,
	readOwnReceipt,
	readPartnerReceipt,
} from "@/lib/domains/tiers/data/read-receipts";
import { readRunPolicies } from "@/lib/domains/tiers/data/read-run-policies";
import {
	readFinalMonths,
	readLastPeriod,
	readRun,
	readRuns,
	readTracks,
} from "@/lib/domains/tiers/data/read-runs";
import { type NextRun, nextRun } from "@/lib/domains/tiers/rules/next-run";
import type { RunSummary } from "@/lib/domains/tiers/rules/summarise-run";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import type {
	PartnerHead,
	PublishedTierPolicy,
	RunHead,
	StoredDraft,
	StoredReceipt,
	TierHistoryRow,
	TrackName,
} from "@/lib/domains/tiers/types";
import type { EvaluationDetail } from "@/lib/domains/tiers/types/leaderboard";
import { can } from "@/lib/platform/access/permissions";
import { routes } from "@/lib/platform/routes/routes";
import type { PartnerScope } from "@/lib/platform/session/scope";
import { requireScope } from "@/lib/platform/session/session";
import { businessDayOf, lastClosedMonth, type Month, trailingMonths } from "@/lib/platform/time";

/** Runs on the list, and months that may be picked for a new one. */
const RUNS_SHOWN = 24;
const MONTHS_OFFERED = 12;

export type OwnTier = {
	partner: PartnerHead;
	stored: StoredReceipt | null;
	/** Of the run in notice, where one is. */
	draft: StoredDraft | null;
	history: TierHistoryRow[];
	/** In force today. */
	policy: TierPolicy;
	nextRun: NextRun;
};

/** The partner's own tier page in six queries; null before the partner is admitted. */
export async function loadOwnTier(): Promise<OwnTier | null> {
	const scope = await requireScope("partner.read-own", routes.partner.tier());
	const today = businessDayOf(new Date());
	const [partner, stored, draft, history, { tierPolicy }, lastPeriod] = await Promise.all([
		readOwnPartner(scope),
		readOwnReceipt(scope),
		readOwnDraft(scope),
		readOwnHistory(scope),
		readRunPolicies(today),
		readLastPeriod(),
	]);
	if (!partner) return null;
	const policy = tierPolicy.document;
	return {
		partner,
		stored,
		draft,
		history,
		policy,
		nextRun: nextRun(lastPeriod, policy.minClosedDays, today),
	};
}

export type OwnDraft = StoredDraft & { partner: PartnerHead; current: StoredReceipt | null };

/** What the run in notice says of the scope's own partner; once it is final, or dropped, the tier's own page says the rest. */
export async function loadOwnDraft(): Promise<OwnDraft> {
	const scope = await requireScope("partner.read-own", routes.partner.tierDraft());
	const [partner, draft, current] = await Promise.all([
		readOwnPartner(scope),
		readOwnDraft(scope),
		readOwnReceipt(scope),
	]);
	if (!partner || !draft) redirect(routes.partner.tier());
	return { partner, ...draft, current };
}

/** A receipt with its place in the decision log; null until its block is sealed. */
export type ProvenReceipt = { stored: StoredReceipt; proof: InclusionProof | null };

/** One receipt of the scope's own partner, to download; a run without it does not exist for them. */
export async function loadOwnReceipt(runId: string): Promise<ProvenReceipt> {
	const scope = await requireScope("partner.read-own", routes.partner.tier());
	const stored = (await readOwnReceipt(scope, runId)) ?? (await findDraft(scope, runId)) ?? notFound();
	return { stored, proof: await readVerdictProof(scope, runId, stored.receipt.partnerId) };
}

async function findDraft(scope: PartnerScope, runId: string): Promise<StoredReceipt | null> {
	const draft = await readOwnDraft(scope);
	return draft?.stored.runId === runId ? draft.stored : null;
}

/** One receipt of any partner, for the platform's staff. */
export async function loadPartnerReceipt(runId: string, partnerId: string): Promise<ProvenReceipt> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(runId));
	const stored = (await readPartnerReceipt(scope, partnerId, runId)) ?? notFound();
	return { stored, proof: await readVerdictProof(scope, runId, partnerId) };
}

/** The tier policy in force for the public page: nobody has to sign in to know what is asked. */
export async function loadPublishedTierPolicy(): Promise<PublishedTierPolicy> {
	const { tierPolicy } = await readRunPolicies(businessDayOf(new Date()));
	return { version: tierPolicy.version, document: tierPolicy.document };
}

export type EvaluationList = {
	runs: { run: RunHead; summary: RunSummary }[];
	tracks: TrackName[];
	canRun: boolean;
	/** Months closed long enough to be evaluated, newest first; final ones are evaluated again as a correction. */
	months: { month: Month; isFinal: boolean }[];
	minClosedDays: number;
	nextRun: NextRun;
};

export async function loadEvaluations(): Promise<EvaluationList> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluations());
	const today = businessDayOf(new Date());
	const [runs, tracks, { tierPolicy }, lastPeriod] = await Promise.all([
		readRuns(scope, RUNS_SHOWN),
		readTracks(),
		readRunPolicies(today),
		readLastPeriod(),
	]);
	const { minClosedDays } = tierPolicy.document;
	const months = trailingMonths(lastClosedMonth(today, minClosedDays), MONTHS_OFFERED).reverse();
	const final = await readFinalMonths(scope, months);
	return {
		runs,
		tracks,
		canRun: can(scope.role, "evaluation.run"),
		months: months.map((month) => ({ month, isFinal: final.includes(month) })),
		minClosedDays,
		nextRun: nextRun(lastPeriod, minClosedDays, today),
	};
}

/** One run in numbers, with the tracks it ranked. */
export async function loadEvaluation(runId: string): Promise<EvaluationDetail> {
	const scope = await requireScope("evaluation.read", routes.ops.evaluation(runId));
	const [found, tracks] = await Promise.all([readRun(scope, runId), readTracks()]);
	if (!found) notFound();
	const present = new Set(found.summary.tracks.map(({ trackCode }) => trackCode));
	return { ...found, tracks: tracks.filter(({ code }) => present.has(code)) };
}
