import "server-only";
import { recallReasons } from "@/lib/domains/trust/constants/decisions";
import { headOf, knownFactsOf } from "@/lib/domains/trust/data/claims/claim-row";
import { openJudging } from "@/lib/domains/trust/data/claims/judge";
import {
	type RehearsedLine,
	recallFacts,
	rehearseRecall,
	termsOf,
} from "@/lib/domains/trust/data/claims/rehearse-recall";
import { writeDecision } from "@/lib/domains/trust/mutations/claims/decide-claim";
import { openClaimIn } from "@/lib/domains/trust/mutations/claims/open-claim";
import { payOrQueue } from "@/lib/domains/trust/mutations/claims/pay";
import { type Actor, actorOf } from "@/lib/platform/audit/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db/client";
import type { TrustRecall } from "@/lib/platform/db/generated/client";
import { AppError } from "@/lib/platform/errors/errors";
import { notifyOrganisation, notifyUsers } from "@/lib/platform/notifications/notify";
import { routes } from "@/lib/platform/routes/routes";
import { openScope } from "@/lib/platform/session/scope";

const STEP = 25;

/**
 * Grants what of a started batch is not granted yet, some lines a transaction; run again after a failure it goes on where it
 * was. A line that meanwhile was claimed or refunded is left out: it has what it is owed.
 */
export async function grantRecall({
	recallId,
	by,
}: {
	recallId: string;
	by: { userId: string; organisationId: string };
}): Promise<void> {
	const recall = await db().trustRecall.findUnique({ where: { id: recallId } });
	if (recall?.state !== "RUNNING") return;
	const scope = await openScope(by.userId, by.organisationId);
	if (!scope) throw new AppError("FORBIDDEN");
	const actor = actorOf(scope);
	const { lines } = await rehearseRecall(db(), termsOf(recall), recall.startedAt ?? recall.createdAt);
	const open = lines.filter((line) => line.amountFen !== null);
	for (let from = 0; from < open.length; from += STEP)
		await inTransaction((tx) => grantLines(tx, recall, open.slice(from, from + STEP), actor), {
			timeout: 60_000,
		});
	await inTransaction((tx) => finish(tx, recall, by.userId));
}

async function grantLines(
	tx: Tx,
	recall: TrustRecall,
	lines: readonly RehearsedLine[],
	actor: Actor,
): Promise<void> {
	const now = new Date();
	let granted = 0;
	for (const line of lines) if (await grantLine(tx, recall, line, actor, now)) granted += 1;
	await tx.trustRecall.update({ where: { id: recall.id }, data: { granted: { increment: granted } } });
}

async function grantLine(
	tx: Tx,
	recall: TrustRecall,
	{ source, eventId, lineNo }: RehearsedLine,
	actor: Actor,
	now: Date,
): Promise<boolean> {
	const terms = termsOf(recall);
	const opened = await openClaimIn(
		tx,
		{ actor, channel: "RECALL", recallId: recall.id },
		{
			...{ key: `recall:${recall.id}:${source}:${eventId}:${lineNo}`, source, eventId, lineNo },
			...{ guarantee: terms.guarantee, reason: recallReasons[terms.guarantee], statement: recall.note },
			noticeSentAt: (recall.startedAt ?? now).toISOString(),
			facts: recallFacts(terms),
		},
		now,
	);
	if (!opened.ok || opened.isReplay) return false;
	const claim = await tx.trustClaim.findUniqueOrThrow({ where: { id: opened.claimId } });
	const judged = await openJudging(tx, { withHistory: false })(
		headOf(claim),
		knownFactsOf(claim),
		claim.policyVersion,
	);
	if (judged.verdict === "FAIL" || !judged.amount.ok || judged.amount.working.totalFen === 0n)
		throw new Error(`recall ${recall.number}: line ${eventId}/${lineNo} changed while it was granted`);
	const { working } = judged.amount;
	const reasons = [working.winner === "FLOOR" ? "LAW_APPLIES" : "PROMISE_APPLIES"];
	const decision = { outcome: "GRANTED", reasons, note: recall.note, payer: "SHOP", working } as const;
	const decided = await writeDecision(tx, claim, judged, decision, actor, now);
	await payOrQueue(tx, decided, actor, now);
	return true;
}

async function finish(tx: Tx, recall: TrustRecall, userId: string): Promise<void> {
	const { count } = await tx.trustRecall.updateMany({
		where: { id: recall.id, state: "RUNNING" },
		data: { state: "DONE", finishedAt: new Date() },
	});
	if (count === 0) return;
	const { granted } = await tx.trustRecall.findUniqueOrThrow({ where: { id: recall.id } });
	const news = { kind: "trustRecallDone", params: { number: recall.number, count: granted } };
	await notifyUsers(tx, [userId], {
		...news,
		key: `trustRecallDone:${recall.id}`,
		href: routes.ops.trustRecall(recall.id),
	});
	await notifyOrganisation(tx, recall.organisationId, {
		...{
			...news,
			kind: "trustRecallGranted",
			key: `trustRecallGranted:${recall.id}`,
			href: routes.brand.trustClaims(),
		},
	});
}
