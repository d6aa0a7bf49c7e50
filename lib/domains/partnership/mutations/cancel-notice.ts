import "server-only";
import { findPartner } from "@/lib/domains/partnership/data/partners";
import { toExitCase } from "@/lib/domains/partnership/data/records";
import { movePartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { writeExit } from "@/lib/domains/partnership/mutations/write-exit";
import { isOpenExit, returnEventOf } from "@/lib/domains/partnership/policy";
import { actorOf } from "@/lib/platform/audit/actor";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/** The lead who gave a notice takes it back before anybody has decided; anybody else decides instead. */
export function cancelNotice(
	scope: PlatformScope,
	{ caseId, version, reason }: { caseId: string; version: number; reason: string },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "exit.manage");
	return inOutcomeTransaction(async (tx) => {
		const row = await tx.exitCase.findUnique({ where: { id: caseId } });
		const partner = row && (await findPartner(scope, row.partnerId, tx));
		if (!row || !partner) throw new AppError("NOT_FOUND");
		const exit = toExitCase(row);
		if (!isOpenExit(exit)) return refuse("EXIT_CLOSED");
		if (exit.openedById !== scope.userId) return refuse("CANCEL_BY_OPENER");
		if (exit.version !== version) return refuse("STALE_VERSION");
		const actor = actorOf(scope);
		const written = await writeExit(tx, exit, {
			event: "cancel",
			actor,
			data: { state: "CANCELLED" },
			after: { state: "CANCELLED" },
			reason,
		});
		if (!written.ok) return written;
		const moved = await movePartner(tx, partner, {
			event: returnEventOf(exit.priorStatus),
			side: "lead",
			actor,
			note: exit.number,
		});
		if (!moved.ok) return moved;
		await tellPartner(tx, partner.organisationId, {
			kind: "exitNoticeCancelled",
			key: exit.id,
			params: { number: exit.number, company: partner.name },
		});
		return { ok: true, version: written.version };
	});
}
