import "server-only";
import type { PoolClient } from "pg";
import { appendDecisionsRaw } from "@/lib/domains/decisions/mutations/append-decisions";
import { sha256Hex } from "@/lib/domains/decisions/rules/hash";
import { listFundVotes } from "@/lib/domains/fund/data/applications";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { type HeldApplication, holdApplication } from "@/lib/domains/fund/mutations/held";
import { moveStage } from "@/lib/domains/fund/mutations/move-stage";
import { tellFundApplicant } from "@/lib/domains/fund/mutations/tell";
import { objectionToDeciding, tallyVotes } from "@/lib/domains/fund/rules/tally";
import type { InvestFund } from "@/lib/domains/fund/schema";
import type { Tally } from "@/lib/domains/fund/types";
import { FUND_CODE } from "@/lib/domains/pools/constants";
import { reserveFromPool } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

/**
 * A lead puts on record that the committee invests: the amount is reserved in the fund's pool in the same transaction, so
 * that a commitment the pool cannot bear is none (POOL_EXHAUSTED).
 * @throws AppError NOT_FOUND for an application that does not exist
 */
export function investInApplication(
	scope: PlatformScope,
	{ applicationId, version, committed, reason }: InvestFund,
): Promise<Outcome<{ grantId: string }>> {
	grant(scope, "fund.decide");
	return inRawOutcomeTransaction<{ grantId: string }>(async (client) => {
		const held = await holdApplication(client, applicationId, { userId: scope.userId });
		if (held.stage !== "COMMITTEE") return refuse("FUND_CLOSED");
		if (held.version !== version) return refuse("STALE_VERSION");
		if (held.isBound) return refuse("CONFLICT_OF_INTEREST");
		if (committed > held.askedFen)
			return refuse("COMMIT_ABOVE_ASKED", { fieldErrors: { committed: "COMMIT_ABOVE_ASKED" } });
		const tally = await tallyOf(client, scope, held);
		const objection = objectionToDeciding("INVESTED", tally);
		if (objection) return refuse(objection, { params: { missing: tally.missing } });
		const reserved = await reserveFromPool(client, {
			poolId: held.poolId,
			partnerId: held.partnerId,
			amount: committed,
			benefitCode: FUND_CODE,
			purpose: `${held.title}（${held.number}）`,
			expiresOn: null,
			key: `fund:${held.id}`,
			actor: actorOf(scope),
			reason,
		});
		if (!reserved.ok)
			return reserved.reason === "POOL_EXHAUSTED"
				? refuse("FUND_EXHAUSTED", { fieldErrors: { committed: "FUND_EXHAUSTED" } })
				: refuse(reserved.reason);
		const grantId = reserved.grantId;
		if (!grantId) throw new AppError("UNEXPECTED");
		const decision = { committedFen: committed, grantId };
		await moveStage(client, held, { to: "INVESTED", reason, actor: actorOf(scope), decision });
		await writeDecision(client, scope, held, { reason, tally, committed: { fen: committed, grantId } });
		await tellFundApplicant(client, held, "fundInvested");
		return { ok: true, grantId };
	});
}

/** Declines, with a reason the applicant reads. Before the committee only what it has voted down with a quorum is. */
export async function decline(
	client: PoolClient,
	scope: PlatformScope,
	held: HeldApplication,
	reason: string,
): Promise<Outcome<object>> {
	const tally = held.stage === "COMMITTEE" ? await tallyOf(client, scope, held) : null;
	const objection = tally && objectionToDeciding("DECLINED", tally);
	if (objection) return refuse(objection, { params: { missing: tally.missing } });
	await moveStage(client, held, { to: "DECLINED", reason, actor: actorOf(scope), decision: "DECLINED" });
	await writeDecision(client, scope, held, { reason, tally, committed: null });
	await tellFundApplicant(client, held, "fundDeclined");
	return { ok: true };
}

async function tallyOf(client: PoolClient, scope: PlatformScope, held: HeldApplication): Promise<Tally> {
	const policy = await readFundPolicy(businessDayOf(held.now), held.policyVersion);
	const votes = await listFundVotes(scope, held.id, client);
	return tallyVotes(
		votes.filter((vote) => vote.round === held.round),
		policy.document,
	);
}

type Verdict = { reason: string; tally: Tally | null; committed: { fen: bigint; grantId: string } | null };

function writeDecision(
	client: PoolClient,
	scope: PlatformScope,
	held: HeldApplication,
	{ reason, tally, committed }: Verdict,
): Promise<void> {
	return appendDecisionsRaw(client, [
		{
			kind: "FUND_DECISION",
			subjectType: "fund_application",
			subjectId: held.id,
			reference: held.number,
			organisationId: held.organisationId,
			at: held.now,
			payload: {
				decision: committed ? "INVESTED" : "DECLINED",
				from: held.stage,
				partner: held.partnerId,
				decidedBy: scope.userId,
				reasonHash: sha256Hex(reason),
				...(committed && { committedFen: committed.fen.toString(), grant: committed.grantId }),
				...(tally && {
					policyVersion: held.policyVersion,
					round: held.round,
					for: tally.for,
					against: tally.against,
					abstain: tally.abstain,
				}),
			},
		},
	]);
}
