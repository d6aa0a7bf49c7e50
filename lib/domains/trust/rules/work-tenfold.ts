import { statutory } from "@/lib/domains/trust/constants/policies";
import type { AmountOutcome, ClaimFacts, WorkingLine } from "@/lib/domains/trust/types/claims";
import type { TenfoldPolicy } from "@/lib/domains/trust/types/policy";

const larger = (one: bigint, other: bigint) => (one > other ? one : other);

type Floor = { readonly times: number; readonly leastFen: number };

/** The floor as the policy names it, and never below the law's. */
function floorOf(policy: TenfoldPolicy, isFood: boolean): Floor {
	return isFood
		? {
				times: Math.max(policy.foodFloorTimes, statutory.foodFloorTimes),
				leastFen: Math.max(policy.foodFloorLeastFen, statutory.foodFloorLeastFen),
			}
		: {
				times: Math.max(policy.goodsFloorTimes, statutory.goodsFloorTimes),
				leastFen: Math.max(policy.goodsFloorLeastFen, statutory.goodsFloorLeastFen),
			};
}

/**
 * 假一赔十, all totals with the refund in them: the promise (a whole multiple of what was paid) against the law's floor,
 * paid + max(times × paid, least) (消费者权益保护法 art. 55; food: 食品安全法 art. 148). The larger is owed, less what was
 * refunded before. Only whole multiples of whole fen: nothing is ever rounded.
 */
export function workTenfold(facts: ClaimFacts, policy: TenfoldPolicy, version: number): AmountOutcome {
	const { paidFen, refundedFen, isFood } = facts;
	if (isFood === null) return { ok: false, reason: "FOOD_UNKNOWN" };
	if (refundedFen === null) return { ok: false, reason: "REFUND_UNKNOWN" };
	const { multiplier, includesRefund, baseWithFreight } = policy;
	const baseFen = paidFen + (baseWithFreight ? facts.outboundFreightFen : 0n);
	const multiple = BigInt(multiplier) * baseFen;
	const promiseFen = includesRefund ? multiple : paidFen + multiple;
	const { times, leastFen } = floorOf(policy, isFood);
	const byTimes = BigInt(times) * paidFen;
	const floorFen = paidFen + larger(byTimes, BigInt(leastFen));
	const winner = promiseFen >= floorFen ? "PROMISE" : "FLOOR";
	const owed = larger(promiseFen, floorFen);
	const totalFen = larger(owed - refundedFen, 0n);
	const floorCode = byTimes < BigInt(leastFen) ? "FLOOR_LEAST" : isFood ? "FLOOR_FOOD" : "FLOOR_GOODS";
	const lines: WorkingLine[] = [
		{ code: "PAID", fen: paidFen, values: {} },
		{
			code: includesRefund ? "PROMISE" : "PROMISE_BESIDES_REFUND",
			fen: promiseFen,
			values: { multiplier, baseFen: String(baseFen), paidFen: String(paidFen) },
		},
		{
			code: floorCode,
			fen: floorFen,
			values: { times, leastFen: String(leastFen), paidFen: String(paidFen), food: isFood ? 1 : 0 },
		},
		{
			code: winner === "PROMISE" ? "PROMISE_WINS" : "FLOOR_WINS",
			fen: owed,
			values: { overFen: String(winner === "PROMISE" ? promiseFen - floorFen : floorFen - promiseFen) },
		},
	];
	if (refundedFen > 0n) lines.push({ code: "REFUNDED_BEFORE", fen: -refundedFen, values: {} });
	lines.push({ code: "TOTAL", fen: totalFen, values: {} });
	const head = { guarantee: "TENFOLD_COMPENSATION", policyVersion: version } as const;
	return { ok: true, working: { ...head, lines, promiseFen, floorFen, totalFen, winner } };
}
