import "server-only";
import type { PoolClient } from "pg";
import { isUsedUp } from "@/lib/domains/benefits/rules/transitions";
import type { ReportBenefit, UseBenefit } from "@/lib/domains/benefits/schema";
import { spendGrant } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { adoptSlotRaw } from "@/lib/platform/files/mutations/adopt-files";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope, type Scope } from "@/lib/platform/session/scope";
import { type Held, holdApplication, moveApplication } from "./move";

/**
 * The receiver says what it used, with its proof; a part is enough. It is spent in the ledger in the same transaction, and
 * what was attached while it was being written is handed over with it.
 */
export function recordUse(scope: Scope, input: UseBenefit): Promise<Outcome<{ isReplay: boolean }>> {
	grant(scope, "benefit.own");
	return inRawOutcomeTransaction<{ isReplay: boolean }>(async (client) => {
		const held = await holdApplication(client, input.applicationId, scope.organisationId);
		const key = `${held.id}:${input.key}`;
		const { rows } = await client.query<{ amount: bigint }>(
			"SELECT amount FROM benefit_uses WHERE key = $1",
			[key],
		);
		if (rows[0])
			return rows[0].amount === input.amount ? { ok: true, isReplay: true } : refuse("BENEFIT_KEY_CONFLICT");
		const problem = checkUse(held, input);
		if (problem) return problem;
		if (held.grantId && held.poolId) {
			const moved = await spendGrant(client, {
				poolId: held.poolId,
				grantId: held.grantId,
				amount: input.amount,
				key: `benefit-use:${key}`,
				actor: actorOf(scope),
				reason: input.evidence.slice(0, 500),
				...(input.usedOn < held.today && { bookedOn: input.usedOn }),
			});
			if (!moved.ok) {
				const field = moved.fieldErrors?.amount ? "amount" : "usedOn";
				return refuse(moved.reason, { fieldErrors: { [field]: moved.reason } });
			}
		}
		return write(client, scope, held, { ...input, key });
	});
}

function checkUse({ unit, grantId, grantedOn, expiresOn, today, amount, spent }: Held, input: UseBenefit) {
	const of = (field: string, code: string) => refuse(code, { fieldErrors: { [field]: code } });
	if ((grantId ? unit : null) !== (input.unit === "NONE" ? null : input.unit))
		throw new AppError("NOT_FOUND");
	if (expiresOn && today > expiresOn) return refuse("GRANT_EXPIRED");
	if (input.usedOn > today) return of("usedOn", "BOOKED_IN_FUTURE");
	if (grantedOn && input.usedOn < grantedOn) return of("usedOn", "BEFORE_GRANT");
	if (input.amount > amount - spent) return of("amount", "GRANT_NOT_ENOUGH");
	return null;
}

async function write(
	client: PoolClient,
	scope: Scope,
	held: Held,
	{ amount, usedOn, evidence, key }: UseBenefit,
) {
	const id = newId("bus");
	const files = await adoptSlotRaw(client, {
		purpose: "BENEFIT_USE",
		draftSubjectId: held.id,
		slot: "",
		subjectId: id,
		organisationId: held.organisationId,
	});
	const moved = await moveApplication(client, held, {
		step: "use",
		actor: actorOf(scope),
		set: { spent: held.spent + amount },
		after: { amount: String(amount), usedOn, files: String(files) },
	});
	if (!moved.ok) return moved;
	await client.query(
		`INSERT INTO benefit_uses (id, application_id, amount, used_on, evidence, key, used_by_id, at)
		 VALUES ($1, $2, $3, $4, $5, $6, $7, pool_now())`,
		[id, held.id, amount, usedOn, evidence, key, scope.userId],
	);
	return { ok: true as const, isReplay: false };
}

/** The receiver says what it did and what came of it. What ran out unused has nothing to report. */
export function reportEffect(scope: Scope, input: ReportBenefit): Promise<Outcome<object>> {
	grant(scope, "benefit.own");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, input.applicationId, scope.organisationId);
		const { rowCount } = await client.query("SELECT FROM benefit_uses WHERE application_id = $1", [held.id]);
		if (held.state === "EXPIRED" && rowCount === 0) return refuse("BENEFIT_UNUSED");
		const effect = {
			done: input.done,
			gmvBeforeFen: String(input.before),
			gmvAfterFen: String(input.after),
			link: input.link,
		};
		return moveApplication(client, held, {
			step: "report",
			actor: actorOf(scope),
			set: { effect: JSON.stringify(effect), reported_at: new Date() },
		});
	});
}

/** Operations has read the report and closes the case, once nothing of the grant can be used any more. */
export function closeApplication(scope: PlatformScope, applicationId: string): Promise<Outcome<object>> {
	grant(scope, "benefit.decide");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId);
		if (!isUsedUp(held, held.today)) return refuse("BENEFIT_NOT_SPENT");
		return moveApplication(client, held, { step: "close", actor: actorOf(scope) });
	});
}
