import { grantedByMachine } from "@/lib/domains/trust/constants/decisions";
import { amountOf } from "@/lib/domains/trust/rules/amount-of";
import { screenClaim, verdictOf } from "@/lib/domains/trust/rules/screen-claim";
import type {
	AmountOutcome,
	ClaimFacts,
	ScreenResult,
	ScreenVerdict,
	StoredWorking,
	Working,
} from "@/lib/domains/trust/types/claims";
import type { AbuseLimits, JudgedPolicy } from "@/lib/domains/trust/types/policy";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

export type Judgement = {
	readonly screening: readonly ScreenResult[];
	readonly verdict: ScreenVerdict;
	readonly amount: AmountOutcome;
	/** Whether the machine grants it by itself: every screen passes, something is owed, and the guarantee is not a person's to give. */
	readonly isMachines: boolean;
};

export function judgeClaim(
	facts: ClaimFacts,
	policy: JudgedPolicy,
	context: { readonly calendar: WorkCalendar; readonly limits: AbuseLimits },
): Judgement {
	const screening = screenClaim(facts, policy, context);
	const verdict = verdictOf(screening);
	const amount = amountOf(facts, policy);
	const isOwed = amount.ok && amount.working.totalFen > 0n;
	const isMachines = verdict === "PASS" && isOwed && grantedByMachine.some((one) => one === policy.guarantee);
	return { screening, verdict, amount, isMachines };
}

/** What a decision stores of the working: fen as text. */
export function storeWorking({ lines, promiseFen, floorFen, totalFen, ...rest }: Working): StoredWorking {
	return {
		...rest,
		lines: lines.map((line) => ({ ...line, fen: String(line.fen) })),
		promiseFen: String(promiseFen),
		floorFen: String(floorFen),
		totalFen: String(totalFen),
	};
}
