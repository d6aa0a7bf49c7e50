import "server-only";
import { findPartnerByText } from "@/lib/domains/partnership/data/red-lines";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import type { RecordRedLine, WithdrawRedLine } from "@/lib/domains/partnership/schema/red-line";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * Puts a red line on record (domain.md §3.3): the next evaluation caps the partner at the lowest tier, and the partner is
 * told what for. Ends nothing by itself: an exit has its own notice and decision.
 */
export function recordRedLine(
	scope: PlatformScope,
	{ partner: text, kind, occurredOn, note, now }: RecordRedLine & { now: Date },
): Promise<Outcome<{ redLineId: string }>> {
	grant(scope, "red-line.manage");
	return inOutcomeTransaction(async (tx) => {
		if (occurredOn > businessDayOf(now))
			return refuse("OCCURRED_IN_FUTURE", { fieldErrors: { occurredOn: "OCCURRED_IN_FUTURE" } });
		const partner = await findPartnerByText(scope, text, tx);
		if (!partner) return refuse("PARTNER_UNKNOWN", { fieldErrors: { partner: "PARTNER_UNKNOWN" } });
		const id = newId("rdl");
		await tx.redLine.create({
			data: {
				id,
				partnerId: partner.id,
				kind,
				occurredOn: new Date(`${occurredOn}T00:00:00Z`),
				note,
				recordedById: scope.userId,
			},
		});
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "red-line.record",
			subjectType: "red_line",
			subjectId: id,
			organisationId: partner.organisationId,
			after: { partnerId: partner.id, kind, occurredOn },
			reason: note,
		});
		await tellPartner(tx, partner.organisationId, {
			kind: "redLineRecorded",
			key: id,
			params: { line: kind, day: occurredOn, note },
		});
		return { ok: true, redLineId: id };
	});
}

/** Takes back a record made in error, once: from then on it never counted, in any run to come. */
export function withdrawRedLine(
	scope: PlatformScope,
	{ redLineId, reason, now }: WithdrawRedLine & { now: Date },
): Promise<Outcome> {
	grant(scope, "red-line.manage");
	return inOutcomeTransaction(async (tx) => {
		const row = await tx.redLine.findUnique({
			where: { id: redLineId },
			include: { partner: { select: { organisationId: true } } },
		});
		if (!row) throw new AppError("NOT_FOUND");
		const { count } = await tx.redLine.updateMany({
			where: { id: redLineId, withdrawnAt: null },
			data: { withdrawnAt: now, withdrawnById: scope.userId, withdrawReason: reason },
		});
		if (count !== 1) return refuse("RED_LINE_WITHDRAWN_ALREADY");
		const { organisationId } = row.partner;
		await recordAudit(tx, {
			actor: actorOf(scope),
			action: "red-line.withdraw",
			subjectType: "red_line",
			subjectId: redLineId,
			organisationId,
			before: { withdrawn: false },
			after: { withdrawn: true },
			reason,
		});
		await tellPartner(tx, organisationId, {
			kind: "redLineWithdrawn",
			key: redLineId,
			params: { line: row.kind, day: row.occurredOn.toISOString().slice(0, 10), note: reason },
		});
		return { ok: true };
	});
}
