import "server-only";
import {
	findAgreementDraft,
	findStandardsDraft,
	readAgreementVersion,
	readStandardsVersion,
} from "@/lib/domains/admission/data/standards";
import { formOfAgreement } from "@/lib/domains/admission/rules/agreement-form";
import { formOfPolicy } from "@/lib/domains/admission/rules/standards-form";
import {
	type AgreementForm,
	agreementFormSchema,
	type DraftedKind,
	type StandardsForm,
	standardsFormSchema,
} from "@/lib/domains/admission/schema/standards-form";
import { actorOf } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import { listPolicyVersions } from "@/lib/platform/policies/versions";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type DraftTarget = { kind: DraftedKind; draftId: string; version: number };

/** Opens a draft from the version in force, or from one that is published and still to come. */
export function beginPolicyDraftFrom(
	scope: PlatformScope,
	{ kind, baseVersion, today }: { kind: DraftedKind; baseVersion: number; today: Day },
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	return inOutcomeTransaction(async (tx) => {
		const base = (await listPolicyVersions(kind, today, tx)).find((one) => one.version === baseVersion);
		if (!base) return refuse("NOT_FOUND");
		if (base.status !== "inForce" && base.status !== "upcoming") return refuse("BASE_NOT_CURRENT");
		const document = await formOfVersion(tx, kind, baseVersion);
		return { ok: true, ...(await beginDraft(tx, { kind, baseVersion, document, actor: actorOf(scope) })) };
	});
}

async function formOfVersion(
	tx: Tx,
	kind: DraftedKind,
	version: number,
): Promise<StandardsForm | AgreementForm> {
	return kind === "admission"
		? formOfPolicy((await readStandardsVersion(version, tx)).document)
		: formOfAgreement((await readAgreementVersion(version, tx)).document);
}

/** Saves a draft as it stands, complete or not; `STALE_VERSION` when somebody else was faster, and nothing is overwritten. */
export function savePolicyDraftForm(
	scope: PlatformScope,
	{ kind, draftId, version, form }: DraftTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const parsed = (kind === "admission" ? standardsFormSchema : agreementFormSchema).safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = kind === "admission" ? await findStandardsDraft(tx) : await findAgreementDraft(tx);
		const fields = changedPaths(before?.form, parsed.data).slice(0, 100);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		return saveDraft(tx, { kind, draftId, version, actor: actorOf(scope), document: parsed.data, fields });
	});
}

export function discardPolicyDraftOf(scope: PlatformScope, target: DraftTarget): Promise<Outcome> {
	return inOutcomeTransaction((tx) => discardDraft(tx, { ...target, actor: actorOf(scope) }));
}
