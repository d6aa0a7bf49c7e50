import "server-only";
import {
	findExamPolicyDraft,
	listExamPolicyVersions,
} from "@/lib/domains/certification/data/exam-policy-drafts";
import { formOfExamPolicy } from "@/lib/domains/certification/rules/exam-policy/form";
import { examPolicyFormSchema } from "@/lib/domains/certification/schema/exam-form";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import type { Day } from "@/lib/platform/time";

export type ExamDraftTarget = { draftId: string; version: number };

/** Opens a draft from a published version, or answers the one that is open already. */
export function beginExamDraft(
	scope: PlatformScope,
	{ baseVersion, today }: { baseVersion: number; today: Day },
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	grant(scope, "exam-policy.manage");
	return inOutcomeTransaction(async (tx) => {
		const base = (await listExamPolicyVersions(today, tx)).find((one) => one.version === baseVersion);
		if (!base) return refuse("NOT_FOUND");
		const document = { ...formOfExamPolicy(base.document) };
		const begun = await beginDraft(tx, { kind: "exam", baseVersion, document, actor: actorOf(scope) });
		return { ok: true, ...begun };
	});
}

/** Saves a draft as it stands, complete or not; `STALE_VERSION` when somebody else was faster, and nothing is overwritten. */
export function saveExamDraft(
	scope: PlatformScope,
	{ draftId, version, form }: ExamDraftTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "exam-policy.manage");
	return inOutcomeTransaction(async (tx) => {
		const parsed = examPolicyFormSchema.safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = await findExamPolicyDraft(tx);
		const fields = changedPaths(before?.form, parsed.data);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		const document = { ...parsed.data };
		return saveDraft(tx, { kind: "exam", draftId, version, actor: actorOf(scope), document, fields });
	});
}

export function discardExamDraft(scope: PlatformScope, target: ExamDraftTarget): Promise<Outcome> {
	grant(scope, "exam-policy.manage");
	return inOutcomeTransaction((tx) => discardDraft(tx, { kind: "exam", ...target, actor: actorOf(scope) }));
}
