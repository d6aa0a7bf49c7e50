import "server-only";
import { findTierDraft, listTierPolicies } from "@/lib/domains/tiers/data/policy-drafts";
import { formOfTierPolicy } from "@/lib/domains/tiers/rules/policy-form";
import { tierPolicyFormSchema } from "@/lib/domains/tiers/schema/policy-form";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type TierDraftTarget = { draftId: string; version: number };

/** Opens a draft from any version that was published: the one in force, one to come, or one to go back to. */
export function beginTierDraft(
	scope: PlatformScope,
	{ baseVersion, today }: { baseVersion: number; today: Day },
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	return inOutcomeTransaction(async (tx) => {
		const base = (await listTierPolicies(today, tx)).find((one) => one.version === baseVersion);
		if (!base) return refuse("NOT_FOUND");
		const document = formOfTierPolicy(base.document);
		const begun = await beginDraft(tx, { kind: "tiers", baseVersion, document, actor: actorOf(scope) });
		return { ok: true, ...begun };
	});
}

/**
 * Saves a draft as it stands, complete or not; a proposal of what stood there is taken back. `STALE_VERSION` when
 * somebody else was faster, and nothing is overwritten.
 */
export function saveTierDraft(
	scope: PlatformScope,
	{ draftId, version, form }: TierDraftTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const parsed = tierPolicyFormSchema.safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = await findTierDraft(tx);
		const fields = changedPaths(before?.form, parsed.data).slice(0, 100);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		const actor = actorOf(scope);
		return saveDraft(tx, { kind: "tiers", draftId, version, actor, document: parsed.data, fields });
	});
}

export function discardTierDraft(scope: PlatformScope, target: TierDraftTarget): Promise<Outcome> {
	return inOutcomeTransaction((tx) => discardDraft(tx, { kind: "tiers", ...target, actor: actorOf(scope) }));
}
