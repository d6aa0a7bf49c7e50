import "server-only";
import type { PoolClient } from "pg";
import { listFundTranches } from "@/lib/domains/fund/data/tranches";
import { type Commitment, holdCommitment } from "@/lib/domains/fund/mutations/commitment";
import { tellFundApplicant } from "@/lib/domains/fund/mutations/tell";
import type { PayTranche, PlanTranches } from "@/lib/domains/fund/schema";
import type { FundTranche } from "@/lib/domains/fund/types";
import { grantReserved, spendGrant } from "@/lib/domains/pools/mutations/ledger";
import { actorOf } from "@/lib/platform/audit/actor";
import { recordAuditRaw } from "@/lib/platform/audit/record";
import { inRawOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { grant, type PlatformScope } from "@/lib/platform/session/scope";
import { businessDayOf } from "@/lib/platform/time";

const told = ({ amount, dueOn }: Pick<FundTranche, "amount" | "dueOn">) => `${dueOn}: ${amount}`;

/**
 * A lead plans the payments of a commitment, in the place of those planned before; what is paid stays. No more is planned
 * than the commitment still holds (FUND_PLAN_ABOVE), and whoever planned on an older state is refused (STALE_VERSION).
 * @throws AppError NOT_FOUND for a case that does not exist
 */
export function planTranches(
	scope: PlatformScope,
	{ applicationId, seen, tranches }: PlanTranches,
): Promise<Outcome<object>> {
	grant(scope, "fund.decide");
	return inRawOutcomeTransaction<object>(async (client) => {
		const commitment = await holdCommitment(client, scope, applicationId);
		if (!commitment.ok) return commitment;
		const { held, reserved, open } = commitment;
		const before = (await listFundTranches(held.id, client)).filter(({ paidOn }) => paidOn === null);
		if (before.map(({ id }) => id).join() !== seen) return refuse("STALE_VERSION");
		if (tranches.reduce((sum, { amount }) => sum + amount, 0n) > reserved + open)
			return refuse("FUND_PLAN_ABOVE");
		await client.query("DELETE FROM fund_tranches WHERE application_id = $1 AND paid_on IS NULL", [held.id]);
		const rows = tranches.map(({ amount, dueOn, condition }) => ({
			...{ id: newId("ftr"), amount: String(amount), due_on: dueOn, condition },
		}));
		await client.query(
			`INSERT INTO fund_tranches (id, application_id, amount_fen, due_on, condition, planned_by_id, planned_at)
			 SELECT id, $2, amount, due_on, condition, $3, $4
			   FROM json_to_recordset($1) AS r(id text, amount bigint, due_on date, condition text)`,
			[JSON.stringify(rows), held.id, scope.userId, held.now],
		);
		await recordAuditRaw(client, {
			actor: actorOf(scope),
			action: "fund.plan",
			subjectType: "fund_application",
			subjectId: held.id,
			organisationId: held.organisationId,
			before: { tranches: before.map(told) },
			after: { tranches: tranches.map(told) },
		});
		return { ok: true };
	});
}

/**
 * Pays what was planned: what is not signed of it yet is signed with it, and the company is told. Paid once, it is paid.
 * @throws AppError NOT_FOUND for a payment that is not planned
 */
export function payTranche(scope: PlatformScope, input: PayTranche): Promise<Outcome<{ isReplay: boolean }>> {
	grant(scope, "fund.decide");
	grant(scope, "pool.manage");
	return inRawOutcomeTransaction<{ isReplay: boolean }>(async (client) => {
		const { rows } = await client.query<{ applicationId: string }>(
			`SELECT application_id AS "applicationId" FROM fund_tranches WHERE id = $1`,
			[input.trancheId],
		);
		if (!rows[0]) throw new AppError("NOT_FOUND");
		const commitment = await holdCommitment(client, scope, rows[0].applicationId);
		if (!commitment.ok) return commitment;
		const tranches = await listFundTranches(commitment.held.id, client);
		const tranche = tranches.find(({ id }) => id === input.trancheId);
		if (!tranche) throw new AppError("NOT_FOUND");
		if (tranche.paidOn !== null) return { ok: true, isReplay: true };
		return pay(client, scope, commitment, { tranche, paidOn: input.paidOn });
	});
}

async function pay(
	client: PoolClient,
	scope: PlatformScope,
	{ held, grantId, open }: Commitment,
	{ tranche, paidOn }: { tranche: FundTranche; paidOn: string },
): Promise<Outcome<{ isReplay: boolean }>> {
	const { id, amount, condition } = tranche;
	const common = { poolId: held.poolId, grantId, actor: actorOf(scope), reason: condition };
	if (open < amount) {
		const missing = amount - open;
		const signed = await grantReserved(client, {
			...common,
			amount: missing,
			key: `fund-tranche-sign:${id}`,
		});
		if (!signed.ok) return refuse(signed.reason);
	}
	const paid = await spendGrant(client, {
		...{ ...common, amount, key: `fund-tranche:${id}` },
		...(paidOn && { bookedOn: paidOn }),
	});
	if (!paid.ok)
		return refuse(paid.reason, paid.fieldErrors?.bookedOn ? { fieldErrors: { paidOn: paid.reason } } : {});
	const day = paidOn || businessDayOf(held.now);
	await client.query(
		"UPDATE fund_tranches SET paid_on = $2, paid_by_id = $3, movement_id = $4 WHERE id = $1 AND paid_on IS NULL",
		[id, day, scope.userId, paid.movementId],
	);
	await recordAuditRaw(client, {
		actor: actorOf(scope),
		action: "fund.pay",
		subjectType: "fund_application",
		subjectId: held.id,
		organisationId: held.organisationId,
		after: { tranche: id, amountFen: amount.toString(), paidOn: day, movement: paid.movementId },
	});
	await tellFundApplicant(client, held, "fundPaid", { movementId: paid.movementId, amount });
	return { ok: true, isReplay: false };
}
