import "server-only";
import { mayCause, nextState, partnerTransitions } from "@/lib/domains/admission/rules/transitions";
import type { PartnerEvent, PartnerStatus, TransitionSide } from "@/lib/domains/admission/types";
import type { PartnerRecord } from "@/lib/domains/partnership/types";
import type { Actor } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";

type Move = { event: PartnerEvent; side: TransitionSide; actor: Actor; note: string };

/** Where a side's event leads a partner; null where the transition table does not allow it. */
export function statusAfter(
	from: PartnerStatus,
	{ event, side }: Pick<Move, "event" | "side">,
): PartnerStatus | null {
	return mayCause(partnerTransitions, from, event, side) ? nextState(partnerTransitions, from, event) : null;
}

/** Moves a partner along an edge of the transition table by compare-and-set, with its life event and its audit row. */
export async function movePartner(
	tx: Tx,
	partner: Pick<PartnerRecord, "id" | "organisationId" | "status">,
	move: Move,
): Promise<Outcome<{ status: PartnerStatus }>> {
	const to = statusAfter(partner.status, move);
	if (!to) return refuse("PARTNER_STATUS_ILLEGAL");
	const { count } = await tx.partner.updateMany({
		where: { id: partner.id, status: partner.status },
		data: { status: to },
	});
	if (count !== 1) return refuse("CHANGED_MEANWHILE");
	await tx.partnerLifeEvent.create({
		data: {
			partnerId: partner.id,
			event: move.event,
			fromStatus: partner.status,
			toStatus: to,
			actorUserId: move.actor.userId,
			note: move.note,
		},
	});
	await recordAudit(tx, {
		actor: move.actor,
		action: `partner.${move.event.replaceAll("_", "-")}`,
		subjectType: "partner",
		subjectId: partner.id,
		organisationId: partner.organisationId,
		before: { status: partner.status },
		after: { status: to },
		reason: move.note,
	});
	return { ok: true, status: to };
}

/** Locks a partner's row: whoever begins or ends something of its life waits for the other. */
export async function lockPartner(tx: Tx, id: string): Promise<void> {
	await tx.$queryRaw`SELECT id FROM partners WHERE id = ${id} FOR UPDATE`;
}
