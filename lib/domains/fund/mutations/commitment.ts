import "server-only";
import type { PoolClient } from "pg";
import { listFundTranches } from "@/lib/domains/fund/data/tranches";
import { type HeldApplication, holdApplication } from "@/lib/domains/fund/mutations/held";
import { type CompanyNews, tellFundApplicant } from "@/lib/domains/fund/mutations/tell";
import { plannedFen } from "@/lib/domains/fund/rules/tranches";
import {
	clawBackGrant,
	grantReserved,
	releaseReserved,
	spendGrant,
} from "@/lib/domains/pools/mutations/ledger";
import type { MoveGrant } from "@/lib/domains/pools/schema";
import { actorOf } from "@/lib/platform/audit/actor";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";

export type Commitment = {
	readonly held: HeldApplication;
	readonly grantId: string;
	readonly reserved: bigint;
	readonly open: bigint;
};

/** An invested case and what of its commitment is left, held until the transaction ends. @throws AppError NOT_FOUND */
export async function holdCommitment(
	client: PoolClient,
	scope: PlatformScope,
	applicationId: string,
): Promise<Outcome<Commitment>> {
	const held = await holdApplication(client, applicationId, { userId: scope.userId });
	if (held.isBound) return refuse("CONFLICT_OF_INTEREST");
	const { rows } = await client.query<Omit<Commitment, "held">>(
		`SELECT g.id AS "grantId", g.reserved, g.open FROM fund_applications a JOIN pool_grants g ON g.id = a.pool_grant_id
		  WHERE a.id = $1`,
		[held.id],
	);
	return rows[0] ? { ok: true, held, ...rows[0] } : refuse("FUND_NOT_INVESTED");
}

const newsOf: Record<MoveGrant["kind"], CompanyNews> = {
	GRANT: "fundSigned",
	SPEND: "fundPaid",
	RELEASE: "fundTakenBack",
	CLAW_BACK: "fundTakenBack",
	CLAW_BACK_SPENT: "fundTakenBack",
};

/**
 * A lead signs, pays, releases or claws back a part of a commitment, and the company is told. What is planned is paid by
 * the plan (FUND_PAY_BY_PLAN), and nothing that is planned is taken away under it (FUND_PLAN_ABOVE).
 * @throws AppError NOT_FOUND for a grant that is no commitment of the fund
 */
export function moveCommitment(scope: PlatformScope, input: MoveGrant): Promise<Outcome<object>> {
	grant(scope, "fund.decide");
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction<object>(async (client) => {
		const { rows } = await client.query<{ id: string }>(
			"SELECT id FROM fund_applications WHERE pool_grant_id = $1 AND pool_id = $2",
			[input.grantId, input.poolId],
		);
		if (!rows[0] || input.unit !== "FEN") throw new AppError("NOT_FOUND");
		const commitment = await holdCommitment(client, scope, rows[0].id);
		if (!commitment.ok) return commitment;
		const key = `fund-move:${scope.userId}:${input.key}`;
		const known = await client.query("SELECT FROM pool_movements WHERE key = $1", [key]);
		const objection = known.rowCount === 0 ? await objectionTo(client, commitment, input) : null;
		if (objection) return objection;
		const moved = await write(client, scope, { ...input, key });
		if (!moved.ok) return moved;
		const payment = { movementId: moved.movementId, amount: input.amount };
		if (!moved.isReplay) await tellFundApplicant(client, commitment.held, newsOf[input.kind], payment);
		return { ok: true };
	});
}

async function objectionTo(
	client: PoolClient,
	{ held, reserved, open }: Commitment,
	{ kind, amount }: MoveGrant,
) {
	const planned = plannedFen(await listFundTranches(held.id, client));
	if (planned === 0n || kind === "GRANT" || kind === "CLAW_BACK_SPENT") return null;
	if (kind === "SPEND") return refuse("FUND_PAY_BY_PLAN");
	return reserved + open - amount < planned
		? refuse("FUND_PLAN_ABOVE", { fieldErrors: { amount: "FUND_PLAN_ABOVE" } })
		: null;
}

function write(client: PoolClient, scope: PlatformScope, input: MoveGrant) {
	const { poolId, grantId, amount, reason, key, bookedOn } = input;
	const move = { poolId, grantId, amount, reason, key, actor: actorOf(scope) };
	switch (input.kind) {
		case "GRANT":
			return grantReserved(client, move);
		case "SPEND":
			return spendGrant(client, { ...move, ...(bookedOn && { bookedOn }) });
		case "RELEASE":
			return releaseReserved(client, move);
		case "CLAW_BACK":
			return clawBackGrant(client, { ...move, from: "GRANTED" });
		case "CLAW_BACK_SPENT":
			return clawBackGrant(client, { ...move, from: "SPENT" });
	}
}
