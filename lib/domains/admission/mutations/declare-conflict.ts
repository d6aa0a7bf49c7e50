import "server-only";
import { findSubmittedApplication, listHeldOfOrganisation } from "@/lib/domains/admission/data/applications";
import { reassignApplication } from "@/lib/domains/admission/mutations/move";
import { reassignAppeal } from "@/lib/domains/admission/mutations/move-appeal";
import { tellApplicant } from "@/lib/domains/admission/mutations/tell";
import { isOpenApplication } from "@/lib/domains/admission/rules/transitions";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import type { PlatformScope } from "@/lib/platform/session/scope";

type Declared = Outcome<{ released: number }>;

/**
 * Declares that the reader is bound to the company behind an application: whatever of it they hold goes back to the
 * queue, and nothing of it comes to them again. A declaration stands; it is not taken back by its author.
 * @throws AppError NOT_FOUND for an application that does not exist or was never submitted
 */
export function declareConflict(
	scope: PlatformScope,
	{ applicationId, reason, now }: { applicationId: string; reason: string; now: Date },
): Promise<Declared> {
	return inOutcomeTransaction(async (tx): Promise<Declared> => {
		const application = await findSubmittedApplication(scope, applicationId, tx);
		if (!application) throw new AppError("NOT_FOUND");
		const { organisationId } = application;
		// A claim under way ends first, so that what it took is given back; one that comes later meets the declaration.
		await tx.$queryRaw`SELECT id FROM applications WHERE organisation_id = ${organisationId} ORDER BY id FOR UPDATE`;
		await tx.$queryRaw`SELECT id FROM appeals WHERE organisation_id = ${organisationId} ORDER BY id FOR UPDATE`;
		const id = newId("coi");
		const row = { id, userId: scope.userId, organisationId, reason, declaredAt: now };
		const { count } = await tx.conflictOfInterest.createMany({ data: [row], skipDuplicates: true });
		if (count === 0) return refuse("CONFLICT_DECLARED");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "conflict.declare",
			subjectType: "conflict",
			subjectId: id,
			organisationId,
			after: { applicationId, companyName: application.companyName },
			reason,
		});
		return { ok: true, released: await releaseAll(tx, scope, organisationId) };
	});
}

/** What the person holds of the company goes back to the queue. */
async function releaseAll(tx: Tx, scope: PlatformScope, organisationId: string): Promise<number> {
	const change = {
		actor: actorOf(scope),
		data: { assigneeId: null },
		before: { assigneeId: scope.userId },
		after: { assigneeId: null },
	};
	const held = (await listHeldOfOrganisation(scope, organisationId, tx)).filter(({ state }) =>
		isOpenApplication(state),
	);
	for (const application of held) {
		const released = await reassignApplication(tx, application, { ...change, event: "release" });
		if (!released.ok) throw new Error("a locked application changed under its lock");
		if (application.state === "IN_REVIEW") {
			await tellApplicant(tx, { ...application, version: released.version }, "applicationReleased");
		}
	}
	const appeals = await tx.appeal.findMany({
		where: { organisationId, assigneeId: scope.userId, state: "OPEN" },
	});
	for (const appeal of appeals) await reassignAppeal(tx, scope, appeal, null);
	return held.length + appeals.length;
}
