import "server-only";
import type { PoolClient } from "pg";
import { lastDay } from "@/lib/domains/benefits/rules/periods";
import { needsTwo } from "@/lib/domains/benefits/rules/transitions";
import type { DecideBenefit } from "@/lib/domains/benefits/schema";
import type { ApplicationState } from "@/lib/domains/benefits/types";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { grantReserved, releaseReserved } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope, type Scope } from "@/lib/platform/session/scope";
import { judgeInside } from "./judge";
import { type Held, holdApplication, moveApplication } from "./move";
import { tellApplicant, tellDeciders } from "./tell";

/**
 * A person decides. Above the benefit's stated amount it takes two, and the second is somebody else; who has declared a
 * conflict decides nothing. Eligibility is asked again before anything is granted.
 */
export function decideBenefit(
	scope: PlatformScope,
	input: DecideBenefit,
): Promise<Outcome<{ state: ApplicationState }>> {
	grant(scope, "benefit.decide");
	return inRawOutcomeTransaction<{ state: ApplicationState }>(async (client) => {
		await holdBenefitOf(client, input.applicationId);
		const held = await holdApplication(client, input.applicationId);
		if (held.state !== "APPLIED" && held.state !== "SECOND") return refuse("BENEFIT_STATE");
		const { rows } = await client.query<{ conflicted: boolean }>(
			"SELECT has_conflict($1, $2) AS conflicted",
			[scope.userId, held.organisationId],
		);
		if (rows[0]?.conflicted) return refuse("CONFLICT_OF_INTEREST");
		if (held.state === "SECOND" && held.firstById === scope.userId) return refuse("BENEFIT_DECIDED_BY_OTHER");
		return input.decision === "REFUSE"
			? refuseIt(client, scope, held, input.reason.trim())
			: approve(client, scope, held);
	});
}

/** The benefit is held before the application, in the same order as by those who apply. */
async function holdBenefitOf(client: PoolClient, applicationId: string): Promise<void> {
	await client.query(
		"SELECT FROM benefits WHERE id = (SELECT benefit_id FROM benefit_applications WHERE id = $1) FOR NO KEY UPDATE",
		[applicationId],
	);
}

async function approve(
	client: PoolClient,
	scope: PlatformScope,
	held: Held,
): Promise<Outcome<{ state: ApplicationState }>> {
	const actor = actorOf(scope);
	const { eligibility } = await judgeInside(
		client,
		held.benefitId,
		{
			workspace: held.organisationKind === "BRAND" ? "brand" : "partner",
			organisationId: held.organisationId,
		},
		true,
	);
	if (!eligibility.eligible) return refuse("NOT_ELIGIBLE_ANY_MORE");
	if (held.state === "APPLIED" && needsTwo(held.amount, held.fourEyesAbove)) {
		const moved = await moveApplication(client, held, {
			step: "approveFirst",
			actor,
			set: { first_by_id: scope.userId, first_at: new Date() },
		});
		if (moved.ok) await tellDeciders(client, held, "benefitSecond", scope.userId);
		return moved;
	}
	const expiresOn = lastDay(held.today, held.validDays);
	if (held.grantId && held.poolId) {
		const { poolId, grantId, amount, nameZh } = held;
		const key = `benefit-grant:${held.id}`;
		const given = await grantReserved(client, { poolId, grantId, amount, key, actor, reason: nameZh });
		if (!given.ok) return refuse(given.reason);
		// How long it lasts is known only now: it counts from the day of the grant.
		await client.query("UPDATE pool_grants SET expires_on = $2 WHERE id = $1", [grantId, expiresOn]);
	}
	const moved = await moveApplication(client, held, {
		step: "approve",
		actor,
		set: {
			decided_by_id: scope.userId,
			decided_at: new Date(),
			granted_on: held.today,
			expires_on: expiresOn,
			eligibility: JSON.stringify(eligibility),
		},
		after: { amount: String(held.amount) },
	});
	if (moved.ok) await conclude(client, held, "benefitGranted", "GRANTED", "");
	return moved;
}

async function refuseIt(client: PoolClient, scope: PlatformScope, held: Held, reason: string) {
	const released = await release(client, scope, held, reason);
	if (!released.ok) return released;
	const moved = await moveApplication(client, held, {
		step: "refuse",
		actor: actorOf(scope),
		set: { decided_by_id: scope.userId, decided_at: new Date(), reason },
		reason,
	});
	if (moved.ok) await conclude(client, held, "benefitRefused", "REFUSED", reason);
	return moved;
}

async function release(client: PoolClient, scope: Scope, held: Held, reason: string): Promise<Outcome> {
	if (!held.grantId || !held.poolId) return { ok: true };
	const { poolId, grantId } = held;
	const { rows } = await client.query<{ reserved: bigint }>(
		"SELECT reserved FROM pool_grants WHERE id = $1",
		[grantId],
	);
	const amount = rows[0]?.reserved ?? 0n;
	// A lead of the pool may have put it back already.
	if (amount === 0n) return { ok: true };
	const key = `benefit-release:${held.id}`;
	const moved = await releaseReserved(client, {
		poolId,
		grantId,
		amount,
		key,
		actor: actorOf(scope),
		reason,
	});
	return moved.ok ? { ok: true } : refuse(moved.reason);
}

/** The applicant is told, and the decision is written into the log that nothing is taken out of. */
export async function conclude(
	client: PoolClient,
	held: Held,
	kind: "benefitGranted" | "benefitRefused" | "benefitClawedBack",
	verdict: string,
	reason: string,
): Promise<void> {
	await tellApplicant(client, held, kind, reason);
	if (!held.partnerId) return;
	await appendDecisionsRaw(client, [
		{
			kind: "BENEFIT",
			subjectType: "partner",
			subjectId: held.partnerId,
			reference: held.id,
			organisationId: held.organisationId,
			at: new Date(),
			payload: { amount: String(held.amount), benefit: held.benefitCode, verdict },
		},
	]);
}

/** The applicant takes its application back while nobody has decided; what was set aside is free again. */
export function withdrawApplication(scope: Scope, applicationId: string): Promise<Outcome<object>> {
	grant(scope, "benefit.own");
	if (scope.workspace === "platform") throw new AppError("FORBIDDEN");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId, scope.organisationId);
		if (held.state !== "APPLIED" && held.state !== "SECOND") return refuse("BENEFIT_STATE");
		const released = await release(client, scope, held, "withdrawn");
		if (!released.ok) return released;
		return moveApplication(client, held, { step: "withdraw", actor: actorOf(scope) });
	});
}
