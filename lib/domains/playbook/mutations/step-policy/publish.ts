import "server-only";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { toStepPolicy } from "@/lib/domains/playbook/data/step-policy";
import { findStepPolicyDraft, listStepPolicyVersions } from "@/lib/domains/playbook/data/step-policy-drafts";
import { tryStepPolicy } from "@/lib/domains/playbook/data/step-policy-trial";
import type { StepDraftTarget } from "@/lib/domains/playbook/mutations/step-policy/drafts";
import { tellOfStepPolicy } from "@/lib/domains/playbook/mutations/step-policy/tell";
import { lintStepPolicy, mayPublish } from "@/lib/domains/playbook/rules/steps/lint-policy";
import { readStepPolicyForm } from "@/lib/domains/playbook/rules/steps/policy-form";
import {
	changeInWords,
	compareStepPolicies,
	type StepSpeech,
} from "@/lib/domains/playbook/rules/steps/policy-words";
import type { StepPolicyDocument } from "@/lib/domains/playbook/types/step-policy";
import { earliestPolicyDay, tierNoticeDays } from "@/lib/domains/tiers/rules/policy-notice";
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

/** Judging all brands anew and telling them takes longer than a click; it is rare and must be whole. */
const timeout = 120_000;

type Prepared = {
	policy: StepPolicyDocument;
	/** Brands with a step that holds by one of the two policies only, on the last day judged. */
	changed: number;
	noticeDays: number;
	earliest: Day;
	latestVersion: number;
	changes: Record<Locale, string[]>;
};

/** What a publication of the draft as it stands would mean: whom it moves, the notice it owes, the changes in words. */
export async function prepareStepPolicy(
	scope: PlatformScope,
	now: Date,
	client?: Tx,
): Promise<Outcome<Prepared>> {
	const today = businessDayOf(now);
	const draft = await findStepPolicyDraft(client);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readStepPolicyForm(draft.form);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const { policy } = reading;
	const versions = await listStepPolicyVersions(today, client);
	const [latest, inForce] = [versions[0], versions.find(({ status }) => status === "inForce")];
	if (!latest || !inForce) return refuse("POLICY_MISSING");
	const findings = lintStepPolicy(policy, inForce.document);
	if (!mayPublish(findings)) return incomplete(findings.filter((one) => one.severity === "error").length);
	const changes = compareStepPolicies(latest.document, policy);
	if (changes.length === 0) return refuse("NOTHING_CHANGED");
	const trial = await tryStepPolicy(scope, toStepPolicy(latest.version + 1, policy));
	const changed = trial?.changed ?? 0;
	const inWords = async (locale: Locale) => {
		const t = (await createTranslations(locale, "steppolicy")) as unknown as StepSpeech;
		return changes.map((change) => changeInWords(t, change));
	};
	return {
		ok: true,
		...{ policy, changed },
		noticeDays: tierNoticeDays(changed),
		earliest: earliestPolicyDay({ today, changed, latestEffectiveFrom: latest.effectiveFrom }),
		latestVersion: latest.version,
		changes: { "zh-CN": await inWords("zh-CN"), en: await inWords("en") },
	};
}

type Publication = StepDraftTarget & { effectiveOn: Day; now: Date };

/**
 * Publishes a draft as the next version. It judges from its first day on and no day before it. In the same transaction: the
 * version, the public notice, the audit, and one message to everybody it concerns.
 */
export function publishStepPolicy(
	scope: PlatformScope,
	{ draftId, version, effectiveOn, now }: Publication,
): Promise<Outcome<{ publishedVersion: number; told: number }>> {
	return inOutcomeTransaction(
		async (tx) => {
			const held = await holdDraft(tx, { kind: "steps", draftId, version });
			if (!held.ok) return held;
			const prepared = await prepareStepPolicy(scope, now, tx);
			if (!prepared.ok) return prepared;
			const { earliest, changed, noticeDays: days } = prepared;
			if (effectiveOn < earliest)
				return refuse("STEP_NOTICE_TOO_SHORT", { params: { earliest, changed, days } });
			const published = await publishDraft(tx, {
				...{ kind: "steps", draftId, version, actor: actorOf(scope) },
				canonical: canonicalJson(prepared.policy),
				effectiveFrom: effectiveOn,
				facts: { changed, changes: prepared.changes["zh-CN"] },
			});
			if (!published.ok) return published;
			const news = { version: published.publishedVersion, effectiveOn };
			const { latestVersion: comparedWith, changes } = prepared;
			await announcePolicy(tx, {
				...{ kind: "steps", policyId: published.policyId, ...news, comparedWith, changes, now },
			});
			const told = await tellOfStepPolicy(tx, { ...news, today: businessDayOf(now) });
			return { ok: true, publishedVersion: news.version, told };
		},
		{ timeout },
	);
}

function incomplete(count: number) {
	return refuse("DRAFT_INCOMPLETE", { params: { count } });
}
