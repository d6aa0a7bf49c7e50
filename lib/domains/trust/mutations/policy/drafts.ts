import "server-only";
import { findTrustPolicyDraft, listTrustPolicyVersions } from "@/lib/domains/trust/data/policy-drafts";
import { formOfTrustPolicy } from "@/lib/domains/trust/rules/policy/policy-form";
import { trustPolicyFormSchemas } from "@/lib/domains/trust/schema/policies";
import type { TrustPolicyKind } from "@/lib/domains/trust/types/policy";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type TrustDraftTarget = { kind: TrustPolicyKind; draftId: string; version: number };

/** Opens a draft from a published version, or answers the one of the kind that is open already. */
export function beginTrustDraft(
	scope: PlatformScope,
	{ kind, baseVersion, today }: { kind: TrustPolicyKind; baseVersion: number; today: Day },
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	return inOutcomeTransaction(async (tx) => {
		const versions = await listTrustPolicyVersions(kind, today, tx);
		const base = versions.find((one) => one.version === baseVersion);
		if (!base) return refuse("NOT_FOUND");
		const document = { ...formOfTrustPolicy(kind, base.document) };
		const begun = await beginDraft(tx, { kind, baseVersion, document, actor: actorOf(scope) });
		return { ok: true, ...begun };
	});
}

/** Saves a draft as it stands, complete or not; `STALE_VERSION` when somebody else was faster, and nothing is overwritten. */
export function saveTrustDraft(
	scope: PlatformScope,
	{ kind, draftId, version, form }: TrustDraftTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const parsed = trustPolicyFormSchemas[kind].safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = await findTrustPolicyDraft(kind, tx);
		const fields = changedPaths(before?.form, parsed.data);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		const document = { ...parsed.data };
		return saveDraft(tx, { kind, draftId, version, actor: actorOf(scope), document, fields });
	});
}

export function discardTrustDraft(scope: PlatformScope, target: TrustDraftTarget): Promise<Outcome> {
	return inOutcomeTransaction((tx) => discardDraft(tx, { ...target, actor: actorOf(scope) }));
}
