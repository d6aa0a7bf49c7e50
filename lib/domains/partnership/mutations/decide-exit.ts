import "server-only";
import type { PoolClient } from "pg";
import { refusingTheBound } from "@/lib/domains/admission/mutations/refused-by-database";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { lockTotals } from "@/lib/domains/gmv/mutations/locks";
import { carryOutExit } from "@/lib/domains/partnership/mutations/carry-out-exit";
import { statusAfter } from "@/lib/domains/partnership/mutations/move-partner";
import { type DecidedCase, movePartnerRaw } from "@/lib/domains/partnership/mutations/raw-exit";
import { tellPartnerRaw, tellPersonRaw } from "@/lib/domains/partnership/mutations/tell";
import { objectionToDeciding, objectionToDecision, returnEventOf } from "@/lib/domains/partnership/policy";
import type { DecideExit } from "@/lib/domains/partnership/schema/exit";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawTransaction } from "@/lib/platform/db/pool";
import { AppError, type Outcome, type Refusal, refuse } from "@/lib/platform/errors/errors";
import { routes } from "@/lib/platform/routes/routes";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

type Decision = DecideExit & { now: Date };
type Decided = { version: number; noticeId: string | null };

/**
 * Decides an exit case once: by somebody who neither gave the notice nor declared a conflict, after the partner answered
 * or its window ended, always with a reason. A confirmed exit takes effect with all that follows from it in the same
 * transaction; a dismissed one gives the partner its former status back. Of decisions at the same moment one succeeds,
 * and the others are told whose it was and when.
 * @throws AppError NOT_FOUND for a case that does not exist, FORBIDDEN for anybody but a lead
 */
export async function decideExit(scope: PlatformScope, decision: Decision): Promise<Outcome<Decided>> {
	grant(scope, "exit.manage");
	return refusingTheBound(() =>
		inRawTransaction(async (client): Promise<Outcome<Decided>> => {
			// Taken before the case, as by everybody who changes bindings: nobody waits in a circle.
			if (decision.decision === "CONFIRMED") await lockTotals(client);
			const exit = await lockCase(client, decision.caseId);
			if (!exit) throw new AppError("NOT_FOUND");
			const refusal = await objection(client, scope, exit, decision);
			return refusal ?? write(client, scope, exit, decision);
		}),
	);
}

async function lockCase(client: PoolClient, id: string): Promise<DecidedCase | null> {
	const { rows } = await client.query<DecidedCase>(
		`SELECT e.id, e.number, e.partner_id AS "partnerId", e.organisation_id AS "organisationId", e.kind, e.state, e.version,
		        e.prior_status AS "priorStatus", array(SELECT unnest(e.reason_codes)) AS "reasonCodes", e.wished_on AS "wishedOn",
		        e.opened_by_id AS "openedById", e.opened_at AS "openedAt", e.reply_by AS "replyBy",
		        e.decided_at AS "decidedAt", p.name AS company, p.status AS "partnerStatus",
		        (SELECT name FROM users WHERE id = e.decided_by_id) AS "decidedByName"
		   FROM exit_cases e JOIN partners p ON p.id = e.partner_id WHERE e.id = $1 FOR UPDATE OF e, p`,
		[id],
	);
	return rows[0] ?? null;
}

async function objection(
	client: PoolClient,
	scope: PlatformScope,
	exit: DecidedCase,
	decision: Decision,
): Promise<Refusal | null> {
	if (exit.state === "CANCELLED") return refuse("EXIT_TAKEN_BACK");
	if (exit.decidedAt)
		return refuse("ALREADY_DECIDED", {
			params: { by: exit.decidedByName ?? "", at: exit.decidedAt.toISOString() },
		});
	const today = businessDayOf(decision.now);
	const { rows } = await client.query<{ bound: boolean }>("SELECT has_conflict($1, $2) AS bound", [
		scope.userId,
		exit.organisationId,
	]);
	const person = objectionToDeciding(exit, scope, rows[0]?.bound ?? false, today);
	if (person) return refuse(person, { params: { day: exit.replyBy } });
	if (exit.version !== decision.version) return refuse("STALE_VERSION");
	const objected = objectionToDecision(exit, decision, today);
	if (!objected) return null;
	const isDay = objected.reason !== "VOLUNTARY_NOT_REFUSED";
	return refuse(objected.reason, {
		params: { day: objected.day },
		...(isDay && { fieldErrors: { effectiveOn: objected.reason } }),
	});
}

async function write(
	client: PoolClient,
	scope: PlatformScope,
	exit: DecidedCase,
	decision: Decision,
): Promise<Outcome<Decided>> {
	const isConfirmed = decision.decision === "CONFIRMED";
	const effectiveOn = isConfirmed ? decision.effectiveOn : null;
	const event = isConfirmed ? "exit" : returnEventOf(exit.priorStatus);
	const to = statusAfter(exit.partnerStatus, { event, side: "lead" });
	if (!to) return refuse("PARTNER_STATUS_ILLEGAL");
	const { rowCount } = await client.query(
		`UPDATE exit_cases SET state = $2::exit_state, version = version + 1, decided_by_id = $3, decided_at = $4,
		        decision_reason = $5, effective_on = $6 WHERE id = $1 AND state = $7::exit_state AND version = $8`,
		[
			exit.id,
			decision.decision,
			scope.userId,
			decision.now,
			decision.reason,
			effectiveOn,
			exit.state,
			exit.version,
		],
	);
	if (rowCount !== 1) throw new Error("a locked exit case changed");
	const actor = actorOf(scope);
	await recordAuditRaw(client, {
		actor,
		action: isConfirmed ? "exit.confirm" : "exit.dismiss",
		subjectType: "exit_case",
		subjectId: exit.id,
		organisationId: exit.organisationId,
		before: { state: exit.state, version: exit.version },
		after: { state: decision.decision, version: exit.version + 1, effectiveOn },
		reason: decision.reason,
	});
	await appendDecisionsRaw(client, [
		{
			kind: "EXIT",
			subjectType: "partner",
			subjectId: exit.partnerId,
			reference: exit.number,
			organisationId: exit.organisationId,
			at: decision.now,
			payload: {
				decision: decision.decision,
				kind: exit.kind,
				reasonCodes: [...exit.reasonCodes],
				reasonHash: sha256Hex(decision.reason),
				effectiveOn,
				decidedBy: scope.userId,
			},
		},
	]);
	const move = { event, to, actor, exitedOn: effectiveOn, frozenFrom: businessDayOf(decision.now) };
	await movePartnerRaw(client, exit, move);
	const noticeId = effectiveOn
		? await carryOutExit(client, exit, { effectiveOn, actor, now: decision.now })
		: null;
	await tell(client, scope, exit, effectiveOn);
	return { ok: true, version: exit.version + 1, noticeId };
}

async function tell(
	client: PoolClient,
	scope: PlatformScope,
	exit: DecidedCase,
	effectiveOn: string | null,
): Promise<void> {
	const params = { number: exit.number, company: exit.company, day: effectiveOn ?? "" };
	await tellPartnerRaw(client, exit.organisationId, {
		kind: effectiveOn ? "exitConfirmed" : "exitDismissed",
		key: exit.id,
		params,
	});
	if (exit.kind === "VOLUNTARY") return;
	await tellPersonRaw(client, exit.openedById, {
		kind: "exitDecidedForOpener",
		key: exit.id,
		params: { ...params, by: scope.userName },
		href: routes.ops.exit(exit.id),
	});
}
