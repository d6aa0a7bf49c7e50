import "server-only";
import { appendDecision } from "@/lib/domains/decisions/mutations/append-decisions";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { listFinalRuns } from "@/lib/domains/tiers/data/past-runs";
import { findTierDraft, listTierPolicies, type TierDraft } from "@/lib/domains/tiers/data/policy-drafts";
import { readTracks } from "@/lib/domains/tiers/data/read-runs";
import { replayPeriod } from "@/lib/domains/tiers/data/replay-policy";
import type { TierDraftTarget } from "@/lib/domains/tiers/mutations/policy-drafts";
import { tellLeadsOfProposal, tellOwnersOfPolicy } from "@/lib/domains/tiers/mutations/tell-of-policy";
import { compareTierPolicies } from "@/lib/domains/tiers/rules/compare-policies";
import { lintTierPolicy } from "@/lib/domains/tiers/rules/lint-policy";
import { readTierPolicyForm } from "@/lib/domains/tiers/rules/policy-form";
import { earliestPolicyDay, tierNoticeDays } from "@/lib/domains/tiers/rules/policy-notice";
import { changeInWords, type PolicySpeech } from "@/lib/domains/tiers/rules/policy-words";
import type { TierPolicy } from "@/lib/domains/tiers/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Locale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { announcePolicy } from "@/lib/platform/policies/announce";
import { holdDraft, proposeDraft, publishDraft, withdrawProposal } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** A replay and telling every partner take longer than a click; it is rare and must be whole. */
const timeout = 120_000;

type Dated = { now: Date };
export type Proposal = TierDraftTarget & Dated & { effectiveOn: Day; reason: string };

type Prepared = {
	draft: TierDraft;
	policy: TierPolicy;
	changed: number;
	noticeDays: number;
	earliest: Day;
	latestVersion: number;
	changes: Record<Locale, string[]>;
};

/** What a publication of the draft as it stands would mean: whom it moves, the notice it owes, the changes in words. */
export async function preparePolicy(
	scope: PlatformScope,
	now: Date,
	client?: Tx,
): Promise<Outcome<Prepared>> {
	const today = businessDayOf(now);
	const draft = await findTierDraft(client);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readTierPolicyForm(draft.form);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const { policy } = reading;
	const faults = lintTierPolicy(policy).filter((finding) => finding.severity === "error");
	if (faults.length > 0) return incomplete(faults.length);
	const latest = (await listTierPolicies(today, client))[0];
	if (!latest) return refuse("POLICY_MISSING");
	const changes = compareTierPolicies(latest.document, policy);
	if (changes.length === 0) return refuse("NOTHING_CHANGED");
	const [lastRun] = await listFinalRuns(scope, 1);
	const changed = lastRun ? (await replayPeriod(scope, policy, lastRun)).changed : 0;
	const tracks = await readTracks();
	const inWords = async (locale: Locale) => {
		const t = (await createTranslations(locale, "policylab")) as unknown as PolicySpeech["t"];
		return changes.map((change) => changeInWords({ t, locale, tracks, tiers: policy.tiers }, change));
	};
	return {
		ok: true,
		draft,
		policy,
		changed,
		noticeDays: tierNoticeDays(changed),
		earliest: earliestPolicyDay({ today, changed, latestEffectiveFrom: latest.effectiveFrom }),
		latestVersion: latest.version,
		changes: { "zh-CN": await inWords("zh-CN"), en: await inWords("en") },
	};
}

/** One lead proposes: the day and the reason. It changes nothing for partners until another lead confirms. */
export function proposeTierPolicy(
	scope: PlatformScope,
	{ draftId, version, effectiveOn, reason, now }: Proposal,
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(
		async (tx) => {
			const prepared = await lockAndPrepare(tx, scope, { draftId, version }, now);
			if (!prepared.ok) return prepared;
			if (effectiveOn < prepared.earliest) return tooShort(prepared);
			const actor = actorOf(scope);
			const proposed = await proposeDraft(tx, {
				kind: "tiers",
				draftId,
				version,
				actor,
				effectiveOn,
				reason,
				now,
			});
			if (proposed.ok) {
				await tellLeadsOfProposal(tx, {
					key: `${draftId}:${proposed.version}`,
					proposerId: scope.userId,
					by: scope.userName,
					effectiveOn,
				});
			}
			return proposed;
		},
		{ timeout },
	);
}

/** The proposer thinks again, or another lead says no; the draft stays for more work. */
export function withdrawTierProposal(
	scope: PlatformScope,
	target: TierDraftTarget,
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction((tx) =>
		withdrawProposal(tx, { kind: "tiers", ...target, actor: actorOf(scope) }),
	);
}

/**
 * Another lead confirms what one proposed, and the draft becomes the next version. The notice is owed from the day of the
 * confirmation. In the same transaction: the version, the public notice, the decision, the audit, and one message to the
 * owners of every partner.
 */
export function confirmTierPolicy(
	scope: PlatformScope,
	{ draftId, version, now }: TierDraftTarget & Dated,
): Promise<Outcome<{ publishedVersion: number; told: number }>> {
	return inOutcomeTransaction(
		async (tx) => {
			const prepared = await lockAndPrepare(tx, scope, { draftId, version }, now);
			if (!prepared.ok) return prepared;
			const { proposal } = prepared.draft;
			if (!proposal) return refuse("NOT_PROPOSED");
			if (proposal.proposerId === scope.userId) return refuse("OWN_PROPOSAL");
			const { effectiveOn } = proposal;
			if (effectiveOn < prepared.earliest) return tooShort(prepared);
			const published = await publishDraft(tx, {
				kind: "tiers",
				draftId,
				version,
				actor: actorOf(scope),
				canonical: canonicalJson(prepared.policy),
				effectiveFrom: effectiveOn,
				facts: { changed: prepared.changed, changes: prepared.changes["zh-CN"] },
				proposal,
			});
			if (!published.ok) return published;
			const news = { version: published.publishedVersion, effectiveOn };
			const { latestVersion: comparedWith, changes } = prepared;
			await announcePolicy(tx, {
				...{ kind: "tiers", policyId: published.policyId, ...news, comparedWith, changes, now },
			});
			await appendDecision(tx, {
				kind: "POLICY_PUBLISHED",
				subjectType: "policy",
				subjectId: published.policyId,
				reference: `tiers:${news.version}`,
				organisationId: null,
				at: now,
				payload: {
					...news,
					documentHash: published.documentHash,
					proposedById: proposal.proposerId,
					confirmedById: scope.userId,
					changed: prepared.changed,
				},
			});
			const told = await tellOwnersOfPolicy(tx, news);
			return { ok: true, publishedVersion: news.version, told };
		},
		{ timeout },
	);
}

/** Whoever comes second waits here, and finds the draft proposed or closed. */
async function lockAndPrepare(
	tx: Tx,
	scope: PlatformScope,
	{ draftId, version }: TierDraftTarget,
	now: Date,
): Promise<Outcome<Prepared>> {
	const held = await holdDraft(tx, { kind: "tiers", draftId, version });
	if (!held.ok) return held;
	return preparePolicy(scope, now, tx);
}

function incomplete(count: number) {
	return refuse("DRAFT_INCOMPLETE", { params: { count } });
}

function tooShort({ earliest, changed, noticeDays }: Prepared) {
	return refuse("TIER_NOTICE_TOO_SHORT", { params: { earliest, changed, days: noticeDays } });
}
