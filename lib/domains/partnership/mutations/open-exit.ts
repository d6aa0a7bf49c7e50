import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { findPartner, hasConflict } from "@/lib/domains/partnership/data/partners";
import { toDate } from "@/lib/domains/partnership/data/records";
import { lockPartner, movePartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { nextExitNumber } from "@/lib/domains/partnership/mutations/write-exit";
import { lastReplyDay } from "@/lib/domains/partnership/rules/exit-clock";
import type { OpenExit } from "@/lib/domains/partnership/schema/exit";
import type { PartnerRecord } from "@/lib/domains/partnership/types";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { adoptFiles } from "@/lib/platform/files/mutations/adopt-files";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Opened = { caseId: string; number: string };

/**
 * A lead gives a partner notice to leave: with reasons, in words, and with a window to answer in. The partner stands at
 * `EXIT_NOTICE` until somebody else has decided.
 * @throws AppError NOT_FOUND for a partner that does not exist, FORBIDDEN for anybody but a lead
 */
export function openExit(scope: PlatformScope, input: OpenExit & { now: Date }): Promise<Outcome<Opened>> {
	grant(scope, "exit.manage");
	return inOutcomeTransaction(async (tx) => {
		await lockPartner(tx, input.partnerId);
		const partner = await findPartner(scope, input.partnerId, tx);
		if (!partner) throw new AppError("NOT_FOUND");
		if (partner.status === "EXITED") return refuse("PARTNER_ALREADY_EXITED");
		if (partner.status === "EXIT_NOTICE") return refuse("EXIT_ALREADY_OPEN");
		if (await hasConflict(scope.userId, partner.organisationId, tx)) return refuse("CONFLICT_OF_INTEREST");
		return writeNotice(tx, { openedById: scope.userId, actor: actorOf(scope) }, partner, input);
	});
}

/** The notice itself, to a partner that is locked and may be given one; `openedById` is who answers for it. */
export async function writeNotice(
	tx: Tx,
	{ openedById, actor }: { openedById: string; actor: Actor },
	partner: PartnerRecord,
	input: Omit<OpenExit, "partnerId"> & { now: Date },
): Promise<Outcome<Opened>> {
	const today = businessDayOf(input.now);
	const policy = await readStandards(today, tx);
	const replyBy = lastReplyDay(policy.document, today);
	const number = await nextExitNumber(tx, today);
	const caseId = newId("exit");
	const reasonCodes = [...new Set(input.reasonCodes)];
	await tx.exitCase.create({
		data: {
			id: caseId,
			number,
			partnerId: partner.id,
			organisationId: partner.organisationId,
			kind: input.kind,
			priorStatus: partner.status,
			reasonCodes,
			statement: input.statement,
			openedById,
			openedAt: input.now,
			replyBy: toDate(replyBy),
		},
	});
	const evidence = await adoptFiles(tx, {
		purpose: "EXIT_NOTICE",
		draftSubjectId: partner.id,
		subjectId: caseId,
		organisationId: partner.organisationId,
	});
	const moved = await movePartner(tx, partner, { event: "give_notice", side: "lead", actor, note: number });
	if (!moved.ok) return moved;
	await recordAudit(tx, {
		actor,
		action: "exit.open",
		subjectType: "exit_case",
		subjectId: caseId,
		organisationId: partner.organisationId,
		after: {
			number,
			partnerId: partner.id,
			kind: input.kind,
			reasonCodes,
			replyBy,
			evidence,
			policyVersion: policy.version,
			state: "NOTICE",
		},
		reason: input.statement,
	});
	await tellPartner(tx, partner.organisationId, {
		kind: "exitNotice",
		key: caseId,
		params: { number, company: partner.name, day: replyBy },
	});
	return { ok: true, caseId, number };
}
