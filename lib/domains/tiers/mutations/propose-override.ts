import "server-only";
import type { PoolClient } from "pg";
import { readAmendableRun } from "@/lib/domains/tiers/data/run-track";
import { findVerdictToOverride, lockOverride } from "@/lib/domains/tiers/data/tier-overrides";
import { lockRun } from "@/lib/domains/tiers/mutations/lock-run";
import { tellLeadsOfOverride } from "@/lib/domains/tiers/mutations/tell-of-override";
import { objectionToAmending } from "@/lib/domains/tiers/rules/amendment";
import { objectionToOverride } from "@/lib/domains/tiers/rules/override";
import type { OverrideProposal } from "@/lib/domains/tiers/schema/override";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

/**
 * One lead proposes another tier for a partner of a run, on the receipt as it was seen (`RECEIPT_CHANGED`). Nothing changes
 * before another lead confirms; a run waits for that. Never over a red line.
 * @throws AppError NOT_FOUND for a run that does not exist, or a partner that is not in it
 */
export function proposeOverride(
	scope: PlatformScope,
	{ runId, partnerId, receiptHash, tier, reason, now }: OverrideProposal & { now: Date },
): Promise<Outcome<{ overrideId: string }>> {
	grant(scope, "tier-override.manage");
	return inRawOutcomeTransaction<{ overrideId: string }>(async (client) => {
		await lockRun(client, runId);
		const run = await readAmendableRun(client, runId);
		const verdict = await findVerdictToOverride(client, scope, { runId, partnerId });
		if (!run || !verdict) throw new AppError("NOT_FOUND");
		const refused = objectionToAmending(run);
		if (refused) return refuse(refused, { params: { month: run.period } });
		if (verdict.hasConflict) return refuse("CONFLICT_OF_INTEREST");
		if (verdict.isProposed) return refuse("OVERRIDE_OPEN_ALREADY");
		if (verdict.receiptHash !== receiptHash) return refuse("RECEIPT_CHANGED");
		const objection = objectionToOverride(verdict, tier);
		if (objection) return refuse(objection);
		const overrideId = newId("ovr");
		const { organisationId, decision } = verdict;
		await client.query(
			`INSERT INTO tier_overrides (id, run_id, partner_id, organisation_id, tier, from_tier, receipt_hash, reason,
			        proposed_by_id, proposed_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
			[
				overrideId,
				runId,
				partnerId,
				organisationId,
				tier,
				decision.tier,
				receiptHash,
				reason,
				scope.userId,
				now,
			],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "tier-override.propose",
			subjectType: "tier_override",
			subjectId: overrideId,
			organisationId,
			after: { run: runId, partner: partnerId, from: decision.tier, to: tier },
			reason,
		});
		await tellLeadsOfOverride(client, { overrideId, runId, partnerId, by: scope, period: run.period });
		return { ok: true, overrideId };
	});
}

/**
 * The lead who proposed it thinks again.
 * @throws AppError NOT_FOUND for what does not exist
 */
export function withdrawOverride(
	scope: PlatformScope,
	{ overrideId, now }: { overrideId: string; now: Date },
): Promise<Outcome> {
	grant(scope, "tier-override.manage");
	return inRawOutcomeTransaction(async (client: PoolClient) => {
		const found = await lockOverride(client, scope, overrideId);
		if (!found) throw new AppError("NOT_FOUND");
		if (found.state !== "PROPOSED") return refuse("OVERRIDE_CLOSED");
		if (found.proposedById !== scope.userId) return refuse("OVERRIDE_OF_ANOTHER");
		await client.query(
			"UPDATE tier_overrides SET state = 'WITHDRAWN', decided_at = $2, decided_by_id = $3 WHERE id = $1 AND state = 'PROPOSED'",
			[overrideId, now, scope.userId],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "tier-override.withdraw",
			subjectType: "tier_override",
			subjectId: overrideId,
			organisationId: found.organisationId,
			before: { state: "PROPOSED" },
			after: { state: "WITHDRAWN" },
		});
		return { ok: true };
	});
}
