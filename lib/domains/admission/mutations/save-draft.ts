import "server-only";
import { findOwnApplication } from "@/lib/domains/admission/data/applications";
import { isEditable } from "@/lib/domains/admission/rules/transitions";
import type { ApplicationDraft } from "@/lib/domains/admission/schema/draft";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { changedPaths } from "@/lib/platform/forms/merge-drafts";
import type { PartnerScope } from "@/lib/platform/session/scope";

export type DraftToSave = { applicationId: string; version: number; form: ApplicationDraft };

/**
 * Saves the form as it stands, against the version it was made from: `STALE_VERSION` when another window was faster,
 * and nothing is overwritten. The audit names the fields that changed, not their contents.
 * @throws AppError NOT_FOUND for an application that is not the organisation's own
 */
export function saveDraft(
	scope: PartnerScope,
	{ applicationId, version, form }: DraftToSave,
): Promise<Outcome<{ version: number }>> {
	return inOutcomeTransaction(async (tx) => {
		const application = await findOwnApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		if (!isEditable(application.state)) return refuse("NOT_EDITABLE");
		const fields = changedPaths(application.form, form);
		if (application.version === version && fields.length === 0) return { ok: true, version };
		const { count } = await tx.application.updateMany({
			where: { id: applicationId, state: application.state, version },
			data: { form, version: { increment: 1 } },
		});
		if (count !== 1) return refuse("STALE_VERSION");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "application.save-draft",
			subjectType: "application",
			subjectId: applicationId,
			before: { version },
			after: { version: version + 1, fields },
		});
		return { ok: true, version: version + 1 };
	});
}
