import "server-only";
import { clawBackGrant } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { conclude } from "./decide";
import { holdApplication, moveApplication } from "./move";

/** A lead takes a benefit back, what was used of it included, and says why. */
export function clawBackBenefit(
	scope: PlatformScope,
	{ applicationId, reason }: { applicationId: string; reason: string },
): Promise<Outcome<object>> {
	grant(scope, "benefit.claw-back");
	return inRawOutcomeTransaction<object>(async (client) => {
		const held = await holdApplication(client, applicationId);
		const moved = await moveApplication(client, held, {
			step: "clawBack",
			actor: actorOf(scope),
			set: { reason },
			reason,
		});
		if (!moved.ok) return moved;
		if (held.grantId && held.poolId) {
			const { poolId, grantId } = held;
			const { rows } = await client.query<{ open: bigint; spent: bigint }>(
				"SELECT open, spent FROM pool_grants WHERE id = $1",
				[grantId],
			);
			for (const [from, amount] of [
				["GRANTED", rows[0]?.open ?? 0n],
				["SPENT", rows[0]?.spent ?? 0n],
			] as const) {
				if (amount === 0n) continue;
				const key = `benefit-claw-back:${held.id}:${from}`;
				const taken = await clawBackGrant(client, {
					poolId,
					grantId,
					amount,
					key,
					from,
					actor: actorOf(scope),
					reason,
				});
				if (!taken.ok) return refuse(taken.reason);
			}
		}
		await conclude(client, held, "benefitClawedBack", "CLAWED_BACK", reason);
		return { ok: true };
	});
}
