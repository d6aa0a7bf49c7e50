import "server-only";
import { findPartner, hasConflict } from "@/lib/domains/partnership/data/partners";
import { findOpenProbation } from "@/lib/domains/partnership/data/probations";
import { toDate } from "@/lib/domains/partnership/data/records";
import { lockPartner, movePartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import type { OpenProbation, ProbationPlan } from "@/lib/domains/partnership/schema/probation";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * A lead warns a partner: why, what is to be achieved, item by item, and by when. A partner that is on probation already
 * and has no plan under way is given a new one; its status stays.
 * @throws AppError NOT_FOUND for a partner that does not exist, FORBIDDEN for anybody but a lead
 */
export function openProbation(
	scope: PlatformScope,
	input: OpenProbation & { now: Date },
): Promise<Outcome<{ probationId: string }>> {
	grant(scope, "exit.manage");
	return inOutcomeTransaction(async (tx) => {
		await lockPartner(tx, input.partnerId);
		const partner = await findPartner(scope, input.partnerId, tx);
		if (!partner) throw new AppError("NOT_FOUND");
		if (await hasConflict(scope.userId, partner.organisationId, tx)) return refuse("CONFLICT_OF_INTEREST");
		if (await findOpenProbation(scope, partner.id, tx)) return refuse("PROBATION_ALREADY_OPEN");
		if (input.deadline <= businessDayOf(input.now))
			return refuse("DEADLINE_IN_PAST", { fieldErrors: { deadline: "DEADLINE_IN_PAST" } });
		const actor = actorOf(scope);
		if (partner.status !== "PROBATION") {
			const move = { event: "warn", side: "lead", actor, note: input.reason } as const;
			const moved = await movePartner(tx, partner, move);
			if (!moved.ok) return moved;
		}
		const plan: ProbationPlan = {
			items: input.items.map((item, index) => ({
				id: String(index + 1),
				...item,
				code: null,
				report: null,
				reportedOn: null,
				isDone: false,
			})),
		};
		const probationId = newId("prb");
		await tx.probation.create({
			data: {
				id: probationId,
				partnerId: partner.id,
				organisationId: partner.organisationId,
				reason: input.reason,
				plan,
				deadline: toDate(input.deadline),
				openedById: scope.userId,
				openedAt: input.now,
			},
		});
		await recordAudit(tx, {
			actor,
			action: "probation.open",
			subjectType: "probation",
			subjectId: probationId,
			organisationId: partner.organisationId,
			after: { partnerId: partner.id, deadline: input.deadline, items: input.items },
			reason: input.reason,
		});
		await tellPartner(tx, partner.organisationId, {
			kind: "probationOpened",
			key: probationId,
			params: { company: partner.name, day: input.deadline, count: plan.items.length },
		});
		return { ok: true, probationId };
	});
}
