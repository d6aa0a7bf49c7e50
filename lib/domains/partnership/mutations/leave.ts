import "server-only";
import { readStandards } from "@/lib/domains/admission/data/standards";
import { findOwnExitById, findOwnPartner } from "@/lib/domains/partnership/data/own";
import { toDate } from "@/lib/domains/partnership/data/records";
import { lockPartner, movePartner } from "@/lib/domains/partnership/mutations/move-partner";
import { tellLeads, tellPartner } from "@/lib/domains/partnership/mutations/tell";
import { nextExitNumber, writeExit } from "@/lib/domains/partnership/mutations/write-exit";
import { mayTakeBack, returnEventOf } from "@/lib/domains/partnership/policy";
import { lastDecisionDay } from "@/lib/domains/partnership/rules/exit-clock";
import type { Leave } from "@/lib/domains/partnership/schema/exit";
import type { PartnerRecord } from "@/lib/domains/partnership/types";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAudit } from "@/lib/platform/audit/record";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PartnerScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";

/** How far ahead a partner may ask to leave. */
const WISH_WITHIN_DAYS = 365;

/**
 * A partner asks to leave on a day of its choice. The platform only settles when: there is no answer to wait for, so the
 * decision is due at once, and it cannot be a refusal.
 * @throws AppError NOT_FOUND where the organisation has no partner, FORBIDDEN for anybody but its owner
 */
export function requestExit(
	scope: PartnerScope,
	input: Leave & { now: Date },
): Promise<Outcome<{ caseId: string; number: string }>> {
	grant(scope, "partnership.leave");
	return inOutcomeTransaction(async (tx) => {
		const known = await findOwnPartner(scope, tx);
		if (!known) throw new AppError("NOT_FOUND");
		await lockPartner(tx, known.id);
		const partner = (await findOwnPartner(scope, tx)) ?? known;
		if (partner.status === "EXITED") return refuse("PARTNER_ALREADY_EXITED");
		if (partner.status === "EXIT_NOTICE") return refuse("EXIT_ALREADY_OPEN");
		const today = businessDayOf(input.now);
		if (input.wishedOn < today) return refuse("WISH_IN_PAST", { fieldErrors: { wishedOn: "WISH_IN_PAST" } });
		if (input.wishedOn > addDays(today, WISH_WITHIN_DAYS))
			return refuse("WISH_TOO_LATE", { fieldErrors: { wishedOn: "WISH_TOO_LATE" } });
		return request(tx, scope, partner, input);
	});
}

async function request(
	tx: Tx,
	scope: PartnerScope,
	partner: PartnerRecord,
	{ wishedOn, reason, now }: Leave & { now: Date },
): Promise<Outcome<{ caseId: string; number: string }>> {
	const today = businessDayOf(now);
	const policy = await readStandards(today, tx);
	const calendar = await readWorkCalendar(tx);
	const decideBy = lastDecisionDay(policy.document, calendar, today);
	const number = await nextExitNumber(tx, today);
	const caseId = newId("exit");
	const actor = actorOf(scope);
	await tx.exitCase.create({
		data: {
			id: caseId,
			number,
			partnerId: partner.id,
			organisationId: partner.organisationId,
			kind: "VOLUNTARY",
			state: "REPLIED",
			priorStatus: partner.status,
			reasonCodes: ["OWN_REQUEST"],
			statement: reason,
			wishedOn: toDate(wishedOn),
			openedById: scope.userId,
			openedAt: now,
			replyBy: toDate(today),
			decideBy: toDate(decideBy),
		},
	});
	const moved = await movePartner(tx, partner, {
		event: "request_exit",
		side: "company",
		actor,
		note: number,
	});
	if (!moved.ok) return moved;
	await recordAudit(tx, {
		actor,
		action: "exit.request",
		subjectType: "exit_case",
		subjectId: caseId,
		organisationId: partner.organisationId,
		after: { number, partnerId: partner.id, kind: "VOLUNTARY", state: "REPLIED", wishedOn, decideBy },
		reason,
	});
	const params = { number, company: partner.name, day: wishedOn, decideBy };
	await tellPartner(tx, partner.organisationId, { kind: "exitRequested", key: caseId, params });
	await tellLeads(tx, {
		kind: "exitRequestedForLead",
		key: caseId,
		params,
		href: routes.ops.exit(caseId),
	});
	return { ok: true, caseId, number };
}

/** The partner takes its request back before it is decided, and stands where it stood. */
export function takeBackExit(
	scope: PartnerScope,
	{ caseId, version }: { caseId: string; version: number },
): Promise<Outcome<{ version: number }>> {
	grant(scope, "partnership.leave");
	return inOutcomeTransaction(async (tx) => {
		const exit = await findOwnExitById(scope, caseId, tx);
		const partner = exit && (await findOwnPartner(scope, tx));
		if (!exit || !partner) throw new AppError("NOT_FOUND");
		if (!mayTakeBack(exit, scope.role)) return refuse("EXIT_CLOSED");
		if (exit.version !== version) return refuse("STALE_VERSION");
		const actor = actorOf(scope);
		const written = await writeExit(tx, exit, {
			event: "take-back",
			actor,
			data: { state: "CANCELLED" },
			after: { state: "CANCELLED" },
		});
		if (!written.ok) return written;
		const moved = await movePartner(tx, partner, {
			event: returnEventOf(exit.priorStatus),
			side: "company",
			actor,
			note: exit.number,
		});
		if (!moved.ok) return moved;
		const params = { number: exit.number, company: partner.name };
		await tellPartner(tx, partner.organisationId, { kind: "exitTakenBack", key: exit.id, params });
		await tellLeads(tx, {
			kind: "exitTakenBackForLead",
			key: exit.id,
			params,
			href: routes.ops.exit(exit.id),
		});
		return { ok: true, version: written.version };
	});
}
