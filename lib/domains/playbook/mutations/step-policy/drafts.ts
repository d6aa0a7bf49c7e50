import "server-only";
import { findStepPolicyDraft, listStepPolicyVersions } from "@/lib/domains/playbook/data/step-policy-drafts";
import { formOfStepPolicy } from "@/lib/domains/playbook/rules/steps/policy-form";
import { stepPolicyFormSchema } from "@/lib/domains/playbook/schema/step-policy";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type StepDraftTarget = { draftId: string; version: number };

/** Opens a draft from a published version, or answers the one that is open already. */
export function beginStepDraft(
	scope: PlatformScope,
	{ baseVersion, today }: { baseVersion: number; today: Day },
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	return inOutcomeTransaction(async (tx) => {
		const base = (await listStepPolicyVersions(today, tx)).find((one) => one.version === baseVersion);
		if (!base) return refuse("NOT_FOUND");
		const document = { ...formOfStepPolicy(base.document) };
		const begun = await beginDraft(tx, { kind: "steps", baseVersion, document, actor: actorOf(scope) });
		return { ok: true, ...begun };
	});
}

/** Saves a draft as it stands, complete or not; `STALE_VERSION` when somebody else was faster, and nothing is overwritten. */
export function saveStepDraft(
	scope: PlatformScope,
	{ draftId, version, form }: StepDraftTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const parsed = stepPolicyFormSchema.safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = await findStepPolicyDraft(tx);
		const fields = changedPaths(before?.form, parsed.data);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		const document = { ...parsed.data };
		return saveDraft(tx, { kind: "steps", draftId, version, actor: actorOf(scope), document, fields });
	});
}

export function discardStepDraft(scope: PlatformScope, target: StepDraftTarget): Promise<Outcome> {
	return inOutcomeTransaction((tx) => discardDraft(tx, { kind: "steps", ...target, actor: actorOf(scope) }));
}
