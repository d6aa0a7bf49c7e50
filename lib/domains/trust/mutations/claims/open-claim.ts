import "server-only";
import type { ClaimHead } from "@/lib/domains/trust/data/claims/facts";
import { type Judged, judgeNow } from "@/lib/domains/trust/data/claims/judge";
import { findSoldLine, type SoldLine } from "@/lib/domains/trust/data/claims/order-line";
import { toDate, writeDecision } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { noteClaim } from "@/lib/domains/trust/mutations/claims/note-event";
import { payOrQueue } from "@/lib/domains/trust/mutations/claims/pay";
import { tellShop } from "@/lib/domains/trust/mutations/claims/tell";
import { knownFrom } from "@/lib/domains/trust/rules/known-facts";
import type { OpenClaim } from "@/lib/domains/trust/schema/claims";
import type { ClaimState, KnownFacts } from "@/lib/domains/trust/types/claims";
import { type Actor, systemActor } from "@/lib/platform/audit/actor";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma, TrustClaim, TrustClaimChannel } from "@/lib/platform/db/generated/client";
import { inOutcomeTransaction } from "@/lib/platform/db/outcome-transaction";
import { AppError, type Outcome, refuse } from "@/lib/platform/errors/errors";
import { newId } from "@/lib/platform/id/id";
import { businessDayOf } from "@/lib/platform/time";
import { addWorkingDays } from "@/lib/platform/time/working-days";

/** Who opens a claim for a buyer, and through which door. */
export type Opener = {
	readonly actor: Actor;
	readonly channel: TrustClaimChannel;
	readonly recallId?: string;
};

export type Opened = { claimId: string; number: string; state: ClaimState; isReplay: boolean };

export const machine = systemActor("trust:screen");

/**
 * Opens a claim on an order line and screens it. Two doors at once open one (the database sees to it): the second is told
 * CLAIMED_ALREADY, the same key gets the same claim again. What passes every screen and is the machine's to give is granted
 * and paid at once; nothing is ever refused by a machine.
 * Refusals: LINE_UNKNOWN, SHOP_WITHOUT_BRAND, NOTICE_IMPOSSIBLE, NO_TERMS_THEN, CLAIMED_ALREADY, KEY_REUSED.
 */
export function openClaim(opener: Opener, input: OpenClaim, now: Date): Promise<Outcome<Opened>> {
	return inOutcomeTransaction((tx) => openClaimIn(tx, opener, input, now));
}

/** The same inside the caller's transaction. */
export async function openClaimIn(
	tx: Tx,
	opener: Opener,
	input: OpenClaim,
	now: Date,
): Promise<Outcome<Opened>> {
	const earlier = await tx.trustClaim.findUnique({ where: { key: input.key } });
	if (earlier) return answerAgain(earlier, input);
	const line = await findSoldLine(tx, input);
	if (!line) return refuse("LINE_UNKNOWN", { fieldErrors: { eventId: "LINE_UNKNOWN" } });
	if (line.organisationId === null) return refuse("SHOP_WITHOUT_BRAND");
	const noticeSentAt = input.noticeSentAt ? new Date(input.noticeSentAt) : now;
	if (noticeSentAt < line.paidAt || noticeSentAt > now)
		return refuse("NOTICE_IMPOSSIBLE", { fieldErrors: { noticeSentAt: "NOTICE_IMPOSSIBLE" } });
	const { guarantee, reason } = input;
	const head: ClaimHead = { id: null, ...line, guarantee, reason, noticeSentAt };
	const judged = await judge(tx, head, knownFrom(input.facts));
	if (!judged) return refuse("NO_TERMS_THEN");
	const claim = await insertClaim(
		tx,
		opener,
		input,
		{ ...line, organisationId: line.organisationId },
		head,
		judged,
		now,
	);
	if (!claim) return answerConflict(tx, input, line);
	const opened = await noteOpening(tx, claim, opener, judged, now);
	const { number, state } = opened;
	return { ok: true, claimId: claim.id, number, state, isReplay: false };
}

async function judge(tx: Tx, head: ClaimHead, known: KnownFacts): Promise<Judged | null> {
	try {
		return await judgeNow(tx, head, known, null);
	} catch (error) {
		if (error instanceof AppError && error.code === "POLICY_MISSING") return null;
		throw error;
	}
}

function answerAgain(earlier: TrustClaim, input: OpenClaim): Outcome<Opened> {
	const isSame =
		earlier.eventId === input.eventId &&
		earlier.lineNo === input.lineNo &&
		earlier.guarantee === input.guarantee;
	if (!isSame) return refuse("KEY_REUSED");
	const { id, number, state } = earlier;
	return { ok: true, claimId: id, number, state, isReplay: true };
}

async function answerConflict(tx: Tx, input: OpenClaim, line: SoldLine): Promise<Outcome<Opened>> {
	const same = await tx.trustClaim.findUnique({ where: { key: input.key } });
	if (same) return answerAgain(same, input);
	const { sourceId, eventId, lineNo } = line;
	const { guarantee } = input;
	const standing = await tx.trustClaim.findFirst({
		where: {
			...{ sourceId, eventId, guarantee, OR: [{ outcome: null }, { outcome: "GRANTED" }] },
			...(guarantee !== "RETURN_FREIGHT" && { lineNo }),
		},
	});
	return refuse("CLAIMED_ALREADY", { params: { number: standing?.number ?? "" } });
}

async function insertClaim(
	tx: Tx,
	{ channel, recallId }: Opener,
	input: OpenClaim,
	line: SoldLine & { organisationId: string },
	head: ClaimHead,
	judged: Judged,
	now: Date,
): Promise<TrustClaim | null> {
	const id = newId("tcl");
	const today = businessDayOf(now);
	const known = knownFrom(input.facts);
	const { count } = await tx.trustClaim.createMany({
		skipDuplicates: true,
		data: {
			id,
			number: await nextNumber(tx, today.slice(0, 4)),
			key: input.key,
			shopId: line.shopId,
			organisationId: line.organisationId,
			guarantee: input.guarantee,
			sourceId: line.sourceId,
			eventId: line.eventId,
			lineNo: line.lineNo,
			paidAt: line.paidAt,
			productId: line.productId,
			productName: line.productName,
			quantity: line.quantity,
			paidFen: line.paidFen,
			buyerId: line.buyerId,
			reason: input.reason,
			statement: input.statement,
			noticeSentAt: head.noticeSentAt,
			channel,
			recallId,
			...known,
			signedOn: toDate(known.signedOn),
			policyVersion: judged.policy.version,
			screening: judged.screening as unknown as Prisma.InputJsonValue,
			verdict: judged.verdict,
			dueOn: toDate(addWorkingDays(judged.calendar, today, judged.policy.document.evidenceWorkdays)),
			openedAt: now,
		},
	});
	return count === 0 ? null : tx.trustClaim.findUniqueOrThrow({ where: { id } });
}

async function nextNumber(tx: Tx, year: string): Promise<string> {
	const [row] = await tx.$queryRaw<{ number: string }[]>`
		SELECT 'TC-' || ${year}::text || '-' || lpad(nextval('trust_claim_numbers')::text, 6, '0') AS number`;
	return row?.number ?? "";
}

async function noteOpening(
	tx: Tx,
	claim: TrustClaim,
	{ actor, channel }: Opener,
	judged: Judged,
	now: Date,
): Promise<TrustClaim> {
	const { verdict, isMachines, amount } = judged;
	await noteClaim(tx, claim, actor, {
		...{ kind: "OPENED", party: "BUYER", at: now, values: { channel, reason: claim.reason } },
	});
	await noteClaim(tx, claim, machine, { kind: "SCREENED", party: "PLATFORM", at: now, values: { verdict } });
	if (channel === "RECALL") return claim;
	if (!isMachines || !amount.ok) {
		await tellShop(tx, claim, "trustClaimOpened");
		return claim;
	}
	const { working } = amount;
	const reasons = [working.winner === "FLOOR" ? "LAW_APPLIES" : "PROMISE_APPLIES"];
	const decision = { outcome: "GRANTED", reasons, note: "", payer: "SHOP", working } as const;
	const decided = await writeDecision(tx, claim, judged, decision, machine, now);
	await tellShop(tx, decided, "trustClaimGranted");
	return payOrQueue(tx, decided, machine, now);
}
