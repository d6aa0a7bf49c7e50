import "server-only";
import { findOwnPartner, findOwnProbationById } from "@/lib/domains/partnership/data/own";
import { findPartner } from "@/lib/domains/partnership/data/partners";
import { findProbation } from "@/lib/domains/partnership/data/probations";
import { lockPartner, movePartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellLeads, tellPartner } from "@/lib/domains/partnership/mutations/tell";
import type { CloseProbation, ReportProgress } from "@/lib/domains/partnership/schema/probation";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * The partner says how far it came with one item of its plan; as often as it likes, until the probation is closed.
 * @throws AppError NOT_FOUND for a probation or an item that does not exist or is somebody else's
 */
export function reportProgress(
	scope: PartnerScope,
	input: ReportProgress & { now: Date },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "partnership.own");
	return inOutcomeTransaction(async (tx) => {
		const probation = await findOwnProbationById(scope, input.probationId, tx);
		if (!probation?.plan.items.some((item) => item.id === input.itemId)) throw new AppError("NOT_FOUND");
		if (probation.state !== "OPEN") return refuse("PROBATION_CLOSED");
		if (probation.version !== input.version) return refuse("STALE_VERSION");
		const { itemId, report, isDone } = input;
		const reportedOn = businessDayOf(input.now);
		const items = probation.plan.items.map((item) =>
			item.id === itemId ? { ...item, report, reportedOn, isDone } : item,
		);
		const { count } = await tx.probation.updateMany({
			where: { id: probation.id, state: "OPEN", version: probation.version },
			data: { plan: { items }, progress: report, version: { increment: 1 } },
		});
		if (count !== 1) return refuse("STALE_VERSION");
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "probation.report",
			subjectType: "probation",
			subjectId: probation.id,
			organisationId: probation.organisationId,
			after: { itemId, isDone },
			reason: report,
		});
		const partner = await findOwnPartner(scope, tx);
		await tellLeads(tx, {
			kind: "probationReported",
			key: `${probation.id}:${probation.version + 1}`,
			params: { company: partner?.name ?? "" },
			href: routes.ops.probations(),
		});
		return { ok: true, version: probation.version + 1 };
	});
}

/**
 * A lead closes a probation. Recovered, the partner is `ACTIVE` again; failed, it stays on probation and an exit may
 * follow.
 */
export function closeProbation(
	scope: PlatformScope,
	input: CloseProbation & { now: Date },
): Promise<Outcome<{ partnerId: string }>> {
	grant(scope, "exit.manage");
	return inOutcomeTransaction(async (tx) => {
		const known = await findProbation(scope, input.probationId, tx);
		if (!known) throw new AppError("NOT_FOUND");
		await lockPartner(tx, known.partnerId);
		const probation = (await findProbation(scope, input.probationId, tx)) ?? known;
		const partner = await findPartner(scope, probation.partnerId, tx);
		if (!partner) throw new AppError("NOT_FOUND");
		if (probation.state !== "OPEN") return refuse("PROBATION_CLOSED");
		if (partner.status !== "PROBATION") return refuse("PARTNER_IN_EXIT");
		if (probation.version !== input.version) return refuse("STALE_VERSION");
		const { count } = await tx.probation.updateMany({
			where: { id: probation.id, state: "OPEN", version: probation.version },
			data: {
				state: input.outcome,
				version: { increment: 1 },
				closedById: scope.userId,
				closedAt: input.now,
				closingNote: input.note,
			},
		});
		if (count !== 1) return refuse("STALE_VERSION");
		const actor = actorOf(scope);
		const isRecovered = input.outcome === "RECOVERED";
		await recordAudit(tx, {
			actor,
			action: isRecovered ? "probation.recover" : "probation.fail",
			subjectType: "probation",
			subjectId: probation.id,
			organisationId: probation.organisationId,
			before: { state: "OPEN" },
			after: { state: input.outcome },
			reason: input.note,
		});
		if (isRecovered) {
			const move = { event: "recover", side: "lead", actor, note: input.note } as const;
			const moved = await movePartner(tx, partner, move);
			if (!moved.ok) return moved;
		}
		await tellPartner(tx, partner.organisationId, {
			kind: isRecovered ? "probationRecovered" : "probationFailed",
			key: probation.id,
			params: { company: partner.name },
		});
		return { ok: true, partnerId: partner.id };
	});
}
