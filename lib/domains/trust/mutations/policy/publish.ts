import "server-only";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { findTrustPolicyDraft, listTrustPolicyVersions } from "@/lib/domains/trust/data/policy-drafts";
import type { TrustDraftTarget } from "@/lib/domains/trust/mutations/policy/drafts";
import { tellOfTrustPolicy } from "@/lib/domains/trust/mutations/policy/tell";
import { lintTrustPolicy, mayPublishTrust } from "@/lib/domains/trust/rules/policy/lint-policy";
import { earliestTrustDay, TRUST_NOTICE_DAYS } from "@/lib/domains/trust/rules/policy/notice";
import { readTrustPolicyForm } from "@/lib/domains/trust/rules/policy/policy-form";
import {
	compareTrustPolicies,
	type TrustSpeech,
	trustChangeInWords,
} from "@/lib/domains/trust/rules/policy/policy-words";
import type { TrustDocument, TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Locale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { announcePolicy } from "@/lib/platform/policies/announce";
import { holdDraft, publishDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** Everybody concerned is told in the transaction of the publication. */
const timeout = 60_000;

type Prepared = {
	policy: TrustDocument;
	noticeDays: number;
	earliest: Day;
	latestVersion: number;
	changes: Record<Locale, string[]>;
};

/** What a publication of the draft as it stands would mean: the notice it owes, and the changes in words. */
export async function prepareTrustPolicy(
	kind: TrustPolicyKind,
	now: Date,
	client?: Tx,
): Promise<Outcome<Prepared>> {
	const today = businessDayOf(now);
	const draft = await findTrustPolicyDraft(kind, client);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readTrustPolicyForm(kind, draft.form);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const { policy } = reading;
	const latest = (await listTrustPolicyVersions(kind, today, client))[0];
	if (!latest) return refuse("POLICY_MISSING");
	const findings = lintTrustPolicy(kind, policy as never);
	if (!mayPublishTrust(findings))
		return incomplete(findings.filter((one) => one.severity === "error").length);
	const changes = compareTrustPolicies(kind, latest.document, policy);
	if (changes.length === 0) return refuse("NOTHING_CHANGED");
	const inWords = async (locale: Locale) => {
		const t = (await createTranslations(locale, "trustrules")) as unknown as TrustSpeech;
		return changes.map((change) => trustChangeInWords(t, kind, change));
	};
	return {
		ok: true,
		...{ policy, noticeDays: TRUST_NOTICE_DAYS },
		earliest: earliestTrustDay(today, latest.effectiveFrom),
		latestVersion: latest.version,
		changes: { "zh-CN": await inWords("zh-CN"), en: await inWords("en") },
	};
}

type Publication = TrustDraftTarget & { effectiveOn: Day; now: Date };

/**
 * Publishes a draft as the next version, for orders paid from its first day on. In the same transaction: the version, the
 * public notice, the audit, and one message to everybody it concerns.
 */
export function publishTrustPolicy(
	scope: PlatformScope,
	{ kind, draftId, version, effectiveOn, now }: Publication,
): Promise<Outcome<{ publishedVersion: number; told: number }>> {
	return inOutcomeTransaction(
		async (tx) => {
			const held = await holdDraft(tx, { kind, draftId, version });
			if (!held.ok) return held;
			const prepared = await prepareTrustPolicy(kind, now, tx);
			if (!prepared.ok) return prepared;
			const { earliest, noticeDays: days } = prepared;
			if (effectiveOn < earliest) return refuse("TRUST_NOTICE_TOO_SHORT", { params: { earliest, days } });
			const published = await publishDraft(tx, {
				...{ kind, draftId, version, actor: actorOf(scope) },
				canonical: canonicalJson(prepared.policy),
				effectiveFrom: effectiveOn,
				facts: { changes: prepared.changes["zh-CN"] },
			});
			if (!published.ok) return published;
			const news = { kind, version: published.publishedVersion, effectiveOn };
			const { latestVersion: comparedWith, changes } = prepared;
			await announcePolicy(tx, { policyId: published.policyId, ...news, comparedWith, changes, now });
			return { ok: true, publishedVersion: news.version, told: await tellOfTrustPolicy(tx, news) };
		},
		{ timeout },
	);
}

function incomplete(count: number) {
	return refuse("DRAFT_INCOMPLETE", { params: { count } });
}
