import "server-only";
import {
	countExamPartners,
	findExamPolicyDraft,
	listExamPolicyVersions,
} from "@/lib/domains/certification/data/exam-policy-drafts";
import type { ExamDraftTarget } from "@/lib/domains/certification/mutations/exam-policy/drafts";
import { tellOfExamPolicy } from "@/lib/domains/certification/mutations/exam-policy/tell";
import { readExamPolicyForm } from "@/lib/domains/certification/rules/exam-policy/form";
import {
	earliestExamDay,
	examNoticeDays,
	lintExamPolicy,
	mayPublishExams,
} from "@/lib/domains/certification/rules/exam-policy/lint";
import {
	compareExamPolicies,
	type ExamSpeech,
	examChangeInWords,
} from "@/lib/domains/certification/rules/exam-policy/words";
import type { ExamPolicy } from "@/lib/domains/certification/schema/exam-policy";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import type { Locale } from "@/lib/platform/i18n/config";
import { createTranslations } from "@/lib/platform/i18n/translator";
import { announcePolicy } from "@/lib/platform/policies/announce";
import { holdDraft, publishDraft } from "@/lib/platform/policies/drafts";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf, type Day } from "@/lib/platform/time";

/** Everybody concerned is told in the transaction of the publication. */
const timeout = 60_000;

type Prepared = {
	policy: ExamPolicy;
	/** Partners whose people may sit. */
	partners: number;
	noticeDays: number;
	earliest: Day;
	latestVersion: number;
	changes: Record<Locale, string[]>;
};

/** What a publication of the draft as it stands would mean: whom it reaches, the notice it owes, the changes in words. */
export async function prepareExamPolicy(now: Date, client?: Tx): Promise<Outcome<Prepared>> {
	const draft = await findExamPolicyDraft(client);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readExamPolicyForm(draft.form, draft.base);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const { policy } = reading;
	const today = businessDayOf(now);
	const [latest] = await listExamPolicyVersions(today, client);
	if (!latest) return refuse("POLICY_MISSING");
	const findings = lintExamPolicy(policy);
	if (!mayPublishExams(findings))
		return incomplete(findings.filter(({ severity }) => severity === "error").length);
	const changes = compareExamPolicies(latest.document, policy);
	if (changes.length === 0) return refuse("NOTHING_CHANGED");
	const partners = await countExamPartners(client);
	const inWords = async (locale: Locale) => {
		const t = (await createTranslations(locale, "exampolicy")) as unknown as ExamSpeech;
		const nameOf = (topic: string) => policy.topics.find(({ code }) => code === topic)?.name[locale] ?? topic;
		return changes.map((change) => examChangeInWords(t, change, nameOf));
	};
	return {
		ok: true,
		...{ policy, partners },
		noticeDays: examNoticeDays(partners),
		earliest: earliestExamDay(today, partners, latest.effectiveFrom),
		latestVersion: latest.version,
		changes: { "zh-CN": await inWords("zh-CN"), en: await inWords("en") },
	};
}

type Publication = ExamDraftTarget & { effectiveOn: Day; now: Date };

/**
 * Publishes a draft as the next version: windows that open from its first day on are held under it, and every window that is
 * open or announced keeps its own. In the same transaction: the version, the public notice, the audit, and one message to
 * everybody it concerns.
 */
export function publishExamPolicy(
	scope: PlatformScope,
	{ draftId, version, effectiveOn, now }: Publication,
): Promise<Outcome<{ publishedVersion: number; told: number }>> {
	grant(scope, "exam-policy.manage");
	return inOutcomeTransaction(
		async (tx) => {
			const held = await holdDraft(tx, { kind: "exam", draftId, version });
			if (!held.ok) return held;
			const prepared = await prepareExamPolicy(now, tx);
			if (!prepared.ok) return prepared;
			const { earliest, noticeDays: days } = prepared;
			if (effectiveOn < earliest) return refuse("EXAM_NOTICE_TOO_SHORT", { params: { earliest, days } });
			const published = await publishDraft(tx, {
				...{ kind: "exam", draftId, version, actor: actorOf(scope) },
				canonical: canonicalJson(prepared.policy),
				effectiveFrom: effectiveOn,
				facts: { changes: prepared.changes["zh-CN"] },
			});
			if (!published.ok) return published;
			const news = { version: published.publishedVersion, effectiveOn };
			const { latestVersion: comparedWith, changes } = prepared;
			const noticeId = await announcePolicy(tx, {
				...{ kind: "exam", policyId: published.policyId, ...news, comparedWith, changes, now },
			});
			const told = await tellOfExamPolicy(tx, { ...news, noticeId });
			return { ok: true, publishedVersion: news.version, told };
		},
		{ timeout },
	);
}

const incomplete = (count: number) => refuse("DRAFT_INCOMPLETE", { params: { count } });
