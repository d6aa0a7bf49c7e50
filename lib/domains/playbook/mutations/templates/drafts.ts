import "server-only";
import { findTemplateDraft, listTemplateVersions } from "@/lib/domains/playbook/data/template-desk";
import { formOfTemplate } from "@/lib/domains/playbook/rules/templates/template-form";
import { templateFormSchema } from "@/lib/domains/playbook/schema/templates";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import { beginDraft, discardDraft, saveDraft } from "@/lib/platform/policies/drafts";
import type { PlatformScope } from "@/lib/platform/session/scope";

export type TemplateTarget = { draftId: string; version: number };

/** Opens a draft from the newest version, or answers the one that is open already. */
export function beginTemplateDraft(
	scope: PlatformScope,
): Promise<Outcome<{ draftId: string; isNew: boolean }>> {
	return inOutcomeTransaction(async (tx) => {
		const [newest] = await listTemplateVersions(tx);
		if (!newest) return refuse("NOT_FOUND");
		const begun = await beginDraft(tx, {
			...{ kind: "playbook", baseVersion: newest.version, actor: actorOf(scope) },
			document: formOfTemplate(newest.items),
		});
		return { ok: true, ...begun };
	});
}

/** Saves a draft as it stands, complete or not; `STALE_VERSION` when somebody else was faster, and nothing is overwritten. */
export function saveTemplateDraft(
	scope: PlatformScope,
	{ draftId, version, form }: TemplateTarget & { form: unknown },
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const parsed = templateFormSchema.safeParse(form);
		if (!parsed.success) return refuse("INPUT_INVALID");
		const before = await findTemplateDraft(tx);
		const fields = changedPaths(before?.form, parsed.data);
		if (before?.id === draftId && before.version === version && fields.length === 0)
			return { ok: true, version };
		const actor = actorOf(scope);
		return saveDraft(tx, { kind: "playbook", draftId, version, actor, document: parsed.data, fields });
	});
}

export function discardTemplateDraft(scope: PlatformScope, target: TemplateTarget): Promise<Outcome> {
	return inOutcomeTransaction((tx) =>
		discardDraft(tx, { kind: "playbook", ...target, actor: actorOf(scope) }),
	);
}
