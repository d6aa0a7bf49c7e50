import "server-only";
import { countAgreementAffected, measureImpact } from "@/lib/domains/admission/data/change-impact";
import {
	findAgreementDraft,
	findStandardsDraft,
	listAgreementVersions,
	listStandardsVersions,
	listTracks,
	readStandards,
} from "@/lib/domains/admission/data/standards";
import type { DraftTarget } from "@/lib/domains/admission/mutations/policy-drafts";
import { tellOfRules } from "@/lib/domains/admission/mutations/tell-of-rules";
import {
	compareAgreements,
	readAgreementForm,
	summariseLines,
} from "@/lib/domains/admission/rules/agreement-form";
import { compareStandards } from "@/lib/domains/admission/rules/compare-standards";
import { lintStandards } from "@/lib/domains/admission/rules/lint-standards";
import { earliestEffectiveDay, noticeDaysFor } from "@/lib/domains/admission/rules/notice-period";
import { changeInWords, type Speech } from "@/lib/domains/admission/rules/standard-words";
import { readStandardsForm } from "@/lib/domains/admission/rules/standards-form";
import { canonicalJson } from "@/lib/domains/decisions/rules/canonical-json";
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

/** Telling a whole platform takes longer than a click; it is rare and must be whole. */
const timeout = 120_000;

export type Publication = DraftTarget & { effectiveOn: Day; now: Date };
type Published = { publishedVersion: number; affected: number; told: number };

type Prepared = {
	canonical: string;
	affected: number;
	latest: { version: number; effectiveFrom: Day };
	changes: Record<Locale, string[]>;
};

/**
 * Publishes a draft as the next version of the standards or of the agreement. It takes effect after the notice that the
 * standards in force today owe to those it affects; an earlier day is refused with the earliest one there is. In the same
 * transaction: the version, the public notice, the audit, and one message to everybody it concerns.
 */
export function publishPolicy(scope: PlatformScope, publication: Publication): Promise<Outcome<Published>> {
	const { kind, draftId, version, effectiveOn, now } = publication;
	return inOutcomeTransaction(
		async (tx) => {
			const held = await holdDraft(tx, { kind, draftId, version });
			if (!held.ok) return held;
			const today = businessDayOf(now);
			const prepared =
				kind === "admission"
					? await prepareStandards(tx, scope, today)
					: await prepareAgreement(tx, scope, today);
			if (!prepared.ok) return prepared;
			const rules = (await readStandards(today, tx)).document;
			const { affected, latest } = prepared;
			const earliest = earliestEffectiveDay(rules, {
				today,
				affected,
				latestEffectiveFrom: latest.effectiveFrom,
			});
			if (effectiveOn < earliest) {
				const days = noticeDaysFor(rules, affected);
				return refuse("NOTICE_TOO_SHORT", { params: { earliest, affected, days } });
			}
			const published = await publishDraft(tx, {
				kind,
				draftId,
				version,
				actor: actorOf(scope),
				canonical: prepared.canonical,
				effectiveFrom: effectiveOn,
				facts: { affected, changes: prepared.changes["zh-CN"] },
			});
			if (!published.ok) return published;
			const news = { kind, version: published.publishedVersion, effectiveOn };
			const { policyId } = published;
			const { changes } = prepared;
			await announcePolicy(tx, { policyId, ...news, comparedWith: latest.version, changes, now });
			const told = await tellOfRules(tx, news);
			return { ok: true, publishedVersion: published.publishedVersion, affected, told };
		},
		{ timeout },
	);
}

async function prepareStandards(tx: Tx, scope: PlatformScope, today: Day): Promise<Outcome<Prepared>> {
	const draft = await findStandardsDraft(tx);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readStandardsForm(draft.form);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const [versions, tracks] = [await listStandardsVersions(today, tx), await listTracks(tx)];
	const [latest, inForce] = [versions[0], versions.find((one) => one.status === "inForce")];
	if (!latest || !inForce) return refuse("POLICY_MISSING");
	const faults = lintStandards(
		reading.policy,
		inForce.document,
		tracks.map((track) => track.code),
	).filter((finding) => finding.level === "error");
	if (faults.length > 0) return incomplete(faults.length);
	const changes = compareStandards(latest.document, reading.policy);
	if (changes.length === 0) return refuse("NOTHING_CHANGED");
	const inWords = async (locale: Locale) => {
		const t = (await createTranslations(locale, "standards")) as unknown as Speech["t"];
		return changes.map((change) => changeInWords({ t, locale, tracks }, change));
	};
	const { affected } = await measureImpact(scope, reading.policy, today, tx);
	return {
		ok: true,
		canonical: canonicalJson(reading.policy),
		affected,
		latest,
		changes: { "zh-CN": await inWords("zh-CN"), en: await inWords("en") },
	};
}

async function prepareAgreement(tx: Tx, scope: PlatformScope, today: Day): Promise<Outcome<Prepared>> {
	const draft = await findAgreementDraft(tx);
	if (!draft) return refuse("NOT_FOUND");
	const reading = readAgreementForm(draft.form);
	if (!reading.ok) return incomplete(Object.keys(reading.errors).length);
	const latest = (await listAgreementVersions(today, tx))[0];
	if (!latest) return refuse("POLICY_MISSING");
	const canonical = canonicalJson(reading.agreement);
	if (canonical === canonicalJson(latest.document)) return refuse("NOTHING_CHANGED");
	const inWords = async (locale: Locale, language: "Zh" | "En") => {
		const t = (await createTranslations(locale, "standards")) as unknown as Speech["t"];
		return summariseLines(compareAgreements(latest.document, reading.agreement, language)).map((section) =>
			t("words.change.section", section),
		);
	};
	return {
		ok: true,
		canonical,
		affected: await countAgreementAffected(scope, tx),
		latest,
		changes: { "zh-CN": await inWords("zh-CN", "Zh"), en: await inWords("en", "En") },
	};
}

function incomplete(count: number) {
	return refuse("DRAFT_INCOMPLETE", { params: { count } });
}
