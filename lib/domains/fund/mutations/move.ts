import "server-only";
import type { PoolClient } from "pg";
import { readFundPolicy } from "@/lib/domains/fund/data/policy";
import { decline } from "@/lib/domains/fund/mutations/decide";
import { type HeldApplication, holdApplication } from "@/lib/domains/fund/mutations/held";
import { moveStage } from "@/lib/domains/fund/mutations/move-stage";
import { listFundVoters, tellFundApplicant, tellFundStaff } from "@/lib/domains/fund/mutations/tell";
import { handsOf } from "@/lib/domains/fund/policy";
import { findEdge, isOpenStage } from "@/lib/domains/fund/rules/transitions";
import type { MoveFund } from "@/lib/domains/fund/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

const news = {
	SCREENING: "fundScreening",
	DUE_DILIGENCE: "fundDueDiligence",
	COMMITTEE: "fundCommittee",
} as const;

/**
 * Takes an application a stage on, back, or declines it. Before the committee it opens a round of votes under the policy
 * of the day; sent back from there, the round is over and its votes stand as they are.
 * @throws AppError NOT_FOUND for one that does not exist, FORBIDDEN where the move is a lead's
 */
export function moveFundApplication(scope: PlatformScope, input: MoveFund): Promise<Outcome<object>> {
	grant(scope, "fund.work");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, input.applicationId, { userId: scope.userId });
		if (!isOpenStage(held.stage)) return refuse("FUND_CLOSED");
		if (held.version !== input.version) return refuse("STALE_VERSION");
		if (held.isBound) return refuse("CONFLICT_OF_INTEREST");
		const edge = findEdge(held.stage, input.to);
		if (!edge) return refuse("FUND_NO_SUCH_MOVE");
		if (!handsOf(scope.role).includes(edge.by)) throw new AppError("FORBIDDEN");
		if (edge.needsReason && input.reason === "")
			return refuse("REQUIRED", { fieldErrors: { reason: "REQUIRED" } });
		if (input.to === "DECLINED") return decline(client, scope, held, input.reason);
		await step(client, scope, held, { ...input, to: input.to });
		return { ok: true };
	});
}

async function step(
	client: PoolClient,
	scope: PlatformScope,
	held: HeldApplication,
	{ to, reason }: { to: Exclude<MoveFund["to"], "DECLINED">; reason: string },
): Promise<void> {
	const isVote = to === "COMMITTEE";
	const policy = isVote ? await readFundPolicy(businessDayOf(held.now)) : null;
	const opened = policy && { round: held.round + 1, policyVersion: policy.version };
	await moveStage(client, held, { to, reason, actor: actorOf(scope), ...opened });
	// What goes back is a matter among the platform's people.
	const isBack = held.stage === "COMMITTEE" || (held.stage === "DUE_DILIGENCE" && to === "SCREENING");
	if (!isBack) await tellFundApplicant(client, held, news[to]);
	if (isVote)
		await tellFundStaff(client, held, "fundToVote", await listFundVoters(client, held.organisationId));
}
