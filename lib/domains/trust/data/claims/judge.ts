import "server-only";
import { type ClaimHead, gatherFacts } from "@/lib/domains/trust/data/claims/facts";
import { readGuaranteePolicy, readGuaranteePolicyVersion } from "@/lib/domains/trust/data/policies";
import { type Judgement, judgeClaim } from "@/lib/domains/trust/rules/judge-claim";
import type { ClaimFacts, KnownFacts } from "@/lib/domains/trust/types/claims";
import type { JudgedPolicy } from "@/lib/domains/trust/types/policy";
import { readWorkCalendar } from "@/lib/platform/calendar/read";
import type { Tx } from "@/lib/platform/db/client";
import { businessDayOf } from "@/lib/platform/time";
import type { WorkCalendar } from "@/lib/platform/time/working-days";

export type Judged = Judgement & {
	readonly facts: ClaimFacts;
	readonly policy: JudgedPolicy;
	readonly calendar: WorkCalendar;
};

type Judge = (head: ClaimHead, known: KnownFacts, version: number | null) => Promise<Judged>;

/**
 * Judges claims by what is known now and by the policies in force when the order was paid; `version` is the one the claim was
 * opened under, and the one in force then where it is being opened. Policies and calendar are read once for all of them. A
 * recalled batch is judged without the buyers' histories: they never change an amount, and every grant is a person's.
 * @throws AppError POLICY_MISSING where no terms stood when the order was paid
 */
export function openJudging(tx: Tx, { withHistory = true }: { withHistory?: boolean } = {}): Judge {
	const remember = new Map<string, Promise<unknown>>();
	const once = <Value>(key: string, read: () => Promise<Value>): Promise<Value> => {
		const known = (remember.get(key) as Promise<Value> | undefined) ?? read();
		remember.set(key, known);
		return known;
	};
	return async (head, known, version) => {
		const paidOn = businessDayOf(head.paidAt);
		const { guarantee } = head;
		const read = await once(`${guarantee}:${version ?? paidOn}`, () =>
			version === null
				? readGuaranteePolicy(guarantee, paidOn, tx)
				: readGuaranteePolicyVersion(guarantee, version, tx),
		);
		const policy = { guarantee, version: read.version, document: read.document } as JudgedPolicy;
		const habits = await once(`habits:${paidOn}`, () =>
			readGuaranteePolicy("REFUND_WITHOUT_RETURN", paidOn, tx),
		);
		const calendar = await once("calendar", () => readWorkCalendar(tx));
		const { buyerDays, signalClaims, signalRefundShareBps, signalLeastOrders } = habits.document;
		const facts = await gatherFacts(tx, head, known, withHistory ? buyerDays : null);
		const context = { calendar, limits: { signalClaims, signalRefundShareBps, signalLeastOrders } };
		return { ...judgeClaim(facts, policy, context), facts, policy, calendar };
	};
}

/** One claim, judged as `openJudging` says. */
export const judgeNow = (tx: Tx, head: ClaimHead, known: KnownFacts, version: number | null) =>
	openJudging(tx)(head, known, version);
