import "server-only";
import { suspensionAppealDays } from "@/lib/domains/trust/constants/card";
import { readGuaranteePolicy } from "@/lib/domains/trust/data/policies";
import { holdShop } from "@/lib/domains/trust/mutations/card/hold-shop";
import {
	type CardShop,
	noteCard,
	tellBrand,
	tellOperations,
} from "@/lib/domains/trust/mutations/card/note-card";
import type {
	AnswerSuspensionAppeal,
	AppealSuspension,
	Lift,
	Suspend,
} from "@/lib/domains/trust/schema/card";
import { actorOf } from "@/lib/platform/audit/actor";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import type { TrustSuspension } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { type BrandScope, grant, type PlatformScope } from "@/lib/platform/session/scope";
import { addDays, businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

/** Keeps a guarantee off a shop's card for orders paid from now on, with a reason its people read. @throws AppError NOT_FOUND */
export function suspendGuarantee(scope: PlatformScope, input: Suspend, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.suspend");
	return inOutcomeTransaction(async (tx) => {
		const { shopId, guarantee, reasonCode, note } = input;
		const shop = await holdShop(tx, shopId);
		if (await tx.trustSuspension.findFirst({ where: { shopId, guarantee, toAt: null } }))
			return refuse("SUSPENDED_ALREADY");
		const held = await tx.trustHolding.findFirst({ where: { shopId, guarantee, heldTo: null } });
		if (!held) return refuse("NOT_HELD");
		const id = newId("tsp");
		const { organisationId } = shop;
		await tx.trustSuspension.create({
			data: {
				...{ id, shopId, organisationId, guarantee, fromAt: now, reasonCode, note },
				...{ byId: scope.userId, byName: scope.userName },
			},
		});
		const values = { reason: reasonCode };
		await noteCard(tx, shop, actorOf(scope), { kind: "SUSPENDED", guarantee, at: now, values, note });
		await tellBrand(tx, shop, "trustCardSuspended", id, guarantee);
		return { ok: true };
	});
}

async function hold(tx: Tx, suspensionId: string, organisationId?: string) {
	const found = await tx.trustSuspension.findUnique({ where: { id: suspensionId } });
	if (!found || (organisationId !== undefined && found.organisationId !== organisationId))
		throw new AppError("NOT_FOUND");
	const shop = await holdShop(tx, found.shopId);
	const suspension = await tx.trustSuspension.findUniqueOrThrow({ where: { id: suspensionId } });
	return { shop, suspension };
}

async function lift(
	tx: Tx,
	suspension: TrustSuspension,
	userId: string,
	note: string,
	now: Date,
): Promise<void> {
	await tx.trustSuspension.update({
		where: { id: suspension.id },
		data: { toAt: now, liftedById: userId, liftNote: note },
	});
}

/** The guarantee holds again for orders paid from now on. @throws AppError NOT_FOUND */
export function liftSuspension(scope: PlatformScope, input: Lift, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.suspend");
	return inOutcomeTransaction(async (tx) => {
		const { shop, suspension } = await hold(tx, input.suspensionId);
		if (suspension.toAt) return refuse("LIFTED_ALREADY");
		if (suspension.appealState === "OPEN") return refuse("APPEAL_WAITS");
		const { guarantee } = suspension;
		await lift(tx, suspension, scope.userId, input.note, now);
		await noteCard(tx, shop, actorOf(scope), { kind: "LIFTED", guarantee, at: now, note: input.note });
		await tellBrand(tx, shop, "trustCardLifted", suspension.id, guarantee);
		return { ok: true };
	});
}

/**
 * The shop's people appeal a suspension, once and within `suspensionAppealDays`; it is answered within the working days that the
 * guarantee's policy in force gives an appeal. @throws AppError NOT_FOUND
 */
export function appealSuspension(scope: BrandScope, input: AppealSuspension, now: Date): Promise<Outcome> {
	grant(scope, "trust-card.own");
	return inOutcomeTransaction(async (tx) => {
		const { shop, suspension } = await hold(tx, input.suspensionId, scope.organisationId);
		if (suspension.toAt) return refuse("LIFTED_ALREADY");
		if (suspension.appealState) return refuse("APPEALED_ALREADY");
		const today = businessDayOf(now);
		if (today > addDays(businessDayOf(suspension.fromAt), suspensionAppealDays))
			return refuse("APPEAL_TOO_LATE");
		const { document } = await readGuaranteePolicy(suspension.guarantee, today, tx);
		const dueOn = addWorkingDays(await readWorkCalendar(tx), today, document.appealWorkdays);
		await tx.trustSuspension.update({
			where: { id: suspension.id },
			data: {
				...{
					appealState: "OPEN",
					appealStatement: input.statement,
					appealedById: scope.userId,
					appealedAt: now,
				},
				appealDueOn: new Date(`${dueOn}T00:00:00Z`),
			},
		});
		const { guarantee, id, byId } = suspension;
		await noteCard(tx, shop, actorOf(scope), { kind: "APPEALED", guarantee, at: now, note: input.statement });
		await tellOperations(tx, shop, "trustCardAppealed", id, guarantee, byId);
		return { ok: true };
	});
}

/** Somebody else than who suspended answers; upheld, the guarantee holds again at once. @throws AppError NOT_FOUND */
export function answerSuspensionAppeal(
	scope: PlatformScope,
	input: AnswerSuspensionAppeal,
	now: Date,
): Promise<Outcome> {
	grant(scope, "trust-card.suspend");
	return inOutcomeTransaction(async (tx) => {
		const { shop, suspension } = await hold(tx, input.suspensionId);
		if (suspension.appealState !== "OPEN") return refuse("APPEAL_ANSWERED");
		if (suspension.byId === scope.userId) return refuse("APPEAL_OWN_DECISION");
		await tx.trustSuspension.update({
			where: { id: suspension.id },
			data: {
				...{ appealState: input.decision, appealDecidedById: scope.userId, appealDecidedAt: now },
				appealNote: input.note,
			},
		});
		await answer(tx, scope, shop, suspension, input, now);
		return { ok: true };
	});
}

async function answer(
	tx: Tx,
	scope: PlatformScope,
	shop: CardShop,
	suspension: TrustSuspension,
	{ decision, note }: AnswerSuspensionAppeal,
	now: Date,
): Promise<void> {
	const { guarantee, id } = suspension;
	const isUpheld = decision === "UPHELD";
	const kind = isUpheld ? "APPEAL_UPHELD" : "APPEAL_REJECTED";
	if (isUpheld) await lift(tx, suspension, scope.userId, note, now);
	await noteCard(tx, shop, actorOf(scope), { kind, guarantee, at: now, note });
	await tellBrand(tx, shop, isUpheld ? "trustCardAppealUpheld" : "trustCardAppealRejected", id, guarantee);
}
